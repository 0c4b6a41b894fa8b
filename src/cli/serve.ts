import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import type { Db } from '../db/open.js'
import { openStore } from '../db/store.js'
import { buildApp } from '../http/app.js'
import { nameOfBuild } from './build.js'
import type { Config } from './config.js'
import { createImporter } from './import/importer.js'
import { packageFile } from './package-files.js'

/**
 * Serves the API until the process is told to stop; requests in flight are then answered first.
 * @throws Error where the address cannot be listened on
 */
export async function serve(
  db: Db,
  { host, port, database, importToken, publicUrl, trustProxy, logLevel }: Config,
  { now, print }: { now: () => Date; print: (line: string) => void },
): Promise<void> {
  const importer = importToken === null ? null : createImporter(database, importToken, now)
  const app = await buildApp({
    store: openStore(db),
    today: () => now().toISOString().slice(0, 10),
    importer,
    publicUrl,
    build: nameOfBuild(),
    trustProxy,
    logger: { level: logLevel },
    document: JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')),
  })
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error(err)
    await importer?.stop()
    await app.close()
    db.$client.close()
  })
  const address = await app.listen({ host, port })
  print(`Serving ${address}/v1, documented at ${address}/docs`)
}
