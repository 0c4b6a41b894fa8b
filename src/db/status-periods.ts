import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { entryIntoForce } from '../domain/entry-into-force.js'
import { grouped } from '../domain/grouped.js'
import { historyOf, type Period, periods } from '../domain/status.js'
import type { Tx } from './open.js'
import { named } from './placeholders.js'
import { actions, instruments, statuses } from './schema.js'

type StoredAction = typeof actions.$inferSelect
type Terms = typeof instruments.$inferSelect

/**
 * Derives anew the periods of every pair that changed, and of the protocols of a convention that changed.
 * @param changed  pairs of participant and instrument, as `AFG untoc`
 */
export function refreshStatuses(tx: Tx, revision: number, changed: ReadonlySet<string>): void {
  const statements = prepareStatements(tx, revision)
  const all = new Map(
    tx
      .select()
      .from(instruments)
      .all()
      .map((terms) => [terms.code, terms]),
  )
  const protocols = grouped(all.values(), ({ convention }) => convention)
  for (const pair of changed) {
    const [participant = '', code = ''] = pair.split(' ')
    for (const terms of [all.get(code), ...(protocols.get(code) ?? [])]) {
      const convention = all.get(terms?.convention ?? '')
      if (terms) refreshPair(statements, participant, terms, convention)
    }
  }
}

/** What runs once for each pair, prepared once for all of them. */
function prepareStatements(tx: Tx, revision: number) {
  const isHeldPair = and(
    eq(statuses.participant, sql.placeholder('participant')),
    eq(statuses.instrument, sql.placeholder('instrument')),
    isNull(statuses.knownUntil),
  )
  return {
    heldActions: tx
      .select()
      .from(actions)
      .where(
        and(
          eq(actions.participant, sql.placeholder('participant')),
          or(
            eq(actions.instrument, sql.placeholder('instrument')),
            eq(actions.instrument, sql.placeholder('convention')),
          ),
          isNull(actions.knownUntil),
        ),
      )
      .prepare(),
    heldPeriods: tx.select().from(statuses).where(isHeldPair).prepare(),
    addPeriod: tx
      .insert(statuses)
      .values({
        ...named('participant', 'instrument', 'status', 'validFrom', 'validUntil', 'signature', 'consent'),
        ...named('inForceOn', 'withdrawal', 'withdrawalEffectOn'),
        knownFrom: revision,
      })
      .prepare(),
    endPeriod: tx
      .update(statuses)
      .set({ knownUntil: revision })
      .where(and(isHeldPair, eq(statuses.validFrom, sql.placeholder('validFrom'))))
      .prepare(),
  }
}

type Statements = ReturnType<typeof prepareStatements>

function refreshPair(
  { heldActions, heldPeriods, addPeriod, endPeriod }: Statements,
  participant: string,
  terms: Terms,
  convention: Terms | undefined,
): void {
  const codes = { instrument: terms.code, convention: convention?.code ?? null }
  const history = historyOf(heldActions.all({ participant, ...codes }), terms, convention)
  const derived = new Map(
    periods(history)
      .map((period) => toRow(period, participant, terms))
      .map((row) => [keyOf(row), row]),
  )
  const held = new Map(
    heldPeriods.all({ participant, instrument: terms.code }).map((row) => [keyOf(row), row]),
  )
  for (const [key, row] of held) if (!derived.has(key)) endPeriod.run({ ...row })
  for (const [key, row] of derived) if (!held.has(key)) addPeriod.run({ ...row })
}

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
