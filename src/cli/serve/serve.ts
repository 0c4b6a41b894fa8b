import cluster from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import { Registry } from 'prom-client'
import { webhookMetrics } from '../../api/webhooks/metrics.js'
import { type Db, isReadOnly, openReadOnly } from '../../db/sqlite/open.js'
import { openStore, type Store } from '../../db/store.js'
import type { ReplicaStatus } from '../../http/replica-status.js'
import type { Importer } from '../../import/importer.js'
import { createImporter } from '../../import/queue.js'
import { newerEdition } from '../../import/seed.js'
import { admission } from '../../import/tokens.js'
import type { Turns } from '../../import/turns.js'
import type { Config } from '../config.js'
import { packageFile, packageProgram } from '../package-files.js'
import { openReady } from '../ready.js'
import type { World } from '../world.js'
import { appOver } from './app-over.js'
import { type Following, follow } from './follow.js'
import { type Refreshing, startRefreshing } from './refreshing.js'
import { sharedLimits } from './shared-limits.js'
import { serveWebhooks } from './webhooks.js'
import { metricsOfAll, replyWithMetrics } from './worker-metrics.js'
import { superviseWorkers, type WorkerMessage, type Workers } from './workers.js'

/**
 * Serves the API until the process gets a stop signal, then finishes requests in flight.
 * @throws Error if it cannot listen on the address
 */
export async function serve(world: World): Promise<void> {
  const config = world.config()
  if (config.workers > 1 && cluster.isPrimary) return serveByWorkers(config, world)
  const following = config.primary && !cluster.isWorker ? followPrimary(config, world) : null
  await following?.ready
  const supervisor = cluster.isWorker ? fromSupervisor() : null
  const stopFollowing = () => following?.stop()
  try {
    await serveOne(
      config,
      world,
      following?.state ?? supervisor?.replicaStatus ?? null,
      stopFollowing,
      supervisor?.onStop,
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
    ? followPrimary(config, world, (state) => workers?.broadcast({ replica: state }))
    : null
  // Migrate and seed once, before the workers start.
  if (following === null) openReady(world).$client.close()
  await following?.ready
  const news = config.primary === null && isReadOnly(config.database) ? null : startNews(config, world)
  workers = superviseWorkers(
    config.workers,
    world,
    async () => news?.metrics() ?? [],
    async () => {
      await news?.stop()
      following?.stop()
    },
  )
}

/** Delivers webhooks and looks at the depositary's pages: one process does, however many serve. */
function startNews(config: Config, world: World) {
  const db = openReadOnly(config.database)
  const webhooks = serveWebhooks(config, db, world.note)
  const refreshing = startRefreshing(config, world)
  const register = new Registry()
  webhookMetrics(register, webhooks.status)
  return {
    metrics: () => register.getMetricsAsJSON(),
    stop: async () => {
      await Promise.all([webhooks.stop(), refreshing?.stop()])
      db.$client.close()
    },
  }
}

function followPrimary(
  { primary, database }: Config,
  { now, note }: World,
  onChange?: (state: ReplicaStatus) => void,
): Following {
  if (primary === null) throw new Error('There is no primary to follow')
  return follow({ primary, replica: database }, now, note, onChange)
}

/** Receives the messages of the supervisor in a worker. */
function fromSupervisor() {
  let state: ReplicaStatus | null = null
  const stops: (() => void)[] = []
  process.on('message', (message: WorkerMessage<ReplicaStatus>) => {
    if (message === 'stop') for (const stop of stops) stop()
    else if ('replica' in message) state = message.replica
  })
  return { replicaStatus: () => state, onStop: (stop: () => void) => void stops.push(stop) }
}

/** Says that the record was filled from an earlier edition of the seed than this release ships. */
function noteNewerEdition(db: Db, { note }: World): void {
  const edition = newerEdition(db, packageFile('seed'))
  if (edition !== null)
    note(`A newer edition of the record is there, of ${edition}: “ratification seed --update” brings it in`)
}

function importerOver(
  store: Store,
  { database, primary, importToken }: Config,
  { now }: World,
  turns?: Turns,
): Importer {
  // A replica sees an import after its next sync. Within one turn of the event loop, the version never changes.
  const isSeen = (revision: number) => (store.version()?.revision ?? 0) >= revision
  const worker = packageProgram('import/worker')
  return createImporter({ database, primary }, admission(store, importToken), now, isSeen, worker, turns)
}

async function serveOne(
  config: Config,
  world: World,
  state: (() => ReplicaStatus | null) | null,
  stopFollowing: () => void,
  onStop: (stop: () => void) => void = () => {},
): Promise<void> {
  const { host, port, database, primary } = config
  const db = primary ? openReadOnly(database) : openReady(world)
  const store = openStore(db)
  const isFirst = !cluster.isWorker || cluster.worker?.id === 1
  if (isFirst) noteNewerEdition(db, world)
  const limits = cluster.isWorker ? sharedLimits() : undefined
  const isFixed = primary === null && store.isReadOnly
  const importer = isFixed ? null : importerOver(store, config, world, limits?.turns)
  if (isFixed && isFirst) world.note(`${database} is read-only: it is served, and nothing can be imported`)
  const webhooks = cluster.isWorker || isFixed ? null : serveWebhooks(config, db, world.note)
  const app = await appOver(db, config, importer, world, {
    store,
    replicaStatus: state ?? (() => null),
    ...(limits && { countsOfAll: metricsOfAll, countRequest: limits.count }),
    ...(webhooks && { otherMetrics: (register) => webhookMetrics(register, webhooks.status) }),
  })
  if (cluster.isWorker) replyWithMetrics(app.counts)
  let refreshing: Refreshing | null = null
  const grace = closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error(err)
    await Promise.all([importer?.stop(), webhooks?.stop(), refreshing?.stop()])
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
    await webhooks?.stop()
    await app.close()
    db.$client.close()
    throw error
  })
  if (cluster.isWorker) return
  world.print(`Serving ${address}/v1, documented at ${address}/docs`)
  if (!isFixed) refreshing = startRefreshing(config, world)
}
