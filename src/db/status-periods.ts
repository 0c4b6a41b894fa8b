import { and, eq, getTableColumns, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { grouped } from '../domain/grouped.js'
import { entryIntoForce } from '../domain/instruments/entry-into-force.js'
import { lastDaysOf } from '../domain/participant.js'
import { actsOf, byActor, historyOf, type Period, periods } from '../domain/status.js'
import { actions, instruments, participants, statuses } from './schema.js'
import { bulkInsert } from './sqlite/bulk-insert.js'
import type { Db, Tx } from './sqlite/open.js'

/** The columns that a history needs. Reading all columns of many thousands of actions would take a third longer. */
const { knownFrom: _, knownUntil: __, replaces: ___, ...historyColumns } = getTableColumns(actions)
type StoredAction = Pick<typeof actions.$inferSelect, keyof typeof historyColumns>
type Terms = typeof instruments.$inferSelect

/**
 * Derives the periods again for each participant whose actions a revision changed. It includes the protocols of the
 * changed instruments.
 * @param changed  the codes of the instruments of those actions
 */
export function refreshStatuses(
  tx: Tx,
  client: Db['$client'],
  revision: number,
  changed: readonly string[],
): void {
  const statements = prepareStatements(tx, client, revision)
  const protocolsOf = tx
    .select()
    .from(instruments)
    .where(
      or(eq(instruments.code, sql.placeholder('code')), eq(instruments.convention, sql.placeholder('code'))),
    )
    .prepare()
  const affected = new Map(
    changed.flatMap((code) => protocolsOf.all({ code })).map((terms) => [terms.code, terms]),
  )
  for (const terms of affected.values()) {
    const convention =
      terms.convention === null
        ? undefined
        : tx.select().from(instruments).where(eq(instruments.code, terms.convention)).get()
    refreshInstrument(statements, terms, convention)
  }
}

/** Statements that run once for each instrument or period, prepared only once. */
function prepareStatements(tx: Tx, client: Db['$client'], revision: number) {
  const isHeld = and(eq(statuses.instrument, sql.placeholder('instrument')), isNull(statuses.knownUntil))
  const isOfEither = or(
    eq(actions.instrument, sql.placeholder('instrument')),
    eq(actions.instrument, sql.placeholder('convention')),
  )
  // With a plus sign, SQLite takes the index by instrument. By revision, it would walk the whole import for each instrument.
  const isOfRevision = sql`(+${actions.knownFrom} = ${revision} OR +${actions.knownUntil} = ${revision})`
  return {
    touched: tx
      .selectDistinct({ participant: actions.participant, performedBy: actions.performedBy })
      .from(actions)
      .where(and(isOfEither, isOfRevision))
      .prepare(),
    heldActions: tx
      .select(historyColumns)
      .from(actions)
      .where(and(isOfEither, isNull(actions.knownUntil)))
      .prepare(),
    lastDayOf: lastDaysOf(
      tx
        .select({ code: participants.code, memberUntil: participants.memberUntil })
        .from(participants)
        .where(isNotNull(participants.memberUntil))
        .all(),
    ),
    heldPeriods: tx.select().from(statuses).where(isHeld).prepare(),
    periods: bulkInsert(client, statuses, { knownFrom: revision, knownUntil: null }),
    endPeriod: tx
      .update(statuses)
      .set({ knownUntil: revision })
      .where(
        and(
          isHeld,
          eq(statuses.participant, sql.placeholder('participant')),
          eq(statuses.validFrom, sql.placeholder('validFrom')),
        ),
      )
      .prepare(),
  }
}

type Statements = ReturnType<typeof prepareStatements>

function refreshInstrument(
  { touched, heldActions, heldPeriods, lastDayOf, periods: added, endPeriod }: Statements,
  terms: Terms,
  convention: Terms | undefined,
): void {
  const codes = { instrument: terms.code, convention: convention?.code ?? null }
  const actionsOf = byActor(heldActions.all(codes))
  const periodsOf = grouped(heldPeriods.all(codes), ({ participant }) => participant)
  const actors = touched
    .all(codes)
    .flatMap(({ participant, performedBy }) => [participant, performedBy ?? participant])
  for (const participant of new Set(actors)) {
    const acts = actsOf(participant, actionsOf.get(participant) ?? [], lastDayOf)
    const history = historyOf(acts, terms, convention)
    const derived = byKey(periods(history).map((period) => toRow(period, participant, terms)))
    const held = byKey(periodsOf.get(participant) ?? [])
    for (const [key, row] of held) if (!derived.has(key)) endPeriod.run({ ...row })
    for (const [key, row] of derived) if (!held.has(key)) added.add(row)
  }
  added.flush()
}

const byKey = <R extends DerivedRow>(rows: readonly R[]): Map<string, R> =>
  new Map(rows.map((row) => [keyOf(row), row]))

type DerivedRow = Omit<typeof statuses.$inferSelect, 'knownFrom' | 'knownUntil'>

const toRow = (period: Period<StoredAction>, participant: string, terms: Terms): DerivedRow => ({
  participant,
  instrument: terms.code,
  status: period.status,
  validFrom: period.from,
  validUntil: period.until,
  signature: period.signature?.id ?? null,
  consent: period.consent?.id ?? null,
  inForceOn: period.consent === null ? null : entryIntoForce(period.consent, terms),
  withdrawal: period.withdrawal?.id ?? null,
  withdrawalEffectOn: period.withdrawal?.effectiveOn ?? null,
})

const keyOf = (row: DerivedRow): string =>
  [
    row.status,
    row.validFrom,
    row.validUntil,
    row.signature,
    row.consent,
    row.inForceOn,
    row.withdrawal,
    row.withdrawalEffectOn,
  ].join()
