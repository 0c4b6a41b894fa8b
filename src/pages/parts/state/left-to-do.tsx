import type { ComponentChildren } from 'preact'
import type { Instrument } from '../../../db/instruments.js'
import type { OutstandingItem } from '../../../domain/outstanding.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { Sentence } from '../sentence.js'
import { articleBehind, conditionOf, reasonOf } from './next-step.js'

interface Props {
  readonly item: OutstandingItem
  readonly instrument: Instrument
  readonly shortNameOf: (code: string) => string
  readonly articleOf: (article: string) => string
}

/** What is left to do for one instrument, with the articles that say so. */
export function LeftToDo({ item, instrument, shortNameOf, articleOf }: Props) {
  const messages = useMessages()
  const { say, parts } = messages
  const withArticle = ({ key, values }: Sentence, article: string | null) =>
    parts<ComponentChildren>(key, {
      ...values,
      article: article && <ArticleInBrackets text={articleOf(article)} />,
    })
  return (
    <div class="todo">
      <p>
        {parts<ComponentChildren>('state-next-step', {
          step: say(`next-step-${item.nextStep}`),
          b: (words) => <b>{words}</b>,
          reason: <>{withArticle(reasonOf(messages, item, instrument), articleBehind(item, instrument))}</>,
        })}
      </p>
      {item.preconditions.map((condition) => (
        <p key={condition.article} class="condition">
          {withArticle(conditionOf(condition, shortNameOf), condition.article)}
        </p>
      ))}
    </div>
  )
}

/** An article, as the language of the page writes it, behind what it says. */
export function ArticleInBrackets({ text }: { text: string }) {
  const { say } = useMessages()
  return <span class="article">{say('in-brackets', { text })}</span>
}
