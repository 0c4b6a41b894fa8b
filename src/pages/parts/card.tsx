import type { Named } from '../../domain/name.js'
import type { StatusKind } from '../../domain/vocabulary.js'
import { capitalised } from '../../messages/capitalised.js'
import type { Messages } from '../../messages/messages.js'
import { useMessages } from '../frame/languages/use-messages.js'
import { Skeleton } from '../frame/skeleton.js'
import { Bar, type Segment } from '../pictures/bar.js'
import { StatusMark } from '../pictures/status-mark.js'
import { NameOf } from './name.js'
import { paragraphText, type Sentence, Sentences } from './sentence.js'

/** The content of a card about a State or an instrument. */
export interface CardContent {
  readonly title: Named
  readonly summary: readonly Sentence[]
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
export const footerOf = ({ say }: Messages, asAt: string): string =>
  `${capitalised(asAt)} · ${say('site-name')}`

/** The summary as text, but for what the record says in English alone, where the page is in another language. */
export const summaryText = (messages: Messages, { summary }: Pick<CardContent, 'summary'>): string =>
  paragraphText(
    messages,
    summary.filter(({ english }) => messages.lang === 'en' || english === undefined),
  )

/** A summary for other sites to embed. */
export function Card({ content }: { content: CardContent }) {
  const messages = useMessages()
  return (
    <article class="card">
      <h2>
        {/* A sandboxed frame may open a new tab at the most, and in itself no page of ours: these cannot be framed. */}
        <a href={content.href} target="_blank" rel="noopener">
          <NameOf name={content.title} />
        </a>
      </h2>
      <p>
        <Sentences of={content.summary} />
      </p>
      {content.bar && <Bar {...content.bar} />}
      <ul>
        {content.marks.map(({ label, status, note }) => (
          <li key={label}>
            <StatusMark status={status} word={label} note={note} />
          </li>
        ))}
      </ul>
      <p class="small">{footerOf(messages, content.asAt)}</p>
    </article>
  )
}

/** A page with only a card, to be shown in a frame. */
export function EmbedPage({ content, canonical }: { content: CardContent; canonical: string }) {
  const description = summaryText(useMessages(), content)
  return (
    <Skeleton
      title={content.title.text}
      isUnlisted
      metadata={
        <>
          <meta name="description" content={description} />
          <link rel="canonical" href={canonical} />
        </>
      }
      kind="embed"
    >
      <main id="main">
        <h1 class="unseen">
          <NameOf name={content.title} />
        </h1>
        <Card content={content} />
      </main>
    </Skeleton>
  )
}
