import { actionQueries } from './actions.js'
import { bulkQueries } from './bulk.js'
import { changeQueries } from './changes.js'
import { importQueries } from './imports.js'
import { instrumentQueries } from './instruments.js'
import type { Db } from './open.js'
import { participantQueries } from './participants.js'
import { resolutionQueries } from './resolutions.js'
import { statusQueries } from './statuses.js'
import { tokenQueries } from './tokens.js'
import { versionQuery } from './version.js'

/** Every question that can be put to the record, each prepared once. */
export const openStore = (db: Db) => ({
  participants: participantQueries(db),
  instruments: instrumentQueries(db),
  resolutions: resolutionQueries(db),
  statuses: statusQueries(db),
  actions: actionQueries(db),
  changes: changeQueries(db),
  imports: importQueries(db),
  bulk: bulkQueries(db),
  tokens: tokenQueries(db),
  version: versionQuery(db),
})

export type Store = ReturnType<typeof openStore>
