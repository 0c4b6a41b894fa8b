import { createHash } from 'node:crypto'
import { importQueries } from './imports.js'
import type { Db } from './open.js'
import {
  aliases,
  instruments,
  paragraphs,
  participants,
  preconditions,
  regions,
  resolutions,
  urges,
} from './schema.js'

/** What every answer follows from, but for the question and the day. */
export interface Version {
  readonly revision: number
  /** The instant of the newest import, RFC 3339 in UTC. */
  readonly importedAt: string
  /** Names what has no revisions: names, titles, resolutions. */
  readonly reference: string
}

/**
 * The version of the record, found out anew only where something was written. What this connection writes is seen at once;
 * what another does, with the next turn of the event loop: all that is asked in one turn is asked of one version.
 * @see https://www.sqlite.org/pragma.html#pragma_data_version
 * @returns a question that answers undefined while nothing has been imported
 */
export function versionQuery(db: Db): () => Version | undefined {
  const written = db.$client.prepare('SELECT total_changes()').pluck()
  const writtenByOthers = db.$client.prepare('PRAGMA data_version').pluck()
  const { newest } = importQueries(db)
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
    version = found && {
      revision: found.number,
      importedAt: found.importedAt,
      reference: referenceDigest(db),
    }
    return version
  }
}

function referenceDigest(db: Db): string {
  const hash = createHash('sha256')
  for (const table of [
    regions,
    participants,
    aliases,
    instruments,
    preconditions,
    resolutions,
    paragraphs,
    urges,
  ])
    hash.update(JSON.stringify(db.select().from(table).all()))
  return hash.digest('base64url')
}
