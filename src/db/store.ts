import { actionQueries } from './actions.js'
import { bulkQueries } from './bulk.js'
import { changeQueries } from './changes.js'
import { groupQueries } from './groups/groups.js'
import { importQueries } from './imports.js'
import { instrumentQueries } from './instruments.js'
import { lookQueries } from './looks/looks.js'
import { participantQueries } from './participants.js'
import { resolutionQueries } from './resolutions.js'
import { memoPerVersion } from './sqlite/memo.js'
import type { Db } from './sqlite/open.js'
import { unreadableQuery } from './sqlite/unreadable.js'
import { statementChangeQueries } from './statements/changes.js'
import { statementQueries } from './statements.js'
import { statusQueries } from './statuses.js'
import { territoryQueries } from './territories.js'
import { tokenQueries } from './tokens.js'
import { versionQuery } from './version.js'

/** All queries of the record, each prepared once. */
export function openStore(db: Db) {
  const version = versionQuery(db)
  const memo = memoPerVersion(version)
  const instruments = instrumentQueries(db, memo)
  return {
    participants: participantQueries(db, memo),
    groups: groupQueries(db, memo),
    instruments,
    resolutions: resolutionQueries(db, memo),
    statuses: statusQueries(db, memo),
    statements: { ...statementQueries(db, memo), ...statementChangeQueries(db, memo) },
    territories: territoryQueries(db, memo),
    actions: actionQueries(db),
    changes: changeQueries(db),
    imports: importQueries(db),
    bulk: bulkQueries(db, instruments),
    tokens: tokenQueries(db),
    looks: lookQueries(db, memo),
    version,
    unreadable: unreadableQuery(db),
    /** Whether this connection cannot write. A replica’s cannot either, but its imports go to the primary. */
    isReadOnly: db.$client.readonly === true,
  }
}

export type Store = ReturnType<typeof openStore>
