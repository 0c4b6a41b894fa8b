import type { Instrument } from '../../../db/instruments.js'
import type { OutstandingItem } from '../../../domain/outstanding.js'
import { nextStepWords } from '../words.js'
import { conditionInWords, reasonOf } from './next-step.js'

interface Props {
  readonly item: OutstandingItem
  readonly instrument: Instrument
  readonly shortNameOf: (code: string) => string
}

/** What is left to do for one instrument, with the articles that say so. */
export function LeftToDo({ item, instrument, shortNameOf }: Props) {
  return (
    <div class="todo">
      <p>
        <b>{nextStepWords[item.nextStep]}.</b> {reasonOf(item, instrument)}
        {instrument.signatureArticle && <span class="article"> ({instrument.signatureArticle})</span>}
      </p>
      {item.preconditions.map((condition) => (
        <p key={condition.article} class="condition">
          {conditionInWords(condition, shortNameOf)} <span class="article">({condition.article})</span>
        </p>
      ))}
    </div>
  )
}
