import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { lookOutcomes } from '../../domain/look.js'
import { imports, instruments } from '../schema.js'

/** Every look at the page of an instrument: when, where, and what came of it. Rows are only added. */
export const looks = sqliteTable(
  'looks',
  {
    id: integer().primaryKey(),
    instrument: text()
      .notNull()
      .references(() => instruments.code),
    lookedAt: text('looked_at').notNull(),
    address: text().notNull(),
    /** Whether the address is of a copy, and not of the depositary. */
    isMirror: integer('is_mirror', { mode: 'boolean' }).notNull(),
    outcome: text({ enum: lookOutcomes }).notNull(),
    /** Why it was refused, or could not be had; else null. */
    why: text(),
    /** The revision that the page was compared with; of an import, its own. */
    revision: integer()
      .notNull()
      .references(() => imports.revision),
    /** The release that read the page: a later one may read more in it. */
    version: text().notNull(),
    etag: text(),
    lastModified: text('last_modified'),
  },
  (table) => [index('looks_by_instrument').on(table.instrument, table.id)],
)

/** Which scheduled moment of a task was begun last, and which process has it in hand. */
export const leases = sqliteTable('leases', {
  task: text().primaryKey(),
  moment: text().notNull(),
  /** Null once the task is done. */
  holder: text(),
  /** From then on another process may take it over. */
  heldUntil: text('held_until'),
})
