import type { ArticleCount } from '../../../answers/statements/counts.js'
import type { ArticleCode } from '../../../domain/statements/articles.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { Bar } from '../../pictures/bar.js'
import { provisionCode, provisionLabel } from './provisions.js'

interface Props {
  readonly counts: readonly ArticleCount[]
  /** How many parties there are, the whole of each bar. */
  readonly parties: number
  /** The address of the statements on an article. */
  readonly linkTo: (article: ArticleCode) => string
  /** Whether the paragraphs are listed below their articles. */
  readonly isDetailed: boolean
}

/** For each article that States have reserved, how many have. */
export function ArticleBars({ counts, parties, linkTo, isDetailed }: Props) {
  const messages = useMessages()
  const reserved = counts.filter(({ reservedBy }) => reservedBy.length > 0)
  const articles = reserved.filter(({ article }) => !article.includes('('))
  if (articles.length === 0) return null
  return (
    <ul class="articles">
      {articles.map(({ article, reservedBy }) => (
        <li key={article}>
          <a href={linkTo(article)}>{provisionLabel(messages, article)}</a>
          <span class="share">{messages.say('statement-count-states', { n: reservedBy.length })}</span>
          <Bar whole={parties} segments={[{ tone: 'reserved', size: reservedBy.length }]} />
          {isDetailed && <Parts counts={reserved} of={article} linkTo={linkTo} />}
        </li>
      ))}
    </ul>
  )
}

/** The paragraphs of an article that States have reserved. */
function Parts({ counts, of, linkTo }: Pick<Props, 'counts' | 'linkTo'> & { of: ArticleCode }) {
  const messages = useMessages()
  const parts = counts.filter(({ article }) => article.startsWith(`${of}(`))
  if (parts.length === 0) return null
  return (
    <p class="parts">
      {parts.map(({ article, reservedBy }) => (
        <span key={article} class="whole">
          <a href={linkTo(article)}>{provisionCode(messages, article)}</a> {reservedBy.length}
        </span>
      ))}
    </p>
  )
}
