import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../db/open.js'
import { openStore } from '../db/store.js'
import { type AppOptions, buildApp } from '../http/app.js'
import { nameOfBuild } from './build.js'
import type { Config } from './config.js'
import { admission } from './import/admission.js'
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
  const importer = createImporter(database, admission(openStore(db), importToken), now)
  const app = await buildOver(db, config, importer, { now })
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error(err)
    await importer.stop()
    await app.close()
    db.$client.close()
  })
  const address = await app.listen({ host, port })
  print(`Serving ${address}/v1, documented at ${address}/docs`)
}

/** The API over a database, as it is configured. */
export const buildOver = (
  db: Db,
  {
    publicUrl,
    trustProxy,
    rateLimit,
    logLevel,
  }: Pick<Config, 'publicUrl' | 'trustProxy' | 'rateLimit' | 'logLevel'>,
  importer: AppOptions['importer'],
  { now }: Pick<World, 'now'>,
): Promise<FastifyInstance> =>
  buildApp({
    store: openStore(db),
    today: () => now().toISOString().slice(0, 10),
    importer,
    publicUrl,
    build: nameOfBuild(),
    trustProxy,
    rateLimit,
    logger: { level: logLevel },
    document: JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')),
  })
