import { asc, eq, isNull, sql } from 'drizzle-orm'
import { tokens } from './schema.js'
import type { Db } from './sqlite/open.js'

export type Token = typeof tokens.$inferSelect

/** Tokens for imports over HTTP, stored as digests. */
export function tokenQueries(db: Db) {
  const live = db.select().from(tokens).where(isNull(tokens.revokedAt)).orderBy(asc(tokens.name)).prepare()
  const byName = db
    .select()
    .from(tokens)
    .where(eq(tokens.name, sql.placeholder('name')))
    .prepare()

  return {
    /** Tokens that are not revoked. */
    live: (): Token[] => live.all(),

    all: (): Token[] => db.select().from(tokens).orderBy(asc(tokens.name)).all(),

    byName: (name: string): Token | undefined => byName.get({ name }),

    add(token: Omit<Token, 'revokedAt'>): void {
      db.insert(tokens).values(token).run()
    },

    revoke(name: string, revokedAt: string): void {
      db.update(tokens).set({ revokedAt }).where(eq(tokens.name, name)).run()
    },
  }
}
