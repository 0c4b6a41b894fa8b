import type { Reading } from '../../answers/reading.js'
import { namedByDefault } from '../../answers/resolutions.js'
import type { StatementChange } from '../../db/statements/changes.js'
import type { StatementEvent } from '../../domain/statements/statement.js'
import { statementEventInWords } from '../../domain/statements/wording.js'
import { statementPlace } from '../../http/page-places.js'
import { stateRefs } from '../shapes/participant.js'
import { type RecordedStatementChange, statementChangeShape } from '../shapes/statement-change.js'
import { nameFor } from './feed.js'
import type { ChangeText } from './feed-items.js'

/** Puts changes of statements into words. */
export function statementTexts(
  reading: Reading,
): (change: StatementChange) => ChangeText<RecordedStatementChange> {
  const [shapeOf, stateRefOf] = [statementChangeShape(reading), stateRefs(reading)]
  const placeOf = statementPlace(namedByDefault(reading))
  return (change) => {
    const { revision, statement, before, after } = change
    const shown = shapeOf(change)
    const { state, instrument, toward } = shown
    const actor = stateRefOf(statement.performedBy ?? statement.participant).name
    const { path, fragment } = placeOf(statement, after !== null)
    const sentenceOf = (event: StatementEvent) =>
      statementEventInWords(event, statement, actor, instrument.shortName)
    return {
      id: nameFor(revision, statement.id, ...[before, after].map(identityOf)),
      path: `/v1/states/${state.code}/statements?instrument=${instrument.code}`,
      page: path + fragment,
      title: titleOf(change, sentenceOf),
      lines: [
        ...linesOf(change, sentenceOf),
        ...(toward.length > 0 ? [`Toward ${toward.map(({ name }) => name).join(', ')}.`] : []),
        ...(statement.summary === null ? [] : [`In our words: ${statement.summary}`]),
      ],
      tags: [change.kind, statement.kind, (after ?? before)?.event ?? '', instrument.code, state.code],
      shown,
    }
  }
}

/** Identifies an event, also in a record rebuilt from the same imports, where row numbers may differ. */
const identityOf = (one: StatementEvent | null) =>
  one && [one.event, one.earliest, one.latest, one.articles, one.certainty]

type SentenceOf = (event: StatementEvent) => string

function titleOf({ before, after }: StatementChange, sentenceOf: SentenceOf): string {
  if (after === null) return `Removed: ${sentenceOf(before as StatementEvent)}`
  return before === null ? sentenceOf(after) : `Correction: ${sentenceOf(after)}`
}

function linesOf({ before, after }: StatementChange, sentenceOf: SentenceOf): string[] {
  const line = (event: StatementEvent, opening = '') =>
    `${opening}${sentenceOf(event)} (${event.certainty}; source: ${event.source}).`
  return [
    ...(after ? [line(after)] : []),
    ...(before ? [line(before, after ? 'The record said before: ' : 'The record says no longer: ')] : []),
  ]
}
