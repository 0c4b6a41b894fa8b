import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { certainties, listedGroupKinds } from '../../domain/vocabulary.js'
import { participants } from '../schema.js'

// STRICT and the CHECKs are in migrations/: drizzle-kit does not write them.

/** Groups of States, such as the African Union. Those of the United Nations' regions follow from `participants`. */
export const groups = sqliteTable('groups', {
  code: text().primaryKey(),
  name: text().notNull(),
  shortName: text('short_name'),
  kind: text({ enum: listedGroupKinds }).notNull(),
  url: text(),
  source: text(),
  /** Whether the operator added it: an edition of the seed leaves it alone. */
  isAdded: integer('is_added', { mode: 'boolean' }).notNull().default(false),
})

/** The periods of membership. A day may be known only by its month or year: `1976-12`, `1976`. */
export const groupMembers = sqliteTable(
  'group_members',
  {
    group: text('group_code')
      .notNull()
      .references(() => groups.code),
    participant: text()
      .notNull()
      .references(() => participants.code),
    /** Empty where there is no day to name. */
    from: text('valid_from').notNull().default(''),
    until: text('valid_until'),
    certainty: text({ enum: certainties }).notNull(),
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.group, table.participant, table.from] })],
)
