import { asc } from 'drizzle-orm'
import type { BulkSource } from '../../tables/datapackage/tables.js'
import type { Db } from '../sqlite/open.js'
import { groupMembers, groups } from './schema.js'

/** The tables of groups, for the bulk data. */
export const groupSource = (db: Db): Pick<BulkSource, 'groups' | 'group-members'> => ({
  groups: () => db.select().from(groups).orderBy(asc(groups.code)).all(),
  'group-members': () =>
    db
      .select()
      .from(groupMembers)
      .orderBy(asc(groupMembers.group), asc(groupMembers.participant), asc(groupMembers.from))
      .all(),
})
