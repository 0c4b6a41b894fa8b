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
} from '../schema.js'
import type { Db } from '../sqlite/open.js'

type Insert<T extends { $inferInsert: object }> = readonly T['$inferInsert'][]

/** The tables beside the actions: participants, instruments, and what resolutions urge. */
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
    tx.insert(regions)
      .values([...tables.regions])
      .run()
    tx.insert(participants)
      .values([...tables.participants])
      .run()
    tx.insert(aliases)
      .values([...tables.aliases])
      .run()
    tx.insert(instruments).values(inOrder(tables.instruments)).run()
    tx.insert(preconditions).values(inOrder(tables.preconditions)).run()
    tx.insert(resolutions)
      .values([...tables.resolutions])
      .run()
    tx.insert(paragraphs)
      .values([...tables.paragraphs])
      .run()
    tx.insert(urges)
      .values([...tables.urges])
      .run()
    tx.insert(printedTotals)
      .values([...tables.totals])
      .run()
  })
}

const inOrder = <T extends object>(rows: readonly T[]): (T & { position: number })[] =>
  rows.map((row, index) => ({ ...row, position: index + 1 }))
