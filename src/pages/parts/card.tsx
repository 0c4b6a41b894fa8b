import type { StatusKind } from '../../domain/vocabulary.js'
import { Skeleton, siteName } from '../frame/skeleton.js'
import { Bar, type Segment } from '../pictures/bar.js'
import { StatusMark } from '../pictures/status-mark.js'
import { capitalised } from './words.js'

/** The content of a card about a State or an instrument. */
export interface CardContent {
  readonly title: string
  readonly summary: string
  /** The days for which the record can speak. */
  readonly asAt: string
  /** The page to which it links. */
  readonly href: string
  readonly marks: readonly {
    readonly label: string
    readonly status: StatusKind
    /** What follows the label, in small letters. */
    readonly note?: string
  }[]
  readonly bar: { readonly segments: readonly Segment[]; readonly whole: number } | null
}

/** A summary for other sites to embed. */
export const Card = ({ content }: { content: CardContent }) => (
  <article class="card">
    <h2>
      <a href={content.href} target="_top">
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
    <p class="small">
      {capitalised(content.asAt)} · {siteName}
    </p>
  </article>
)

/** A page with only a card, to be shown in a frame. */
export const EmbedPage = ({ content }: { content: CardContent }) => (
  <Skeleton
    title={content.title}
    isUnlisted
    metadata={<link rel="canonical" href={content.href} />}
    kind="embed"
  >
    <main id="main">
      <h1 class="unseen">{content.title}</h1>
      <Card content={content} />
    </main>
  </Skeleton>
)
