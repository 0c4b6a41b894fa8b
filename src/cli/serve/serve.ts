import cluster from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import { openReadOnly } from '../../db/open.js'
import { openStore } from '../../db/store.js'
import type { ReplicaStatus } from '../../http/replica-status.js'
import { createImporter } from '../../import/queue.js'
import { admission } from '../../import/tokens.js'
import type { Config } from '../config.js'
import { ownProgram } from '../package-files.js'
import { openReady } from '../ready.js'
import type { World } from '../world.js'
import { appOver } from './app-over.js'
import { type Following, follow } from './follow.js'
import { countsOfAll, tellCounts } from './worker-metrics.js'
import { superviseWorkers, type WordToWorker, type Workers } from './workers.js'

/**
 * Serves the API until the process is told to stop; requests in flight are then answered first.
 * @throws Error where the address cannot be listened on
 */
export async function serve(world: World): Promise<void> {
  const config = world.config()
  if (config.workers > 1 && cluster.isPrimary) return serveByWorkers(config, world)
  const following = config.primary && !cluster.isWorker ? followPrimary(config, world) : null
  await following?.begun
  const told = cluster.isWorker ? fromSupervisor() : null
  const stopFollowing = () => following?.stop()
  try {
    await serveOne(
      config,
      world,
      following?.state ?? told?.replicaStatus ?? null,
      stopFollowing,
      told?.onStop,
    )
  } catch (error) {
    stopFollowing()
    cluster.worker?.disconnect()
    throw error
  }
}

async function serveByWorkers(config: Config, world: World): Promise<void> {
  let workers: Workers | undefined
  const following = config.primary
    ? followPrimary(config, world, (state) => workers?.tell({ replica: state }))
    : null
  // The record is made ready once, before many ask for it.
  if (following === null) openReady(world).$client.close()
  await following?.begun
  workers = superviseWorkers(config.workers, world, () => following?.stop())
}

function followPrimary(
  { primary, database }: Config,
  { now, note }: World,
  onChange?: (state: ReplicaStatus) => void,
): Following {
  if (primary === null) throw new Error('There is no primary to follow')
  return follow({ primary, replica: database }, now, note, onChange)
}

/** What a worker hears of the process that started it. */
function fromSupervisor() {
  let state: ReplicaStatus | null = null
  const stops: (() => void)[] = []
  process.on('message', (word: WordToWorker<ReplicaStatus>) => {
    if (word === 'stop') for (const stop of stops) stop()
    else if ('replica' in word) state = word.replica
  })
  return { replicaStatus: () => state, onStop: (stop: () => void) => void stops.push(stop) }
}

async function serveOne(
  config: Config,
  world: World,
  state: (() => ReplicaStatus | null) | null,
  stopFollowing: () => void,
  onStop: (stop: () => void) => void = () => {},
): Promise<void> {
  const { host, port, database, primary, importToken } = config
  const db = primary ? openReadOnly(database) : openReady(world)
  const store = openStore(db)
  // Who follows a primary sees an import a moment later; and within one turn of the event loop, nobody sees a new one.
  const isSeen = (revision: number) => (store.version()?.revision ?? 0) >= revision
  const importer = createImporter(
    { database, primary },
    admission(store, importToken),
    world.now,
    isSeen,
    ownProgram('import/worker'),
  )
  const app = await appOver(db, config, importer, world, {
    store,
    replicaStatus: state ?? (() => null),
    ...(cluster.isWorker && { countsOfAll }),
  })
  if (cluster.isWorker) tellCounts(app.counts)
  const grace = closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error(err)
    await importer.stop()
    await app.close()
    stopFollowing()
    db.$client.close()
  })
  let isStopping = false
  onStop(() => {
    if (!isStopping) void grace.close()
    isStopping = true
  })
  const address = await app.listen({ host, port }).catch(async (error) => {
    grace.uninstall()
    await app.close()
    db.$client.close()
    throw error
  })
  if (!cluster.isWorker) world.print(`Serving ${address}/v1, documented at ${address}/docs`)
}
