import type { Fault } from '../check/check.js'
import { grouped } from '../grouped.js'
import { ArticleCode } from './articles.js'
import type { Statement, StatementEvent, StatementTarget } from './statement.js'

/** The statements of a record to check. */
export interface CheckedStatements {
  readonly statements: readonly Statement[]
  readonly events: readonly StatementEvent[]
  readonly targets: readonly StatementTarget[]
  /** Instruments that allow no reservations, with the article that says so. */
  readonly forbidden: ReadonlyMap<string, string>
}

/** Contradictions among statements, or with treaty law. */
export function statementFaults(record: CheckedStatements): Fault[] {
  const eventsOf = grouped(record.events, ({ statement }) => statement)
  return [
    ...record.statements.flatMap((one) => faultsOf(one, eventsOf.get(one.id) ?? [], record.forbidden)),
    ...objectionsTooEarly(record),
  ]
}

function faultsOf(
  { id, kind, instrument }: Statement,
  events: readonly StatementEvent[],
  forbidden: ReadonlyMap<string, string>,
): Fault[] {
  const fault = (rule: string, detail: string): Fault => ({ rule, detail: `${id}: ${detail}` })
  const made = events.find(({ event }) => event === 'made')
  const early = events.filter((one) => made !== undefined && one.latest < made.earliest)
  const unknown = events.flatMap(({ articles }) => articles ?? []).filter((one) => !isCanonical(one))
  const article = kind === 'reservation' ? forbidden.get(instrument) : undefined
  return [
    ...(made === undefined
      ? [fault('a statement is made before anything else happens to it', 'no “made”')]
      : []),
    ...early.map(({ event, latest }) =>
      fault('nothing happens to a statement before it is made', `${event} on ${latest}`),
    ),
    ...unknown.map((one) => fault('an article is canonical, like 16(1)(c)', `“${one}”`)),
    ...(article === undefined
      ? []
      : [fault('the instrument allows no reservations', `${instrument}, ${article}`)]),
  ]
}

const isCanonical = (article: string): boolean => ArticleCode.safeParse(article).success

const objectionsTooEarly = (record: CheckedStatements): Fault[] =>
  pairs(record)
    .filter(({ madeOn, firstOn }) => madeOn < firstOn)
    .map(({ objection, madeOn, to, firstOn }) => ({
      rule: 'no objection before what it objects to',
      detail: `${objection.id} of ${madeOn} is earlier than ${to}, of ${firstOn}`,
    }))

/** Each objection with each statement that it names, and the days of both. */
function pairs({ statements, events, targets }: CheckedStatements) {
  const byId = new Map(statements.map((one) => [one.id, one]))
  const eventsOf = grouped(events, ({ statement }) => statement)
  return targets.flatMap(({ statement, towardStatement }) => {
    const objection = byId.get(statement)
    const madeOn = eventsOf.get(statement)?.find(({ event }) => event === 'made')?.latest
    const [firstOn] = (eventsOf.get(towardStatement ?? '') ?? []).map(({ earliest }) => earliest).sort()
    if (!objection || madeOn === undefined || firstOn === undefined) return []
    return [{ objection, madeOn, to: towardStatement, firstOn }]
  })
}
