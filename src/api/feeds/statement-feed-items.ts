import type { Reading } from '../../answers/reading.js'
import { namedByDefault } from '../../answers/resolutions.js'
import type { StatementChange } from '../../db/statements/changes.js'
import type { StatementEvent } from '../../domain/statements/statement.js'
import { pageIn, statementPlace } from '../../http/page-places.js'
import { messagesIn } from '../../messages/messages.js'
import { statementEventIn } from '../../messages/sentences.js'
import { stateRefs } from '../shapes/participant.js'
import { type RecordedStatementChange, statementChangeShape } from '../shapes/statement-change.js'
import { changeWords } from './change-words.js'
import { nameFor } from './feed.js'
import type { ChangeText } from './feed-items.js'

/** Puts changes of statements into words, in the language of the reading; summaries are English. */
export function statementTexts(
  reading: Reading,
): (change: StatementChange) => ChangeText<RecordedStatementChange> {
  const [shapeOf, stateRefOf] = [statementChangeShape(reading), stateRefs(reading)]
  const messages = messagesIn(reading.naming.lang)
  const { lang, say, list } = messages
  const placeOf = statementPlace(namedByDefault(reading))
  return (change) => {
    const { revision, statement, before, after } = change
    const shown = shapeOf(change)
    const { state, instrument, toward } = shown
    const actor = stateRefOf(statement.performedBy ?? statement.participant).name
    const { path, fragment } = placeOf(statement, after !== null)
    const sentenceOf = (event: StatementEvent) =>
      statementEventIn(messages, event, statement, actor, instrument.shortName)
    const { title, lines } = changeWords(messages, change, sentenceOf)
    return {
      id: nameFor(revision, statement.id, ...[before, after].map(identityOf)),
      path: `/v1/states/${state.code}/statements?instrument=${instrument.code}`,
      page: pageIn(lang, path) + fragment,
      title,
      lines: [
        ...lines,
        ...(toward.length > 0 ? [say('toward', { list: list(toward.map(({ name }) => name)) })] : []),
        ...(statement.summary === null ? [] : [say('in-our-words', { summary: statement.summary })]),
      ],
      tags: [change.kind, statement.kind, (after ?? before)?.event ?? '', instrument.code, state.code],
      shown,
    }
  }
}

/** Identifies an event, also in a record rebuilt from the same imports, where row numbers may differ. */
const identityOf = (one: StatementEvent | null) =>
  one && [one.event, one.earliest, one.latest, one.articles, one.certainty]
