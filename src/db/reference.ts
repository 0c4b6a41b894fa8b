import type { Db } from './open.js'
import {
  aliases,
  instruments,
  paragraphs,
  participants,
  preconditions,
  printedTotals,
  regions,
  resolutions,
  urges,
} from './schema.js'

type Insert<T extends { $inferInsert: object }> = readonly T['$inferInsert'][]

/** What the record needs beside actions: who there is, which instruments, and what resolutions urge. */
export interface ReferenceTables {
  readonly regions: Insert<typeof regions>
  readonly participants: Insert<typeof participants>
  readonly aliases: Insert<typeof aliases>
  readonly instruments: readonly Omit<typeof instruments.$inferInsert, 'position'>[]
  readonly preconditions: readonly Omit<typeof preconditions.$inferInsert, 'position'>[]
  readonly resolutions: Insert<typeof resolutions>
  readonly paragraphs: Insert<typeof paragraphs>
  readonly urges: Insert<typeof urges>
  readonly totals: Insert<typeof printedTotals>
}

/** Writes the reference tables of an empty record, in one transaction. */
export function writeReference(db: Db, tables: ReferenceTables): void {
  db.transaction((tx) => {
    for (const row of tables.regions) tx.insert(regions).values(row).run()
    for (const row of tables.participants) tx.insert(participants).values(row).run()
    for (const row of tables.aliases) tx.insert(aliases).values(row).run()
    for (const row of inOrder(tables.instruments)) tx.insert(instruments).values(row).run()
    for (const row of inOrder(tables.preconditions)) tx.insert(preconditions).values(row).run()
    for (const row of tables.resolutions) tx.insert(resolutions).values(row).run()
    for (const row of tables.paragraphs) tx.insert(paragraphs).values(row).run()
    for (const row of tables.urges) tx.insert(urges).values(row).run()
    for (const row of tables.totals) tx.insert(printedTotals).values(row).run()
  })
}

const inOrder = <T extends object>(rows: readonly T[]): (T & { position: number })[] =>
  rows.map((row, index) => ({ ...row, position: index + 1 }))
