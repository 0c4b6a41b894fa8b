import { and, eq, isNull, max, or, sql } from 'drizzle-orm'
import type { Action } from '../domain/action.js'
import { entryIntoForce } from '../domain/entry-into-force.js'
import { type Reconciliation, reconcile } from '../domain/reconcile.js'
import { historyOf, type Period, periods } from '../domain/status.js'
import type { Day } from '../domain/vocabulary.js'
import type { Db } from './open.js'
import { actions, importedTables, imports, instruments, statuses } from './schema.js'

/** A file that was read without a fault: its provenance, and what it says of each instrument. */
export interface ImportedFile {
  readonly fileName: string
  /** lowercase hexadecimal */
  readonly sha256: string
  readonly format: string
  readonly rows: number
  readonly warnings: readonly string[]
  readonly tables: readonly ImportedTable[]
}

export interface ImportedTable {
  readonly instrument: string
  /** The last day for which the table speaks. */
  readonly asAt: Day
  readonly actions: readonly Action[]
}

export type TableDifference = Reconciliation<StoredAction> & Omit<ImportedTable, 'actions'>

type StoredAction = typeof actions.$inferSelect
type StoredPeriod = typeof statuses.$inferSelect
type Terms = typeof instruments.$inferSelect

/** An import would undo what the record knows, and was not told that it may. */
export class RemovalsRefused extends Error {
  override readonly name = 'RemovalsRefused'

  constructor(readonly removals: readonly Action[]) {
    super(`The table would remove ${removals.length} action(s) from the record`)
  }
}

/**
 * Reconciles a file with the record and writes what is new, in one transaction; a file with nothing new writes nothing.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 * @returns the revision that the import made (null where nothing was new), and what changed
 * @throws RemovalsRefused where an action would be removed without `allowRemovals`; nothing is written then
 */
export function recordImport(
  db: Db,
  file: ImportedFile,
  importedAt: string,
  { allowRemovals = false } = {},
): { revision: number | null; differences: TableDifference[] } {
  return db.transaction(
    (tx) => {
      const differences = file.tables.map((table) => difference(tx, table))
      const removals = differences.flatMap((one) => one.removals)
      if (removals.length > 0 && !allowRemovals) throw new RemovalsRefused(removals)
      if (differences.every(isEmpty)) return { revision: null, differences }
      const revision =
        (tx
          .select({ newest: max(imports.revision) })
          .from(imports)
          .get()?.newest ?? 0) + 1
      const { fileName, sha256, format, rows } = file
      tx.insert(imports)
        .values({ revision, importedAt, fileName, sha256, format, rows, warnings: [...file.warnings] })
        .run()
      for (const one of differences) writeDifference(tx, revision, one)
      const changed = new Set(differences.flatMap(touched))
      refreshStatuses(tx, revision, changed)
      return { revision, differences }
    },
    { behavior: 'immediate' },
  )
}

type Tx = Pick<Db, 'select' | 'insert' | 'update'>

function difference(tx: Tx, { instrument, asAt, actions: table }: ImportedTable): TableDifference {
  const recorded = tx
    .select()
    .from(actions)
    .where(and(eq(actions.instrument, instrument), isNull(actions.knownUntil)))
    .all()
  return { instrument, asAt, ...reconcile(recorded, table, asAt) }
}

const isEmpty = ({ additions, corrections, removals }: TableDifference): boolean =>
  additions.length + corrections.length + removals.length === 0

function writeDifference(tx: Tx, revision: number, one: TableDifference): void {
  const ended = [...one.removals, ...one.corrections.map(({ from }) => from)].map(({ id }) => id)
  const told = [...one.additions, ...one.corrections.map(({ to }) => to)]
  tx.insert(importedTables)
    .values({
      revision,
      instrument: one.instrument,
      asAt: one.asAt,
      added: one.additions.length,
      corrected: one.corrections.length,
      removed: one.removals.length,
    })
    .run()
  const end = tx
    .update(actions)
    .set({ knownUntil: sql`${sql.placeholder('revision')}` })
    .where(eq(actions.id, sql.placeholder('id')))
    .prepare()
  for (const id of ended) end.run({ id, revision })
  for (const action of told)
    tx.insert(actions)
      .values({ ...action, knownFrom: revision })
      .run()
}

/** The pairs of participant and instrument whose actions changed. */
const touched = (one: TableDifference): string[] =>
  [...one.additions, ...one.removals, ...one.corrections.map(({ to }) => to)].map(({ participant }) =>
    pairOf(participant, one.instrument),
  )

const pairOf = (participant: string, instrument: string): string => `${participant} ${instrument}`

/** Derives anew the periods of every pair that changed, and of the protocols of a convention that changed. */
function refreshStatuses(tx: Tx, revision: number, changed: ReadonlySet<string>): void {
  const all = tx.select().from(instruments).all()
  for (const pair of changed) {
    const [participant = '', code = ''] = pair.split(' ')
    for (const terms of all.filter((one) => one.code === code || one.convention === code)) {
      refreshPair(tx, revision, participant, terms, all)
    }
  }
}

function refreshPair(
  tx: Tx,
  revision: number,
  participant: string,
  terms: Terms,
  all: readonly Terms[],
): void {
  const derived = derivedPeriods(tx, participant, terms, all).map((period) =>
    toRow(period, participant, terms),
  )
  const stored = tx
    .select()
    .from(statuses)
    .where(
      and(
        eq(statuses.participant, participant),
        eq(statuses.instrument, terms.code),
        isNull(statuses.knownUntil),
      ),
    )
    .all()
  const held = new Map(stored.map((row) => [keyOf(row), row]))
  const wanted = new Map(derived.map((row) => [keyOf(row), row]))
  for (const [key, row] of held) if (!wanted.has(key)) endPeriod(tx, row, revision)
  for (const [key, row] of wanted) {
    if (!held.has(key))
      tx.insert(statuses)
        .values({ ...row, knownFrom: revision })
        .run()
  }
}

/** The periods of one participant's status to one instrument, from every action that the record holds now. */
function derivedPeriods(
  tx: Tx,
  participant: string,
  terms: Terms,
  all: readonly Terms[],
): Period<StoredAction>[] {
  const convention = all.find(({ code }) => code === terms.convention)
  const relevant = tx
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.participant, participant),
        isNull(actions.knownUntil),
        or(eq(actions.instrument, terms.code), convention && eq(actions.instrument, convention.code)),
      ),
    )
    .all()
  return periods(historyOf(relevant, terms, convention))
}

type DerivedRow = Omit<StoredPeriod, 'knownFrom' | 'knownUntil'>

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
  JSON.stringify([
    row.status,
    row.validFrom,
    row.validUntil,
    row.signature,
    row.consent,
    row.inForceOn,
    row.withdrawal,
    row.withdrawalEffectOn,
  ])

function endPeriod(
  tx: Tx,
  { participant, instrument, validFrom, knownFrom }: StoredPeriod,
  revision: number,
): void {
  tx.update(statuses)
    .set({ knownUntil: revision })
    .where(
      and(
        eq(statuses.participant, participant),
        eq(statuses.instrument, instrument),
        eq(statuses.validFrom, validFrom),
        eq(statuses.knownFrom, knownFrom),
      ),
    )
    .run()
}
