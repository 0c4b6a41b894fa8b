import { and, eq, getTableColumns, inArray, isNull, max, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { DomainError } from '../../domain/errors.js'
import type { groupMembers, groups } from '../groups/schema.js'
import {
  aliases,
  formerNames,
  gaps,
  instruments,
  instrumentTitles,
  paragraphs,
  participants,
  preconditions,
  printedTotals,
  regions,
  resolutions,
  urges,
} from '../schema.js'
import type { Db, Tx } from '../sqlite/open.js'
import { statementCoverage, territories } from '../statements/schema.js'
import { insertGroups, replaceGroups } from './group-writer.js'

type Insert<T extends { $inferInsert: object }> = readonly T['$inferInsert'][]

/** The tables beside the actions: participants, instruments, and what resolutions urge. */
export interface ReferenceTables {
  readonly regions: Insert<typeof regions>
  readonly participants: Insert<typeof participants>
  readonly aliases: Insert<typeof aliases>
  readonly 'former-names': Insert<typeof formerNames>
  readonly instruments: readonly Omit<typeof instruments.$inferInsert, 'position'>[]
  readonly 'instrument-titles': Insert<typeof instrumentTitles>
  readonly preconditions: readonly Omit<typeof preconditions.$inferInsert, 'position'>[]
  readonly resolutions: Insert<typeof resolutions>
  readonly paragraphs: Insert<typeof paragraphs>
  readonly urges: Insert<typeof urges>
  readonly totals: Insert<typeof printedTotals>
  readonly gaps: Insert<typeof gaps>
  readonly territories: Insert<typeof territories>
  readonly 'statement-coverage': Insert<typeof statementCoverage>
  readonly groups: Insert<typeof groups>
  readonly 'group-members': Insert<typeof groupMembers>
}

/** Writes the reference tables of an empty record, in one transaction. */
export function writeReference(db: Db, tables: ReferenceTables): void {
  db.transaction((tx) => {
    insert(tx, regions, tables.regions)
    insert(tx, participants, tables.participants)
    insert(tx, aliases, tables.aliases)
    insert(tx, formerNames, tables['former-names'])
    insert(tx, instruments, inOrder(tables.instruments))
    insert(tx, instrumentTitles, tables['instrument-titles'])
    insert(tx, preconditions, inOrder(tables.preconditions))
    insert(tx, resolutions, tables.resolutions)
    insert(tx, paragraphs, tables.paragraphs)
    insert(tx, urges, tables.urges)
    insert(tx, printedTotals, tables.totals)
    insert(tx, gaps, tables.gaps)
    insert(tx, territories, tables.territories)
    insert(tx, statementCoverage, tables['statement-coverage'])
    insertGroups(tx, tables.groups, tables['group-members'])
  })
}

/**
 * Takes back a name that 0.2.0 came with, whose records name no edition: two States bore the name Yugoslavia, and a table that says
 * no more may mean either.
 */
export function withdrawName(tx: Tx): void {
  tx.delete(aliases)
    .where(and(eq(aliases.name, 'Yugoslavia'), eq(aliases.participant, 'YUG')))
    .run()
}

/**
 * Takes over the reference tables of a new edition of the seed. Instruments, resolutions, groups and other names that the
 * operator added stay. Gaps and former names keep those of earlier revisions.
 * @param revision  the one that brings the edition in
 */
export function updateReference(tx: Tx, tables: ReferenceTables, revision: number): void {
  upsert(tx, regions, regions.code, tables.regions)
  upsert(tx, participants, participants.code, tables.participants)
  tx.insert(aliases)
    .values([...tables.aliases])
    .onConflictDoNothing()
    .run()
  const last =
    tx
      .select({ position: max(instruments.position) })
      .from(instruments)
      .get()?.position ?? 0
  refuseOtherCodes(tx, tables.instruments)
  const positions = new Map(
    tx
      .select()
      .from(instruments)
      .all()
      .map(({ code, position }) => [code, position]),
  )
  const placed = inOrder(tables.instruments).map((row) => ({
    ...row,
    position: positions.get(row.code) ?? last + row.position,
  }))
  upsert(tx, instruments, instruments.code, placed)
  upsert(
    tx,
    instrumentTitles,
    [instrumentTitles.instrument, instrumentTitles.language],
    tables['instrument-titles'],
  )
  upsert(tx, resolutions, resolutions.code, tables.resolutions)
  const ofSeed = { instruments: codesOf(tables.instruments), resolutions: codesOf(tables.resolutions) }
  replace(tx, urges, inArray(urges.resolution, ofSeed.resolutions), tables.urges)
  replace(tx, paragraphs, inArray(paragraphs.resolution, ofSeed.resolutions), tables.paragraphs)
  const required = inArray(preconditions.instrument, ofSeed.instruments)
  replace(tx, preconditions, required, inOrder(tables.preconditions))
  replace(tx, printedTotals, inArray(printedTotals.instrument, ofSeed.instruments), tables.totals)
  renew(tx, gaps, tables.gaps, revision)
  renew(tx, formerNames, tables['former-names'], revision)
  renew(tx, statementCoverage, tables['statement-coverage'], revision)
  upsert(tx, territories, [territories.code, territories.responsible], tables.territories)
  replaceGroups(tx, tables.groups, tables['group-members'])
}

/** @throws DomainError if the operator entered an instrument of the edition by its number, under another code */
function refuseOtherCodes(tx: Tx, edition: ReferenceTables['instruments']): void {
  const codes = new Map(
    tx
      .select()
      .from(instruments)
      .all()
      .map(({ number, code }) => [number, code]),
  )
  for (const { code, number } of edition) {
    const held = codes.get(number)
    if (held === undefined || held === code) continue
    const detail = `The record holds ${number} as “${held}”, and the edition as “${code}”: export the record, rename it there, and import it into an empty database`
    throw new DomainError('invalid-parameter', detail, 'instrument')
  }
}

const codesOf = (rows: readonly { readonly code: string }[]): string[] => rows.map(({ code }) => code)

/** Inserts rows, or sets every column of those that are there, in one statement: each is a round trip to a libSQL server. */
function upsert<T extends SQLiteTable>(
  tx: Tx,
  table: T,
  target: SQLiteColumn | SQLiteColumn[],
  rows: readonly T['$inferInsert'][],
): void {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table))
  const set = Object.fromEntries(columns.map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)]))
  tx.insert(table)
    .values([...rows])
    .onConflictDoUpdate({ target, set: set as never })
    .run()
}

/** Ends the rows of the last edition, and adds those of the next, so that earlier revisions answer as they did. */
function renew<T extends SQLiteTable & { readonly knownUntil: SQLiteColumn }>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
  revision: number,
): void {
  tx.update(table)
    .set({ knownUntil: revision } as never)
    .where(isNull(table.knownUntil))
    .run()
  insert(
    tx,
    table,
    rows.map((row) => ({ ...row, knownFrom: revision })),
  )
}

function replace<T extends SQLiteTable>(
  tx: Tx,
  table: T,
  old: SQL,
  rows: readonly T['$inferInsert'][],
): void {
  tx.delete(table).where(old).run()
  insert(tx, table, rows)
}

function insert<T extends SQLiteTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): void {
  if (rows.length > 0)
    tx.insert(table)
      .values([...rows])
      .run()
}

const inOrder = <T extends object>(rows: readonly T[]): (T & { position: number })[] =>
  rows.map((row, index) => ({ ...row, position: index + 1 }))
