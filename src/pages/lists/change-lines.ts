import { shortNamesOf } from '../../answers/instruments.js'
import type { Reading } from '../../answers/reading.js'
import { namedByDefault } from '../../answers/resolutions.js'
import { namesOf } from '../../answers/states.js'
import type { RecordedChange } from '../../db/changes.js'
import type { StatementChange } from '../../db/statements/changes.js'
import { type Action, actorOf } from '../../domain/action.js'
import type { StatementEvent } from '../../domain/statements/statement.js'
import type { Certainty } from '../../domain/vocabulary.js'
import { standingPlace, statementPlace } from '../../http/page-places.js'
import type { Messages } from '../../messages/messages.js'
import { actionIn, statementEventIn } from '../../messages/sentences.js'
import type { ChangeLine, ChangeWriter } from '../parts/lists/import-section.js'

/** Writes changes as sentences in a language, under the names of the day. */
export function changeWriter(messages: Messages, reading: Reading): ChangeWriter {
  const { lang, say } = messages
  const nameOf = namesOf(reading)
  const shortNameOf = shortNamesOf(reading)
  const onStatePages = namedByDefault(reading)
  const [standingAt, statementAt] = [standingPlace(onStatePages), statementPlace(onStatePages)]
  const english = (code: string): string | null => {
    const { text, lang: its } = nameOf(code)
    return its === lang ? null : text
  }
  return {
    action: ({ change: { kind, before, after } }: RecordedChange): ChangeLine | null => {
      const sentenceOf = (action: Action): string => {
        const { text } = nameOf(actorOf(action))
        const sentence = actionIn(messages, action, text, shortNameOf(action.instrument))
        return say('changes-sentence', { sentence })
      }
      const shown = after ?? before
      if (shown === null) return null
      return {
        kind,
        ...said(shown, before, after, sentenceOf),
        english: english(actorOf(shown)),
        ...standingAt(shown.participant, shown.instrument),
      }
    },
    statement: ({ kind, statement, before, after }: StatementChange): ChangeLine | null => {
      const actor = statement.performedBy ?? statement.participant
      const instrument = shortNameOf(statement.instrument)
      const sentenceOf = (event: StatementEvent): string => {
        const sentence = statementEventIn(messages, event, statement, nameOf(actor).text, instrument)
        return say('changes-sentence', { sentence })
      }
      const shown = after ?? before
      if (shown === null) return null
      return {
        kind,
        ...said(shown, before, after, sentenceOf),
        english: english(actor),
        ...statementAt(statement, after !== null),
      }
    },
  }
}

/** What the record says now, or said until it was removed; and what it said before a correction. */
const said = <T extends { readonly certainty: Certainty; readonly source: string }>(
  shown: T,
  before: T | null,
  after: T | null,
  sentenceOf: (one: T) => string,
) => ({
  sentence: sentenceOf(shown),
  certainty: shown.certainty,
  source: shown.source,
  before: before !== null && after !== null ? sentenceOf(before) : null,
})
