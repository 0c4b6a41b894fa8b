import { createHash } from 'node:crypto'
import { max } from 'drizzle-orm'
import { groupMembers, groups } from './groups/schema.js'
import { importQueries, type Revision } from './imports.js'
import { looks } from './looks/schema.js'
import {
  aliases,
  formerNames,
  gaps,
  instruments,
  instrumentTitles,
  paragraphs,
  participants,
  preconditions,
  regions,
  resolutions,
  urges,
} from './schema.js'
import type { Db } from './sqlite/open.js'
import { statementCoverage, territories } from './statements/schema.js'

/** The version of the data: with the query and the day, it determines every answer. */
export interface Version {
  readonly revision: number
  /** The instant of the newest import, RFC 3339 in UTC. */
  readonly importedAt: string
  /** A digest of the data without revisions: names, titles, resolutions, groups. */
  readonly reference: string
  /** The newest look at a depositary's page, on which only the answers depend that show it. */
  readonly looks: { readonly newest: number; readonly at: string | null }
}

/**
 * Caches the version of the record until something is written. Writes of this connection are seen at once, writes of
 * others on the next turn of the event loop. All queries of one turn therefore see one version.
 * @see https://www.sqlite.org/pragma.html#pragma_data_version
 * @returns a function that gives the version; undefined while nothing has been imported
 */
export function versionQuery(db: Db): () => Version | undefined {
  const written = db.$client.prepare('SELECT total_changes()').pluck()
  const writtenByOthers = db.$client.prepare('PRAGMA data_version').pluck()
  const { newest } = importQueries(db)
  const newestLook = db
    .select({ newest: max(looks.id), at: max(looks.lookedAt) })
    .from(looks)
    .prepare()
  let at = { own: -1, others: -1 }
  let isFresh = false
  let version: Version | undefined
  return () => {
    const own = Number(written.get())
    if (isFresh && own === at.own) return version
    isFresh = true
    setImmediate(() => {
      isFresh = false
    })
    const others = Number(writtenByOthers.get())
    if (own === at.own && others === at.others) return version
    at = { own, others }
    const found = newest()
    const look = newestLook.get()
    const seen = { newest: look?.newest ?? 0, at: look?.at ?? null }
    version = found && sameOr(version, found, referenceDigest(db), seen)
    return version
  }
}

/** The same object while nothing in it has changed, so that other writes leave the caches alone. */
function sameOr(
  version: Version | undefined,
  { number, importedAt }: Revision,
  reference: string,
  looks: Version['looks'],
): Version {
  return version?.revision === number &&
    version.importedAt === importedAt &&
    version.reference === reference &&
    version.looks.newest === looks.newest
    ? version
    : { revision: number, importedAt, reference, looks }
}

function referenceDigest(db: Db): string {
  const hash = createHash('sha256')
  for (const table of [
    regions,
    participants,
    aliases,
    formerNames,
    gaps,
    instruments,
    instrumentTitles,
    preconditions,
    resolutions,
    paragraphs,
    urges,
    territories,
    statementCoverage,
    groups,
    groupMembers,
  ])
    hash.update(JSON.stringify(db.select().from(table).all()))
  return hash.digest('base64url')
}
