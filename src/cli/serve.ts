import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../db/open.js'
import { openStore } from '../db/store.js'
import type { Day } from '../domain/vocabulary.js'
import { type AppOptions, buildApp } from '../http/app.js'
import { nameOfBuild } from './build.js'
import type { Config } from './config.js'
import { createImporter } from './import/importer.js'
import { packageFile } from './package-files.js'
import type { World } from './world.js'

/**
 * Serves the API until the process is told to stop; requests in flight are then answered first.
 * @throws Error where the address cannot be listened on
 */
export async function serve(
  db: Db,
  config: Config,
  { now, print }: Pick<World, 'now' | 'print'>,
): Promise<void> {
  const { host, port, database, importToken } = config
  const importer = importToken === null ? null : createImporter(database, importToken, now)
  const app = await buildOver(db, config, importer, { now })
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error(err)
    await importer?.stop()
    await app.close()
    db.$client.close()
  })
  const address = await app.listen({ host, port })
  print(`Serving ${address}/v1, documented at ${address}/docs`)
}

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
  { publicUrl, trustProxy, logLevel }: Pick<Config, 'publicUrl' | 'trustProxy' | 'logLevel'>,
  importer: AppOptions['importer'],
  { now }: Pick<World, 'now'>,
): Promise<FastifyInstance> =>
  buildApp({
    store: openStore(db),
    today: todayBy(now),
    importer,
    publicUrl,
    build: nameOfBuild(),
    trustProxy,
    logger: { level: logLevel },
    document: JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')),
  })
