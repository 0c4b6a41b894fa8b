import type { RecordedStatement } from '../../db/statements.js'
import { holdsOn } from '../../domain/calendar.js'
import { bearerOn, eventsFor, type LastDayOf } from '../../domain/statements/bearer.js'
import { objectionDays } from '../../domain/statements/objection.js'
import { type StatementStandingOn, standingOn } from '../../domain/statements/standing.js'
import type { StatementEvent } from '../../domain/statements/statement.js'
import { statementKinds } from '../../domain/statements/vocabulary.js'
import type { Day, StatusKind } from '../../domain/vocabulary.js'
import type { Reading } from '../reading.js'

/** A statement with what stands of it on a day. */
interface Found<Bearer> extends StatementStandingOn {
  readonly statement: RecordedStatement
  /** Whose it is on the day. */
  readonly of: Bearer
  /** All its events, as they count for whose it is. */
  readonly events: readonly StatementEvent[]
}

/** A participant's status, and the first day on which its consent may have been given. */
export interface Consent {
  readonly status: StatusKind
  readonly earliest: Day | null
}

/**
 * What stands of statements on the day of the reading, by kind. Those made later are left out.
 * @param bearers    whose statements to answer for, by code
 * @param consentOf  a participant's consent on that day to the instrument that the statements are about
 */
export function standingsOn<Bearer>(
  { store, asOf }: Reading,
  statements: readonly RecordedStatement[],
  bearers: ReadonlyMap<string, Bearer>,
  consentOf: (participant: string) => Consent | undefined,
): Found<Bearer>[] {
  const lastDayOf: LastDayOf = (code) => store.participants.byCode(code)?.memberUntil ?? null
  return borne(statements, asOf, lastDayOf).flatMap(({ statement, bearer }) => {
    const of = bearers.get(bearer)
    if (of === undefined) return []
    const events = eventsFor(bearer, statement, statement.events, lastDayOf)
    const consent = consentOf(bearer)
    const found = standingOn(asOf, statement, events, {
      status: consent?.status ?? 'none',
      consentFrom: consent?.earliest ?? null,
      isSuccessor: statement.performedBy !== null && statement.performedBy !== bearer,
    })
    return found === null ? [] : [{ statement, of, events, ...found }]
  })
}

/**
 * The statements with whose they are on a day, by kind. A predecessor's statement that is printed for several successors
 * is one while the predecessor exists.
 */
function borne(recorded: readonly RecordedStatement[], asOf: Day, lastDayOf: LastDayOf) {
  const seen = new Set<string>()
  return recorded
    .map((statement) => ({ statement, bearer: bearerOn(asOf, statement, lastDayOf) }))
    .filter(({ statement: { performedBy, kind, events }, bearer }) => {
      if (bearer !== performedBy) return true
      const key = JSON.stringify([
        bearer,
        kind,
        events.map(({ event, latest, articles }) => [event, latest, articles]),
      ])
      const isFirst = !seen.has(key)
      seen.add(key)
      return isFirst
    })
    .sort((a, b) => statementKinds.indexOf(a.statement.kind) - statementKinds.indexOf(b.statement.kind))
}

/** Whether it is an objection that was made by the day and not withdrawn. */
export function isObjectionOn(statement: RecordedStatement, asOf: Day): boolean {
  const days = objectionDays(statement)
  return days !== null && holdsOn(asOf, days)
}
