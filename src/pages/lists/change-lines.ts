import { shortNamesOf } from '../../answers/instruments.js'
import type { Reading } from '../../answers/reading.js'
import { namedByDefault } from '../../answers/resolutions.js'
import { everyone } from '../../answers/states.js'
import type { RecordedChange } from '../../db/changes.js'
import type { StatementChange } from '../../db/statements/changes.js'
import { type Action, actorOf } from '../../domain/action.js'
import type { StatementEvent } from '../../domain/statements/statement.js'
import { statementEventInWords } from '../../domain/statements/wording.js'
import { actionInWords } from '../../domain/wording.js'
import { standingPlace, statementPlace } from '../../http/page-places.js'
import type { ChangeLine, ChangeWriter } from '../parts/lists/changes.js'

/** Writes changes as sentences, under the names of the day. */
export function changeWriter(reading: Reading): ChangeWriter {
  const names = new Map(everyone(reading).map(({ code, name }) => [code, name]))
  const nameOf = (code: string): string => names.get(code) ?? code
  const shortNameOf = shortNamesOf(reading)
  const onStatePages = namedByDefault(reading)
  const [standingAt, statementAt] = [standingPlace(onStatePages), statementPlace(onStatePages)]
  return {
    action: ({ change: { kind, before, after } }: RecordedChange): ChangeLine | null => {
      const sentenceOf = (action: Action): string =>
        `${actionInWords(action, nameOf(actorOf(action)), shortNameOf(action.instrument))}.`
      const shown = after ?? before
      if (shown === null) return null
      return {
        kind,
        ...said(shown, before, after, sentenceOf),
        ...standingAt(shown.participant, shown.instrument),
      }
    },
    statement: ({ kind, statement, before, after }: StatementChange): ChangeLine | null => {
      const actor = nameOf(statement.performedBy ?? statement.participant)
      const sentenceOf = (event: StatementEvent): string =>
        `${statementEventInWords(event, statement, actor, shortNameOf(statement.instrument))}.`
      const shown = after ?? before
      if (shown === null) return null
      return { kind, ...said(shown, before, after, sentenceOf), ...statementAt(statement, after !== null) }
    },
  }
}

/** What the record says now, or said until it was removed; and what it said before a correction. */
const said = <T extends { readonly certainty: string; readonly source: string }>(
  shown: T,
  before: T | null,
  after: T | null,
  sentenceOf: (one: T) => string,
) => ({
  sentence: sentenceOf(shown),
  source: `${shown.certainty}: ${shown.source}`,
  before: before !== null && after !== null ? sentenceOf(before) : null,
})
