import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { type Db, openReadOnly } from '../db/open.js'
import { openStore, type Store } from '../db/store.js'
import type { Day } from '../domain/vocabulary.js'
import { type AppOptions, buildApp } from '../http/app.js'
import type { Followed } from '../http/followed.js'
import { nameOfBuild } from './build.js'
import type { Config } from './config.js'
import { countsOfAll, tellCounts } from './counts-of-all.js'
import { admission } from './import/admission.js'
import { createImporter } from './import/importer.js'
import { packageFile } from './package-files.js'
import { openReady } from './ready.js'
import { type Following, follow } from './replica/follow.js'
import { superviseWorkers, type Word, type Workers } from './workers.js'
import type { World } from './world.js'

/**
 * Serves the API until the process is told to stop; requests in flight are then answered first.
 * @throws Error where the address cannot be listened on
 */
export async function serve(world: World): Promise<void> {
  const config = world.config()
  if (config.workers > 1 && cluster.isPrimary) return serveByWorkers(config, world)
  const following = config.primary && !cluster.isWorker ? followed(config, world) : null
  await following?.begun
  const told = cluster.isWorker ? fromSupervisor() : null
  const stopFollowing = () => following?.stop()
  try {
    await serveOne(config, world, following?.state ?? told?.followed ?? null, stopFollowing, told?.onStop)
  } catch (error) {
    stopFollowing()
    cluster.worker?.disconnect()
    throw error
  }
}

async function serveByWorkers(config: Config, world: World): Promise<void> {
  let workers: Workers | undefined
  const following = config.primary
    ? followed(config, world, (state) => workers?.tell({ followed: state }))
    : null
  // The record is made ready once, before many ask for it.
  if (following === null) openReady(world).$client.close()
  await following?.begun
  workers = superviseWorkers(config.workers, world, () => following?.stop())
}

function followed(
  { primary, database }: Config,
  { now, note }: World,
  onChange?: (state: Followed) => void,
): Following {
  if (primary === null) throw new Error('There is no primary to follow')
  return follow({ primary, replica: database }, now, note, onChange)
}

/** What a worker hears of the process that started it. */
function fromSupervisor() {
  let state: Followed | null = null
  const stops: (() => void)[] = []
  process.on('message', (word: Word<Followed>) => {
    if (word === 'stop') for (const stop of stops) stop()
    else if ('followed' in word) state = word.followed
  })
  return { followed: () => state, onStop: (stop: () => void) => void stops.push(stop) }
}

async function serveOne(
  config: Config,
  world: World,
  state: (() => Followed | null) | null,
  stopFollowing: () => void,
  onStop: (stop: () => void) => void = () => {},
): Promise<void> {
  const { host, port, database, primary, importToken } = config
  const db = primary ? openReadOnly(database) : openReady(world)
  const store = openStore(db)
  const isSeen = isSeenIn(store, primary !== null)
  const importer = createImporter({ database, primary }, admission(store, importToken), world.now, isSeen)
  const app = await buildOver(db, config, importer, world, {
    store,
    followed: state ?? (() => null),
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

/** Whether readers of this node see an import; one that follows a primary sees it a moment later. */
const isSeenIn =
  (store: Store, isReplica: boolean) =>
  (revision: number): boolean =>
    !isReplica || (store.version()?.revision ?? 0) >= revision

/** The UTC calendar day, written anew only when it turns: it is asked for several times a request. */
function todayBy(now: () => Date): () => Day {
  const millisecondsOfDay = 86_400_000
  let [number, day] = [-1, '']
  return () => {
    const instant = now()
    const current = Math.floor(instant.getTime() / millisecondsOfDay)
    if (current !== number) [number, day] = [current, instant.toISOString().slice(0, 10)]
    return day
  }
}

/** The API over a database, as it is configured. */
export const buildOver = (
  db: Db,
  {
    publicUrl,
    trustProxy,
    rateLimit,
    securityContact,
    logLevel,
  }: Pick<Config, 'publicUrl' | 'trustProxy' | 'rateLimit' | 'securityContact' | 'logLevel'>,
  importer: AppOptions['importer'],
  { now }: Pick<World, 'now'>,
  node: Pick<AppOptions, 'store' | 'followed' | 'countsOfAll'> = {
    store: openStore(db),
    followed: () => null,
  },
): Promise<FastifyInstance> =>
  buildApp({
    ...node,
    today: todayBy(now),
    importer,
    publicUrl,
    build: nameOfBuild(),
    trustProxy,
    rateLimit,
    securityContact,
    logger: { level: logLevel },
    document: JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')),
  })
