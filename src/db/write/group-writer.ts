import { and, eq, inArray } from 'drizzle-orm'
import { DomainError } from '../../domain/errors.js'
import { groupMembers, groups } from '../groups/schema.js'
import type { Db, Tx } from '../sqlite/open.js'

type NewGroup = typeof groups.$inferInsert
type NewMember = typeof groupMembers.$inferInsert

/** The most rows of one statement: SQLite takes no more than 32,766 values in one. */
const chunk = 1_000

/** Takes over the groups of a new edition of the seed. Those that the operator added stay. */
export function replaceGroups(tx: Tx, edition: readonly NewGroup[], members: readonly NewMember[]): void {
  const added = tx.select().from(groups).where(eq(groups.isAdded, true)).all()
  const clash = added.find((own) => edition.some(({ code }) => code === own.code))
  if (clash !== undefined) {
    const detail = `You added a group “${clash.code}”, and the edition has one of that code: remove yours, or add it under another code`
    throw new DomainError('invalid-parameter', detail, 'group')
  }
  const ofSeed = tx.select({ code: groups.code }).from(groups).where(eq(groups.isAdded, false))
  tx.delete(groupMembers).where(inArray(groupMembers.group, ofSeed)).run()
  tx.delete(groups).where(eq(groups.isAdded, false)).run()
  insertGroups(tx, edition, members)
}

/** Inserts groups and their members. */
export function insertGroups(tx: Tx, added: readonly NewGroup[], members: readonly NewMember[]): void {
  if (added.length > 0)
    tx.insert(groups)
      .values([...added])
      .run()
  for (let at = 0; at < members.length; at += chunk)
    tx.insert(groupMembers)
      .values(members.slice(at, at + chunk))
      .run()
}

/** Adds a group of the operator’s own, or replaces it, in one transaction. */
export const addGroup = (
  db: Db,
  group: Omit<NewGroup, 'isAdded'>,
  members: readonly Omit<NewMember, 'group'>[],
): void =>
  db.transaction(
    (tx) => {
      removeAdded(tx, group.code)
      insertGroups(
        tx,
        [{ ...group, isAdded: true }],
        members.map((member) => ({ ...member, group: group.code })),
      )
    },
    { behavior: 'immediate' },
  )

/** Removes a group that the operator added, with its members. */
export const removeGroup = (db: Db, code: string): void =>
  db.transaction((tx) => removeAdded(tx, code), { behavior: 'immediate' })

function removeAdded(tx: Tx, code: string): void {
  const isAdded = and(eq(groups.code, code), eq(groups.isAdded, true))
  const added = tx.select({ code: groups.code }).from(groups).where(isAdded)
  tx.delete(groupMembers).where(inArray(groupMembers.group, added)).run()
  tx.delete(groups).where(isAdded).run()
}
