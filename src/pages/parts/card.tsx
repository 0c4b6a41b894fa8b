import type { StatusKind } from '../../domain/vocabulary.js'
import { messagesIn } from '../../messages/messages.js'
import { Skeleton } from '../frame/skeleton.js'
import { Bar, type Segment } from '../pictures/bar.js'
import { StatusMark } from '../pictures/status-mark.js'
import { capitalised } from './words.js'

const siteName = messagesIn('en').say('site-name')

/** The content of a card about a State or an instrument. */
export interface CardContent {
  readonly title: string
  readonly summary: string
  /** The days for which the record can speak. */
  readonly asAt: string
  /** The path of the page that it is a summary of. */
  readonly page: string
  /** The same page at the day of the card, to which it links. */
  readonly href: string
  readonly marks: readonly {
    readonly label: string
    readonly status: StatusKind
    /** What follows the label, in small letters. */
    readonly note?: string
  }[]
  readonly bar: { readonly segments: readonly Segment[]; readonly whole: number } | null
}

/** The last line of a card. */
export const footerOf = (asAt: string): string => `${capitalised(asAt)} · ${siteName}`

/** A summary for other sites to embed. */
export const Card = ({ content }: { content: CardContent }) => (
  <article class="card">
    <h2>
      {/* A sandboxed frame may open a new tab at the most, and in itself no page of ours: these cannot be framed. */}
      <a href={content.href} target="_blank" rel="noopener">
        {content.title}
      </a>
    </h2>
    <p>{content.summary}</p>
    {content.bar && <Bar {...content.bar} />}
    <ul>
      {content.marks.map(({ label, status, note }) => (
        <li key={label}>
          <StatusMark status={status} word={label} />
          {note && <small> {note}</small>}
        </li>
      ))}
    </ul>
    <p class="small">{footerOf(content.asAt)}</p>
  </article>
)

/** A page with only a card, to be shown in a frame. */
export const EmbedPage = ({ content, canonical }: { content: CardContent; canonical: string }) => (
  <Skeleton
    title={content.title}
    isUnlisted
    metadata={
      <>
        <meta name="description" content={content.summary} />
        <link rel="canonical" href={canonical} />
      </>
    }
    kind="embed"
  >
    <main id="main">
      <h1 class="unseen">{content.title}</h1>
      <Card content={content} />
    </main>
  </Skeleton>
)
