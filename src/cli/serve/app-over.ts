import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, buildApp } from '../../app.js'
import type { Db } from '../../db/sqlite/open.js'
import { openStore } from '../../db/store.js'
import type { Day } from '../../domain/vocabulary.js'
import { nameOfBuild } from '../build.js'
import type { Config } from '../config.js'
import { packageFile } from '../package-files.js'
import type { World } from '../world.js'

/** Builds the configured app over a database. */
export const appOver = (
  db: Db,
  {
    publicUrl,
    trustProxy,
    rateLimit,
    hsts,
    securityContact,
    logLevel,
  }: Pick<Config, 'publicUrl' | 'trustProxy' | 'rateLimit' | 'hsts' | 'securityContact' | 'logLevel'>,
  importer: AppOptions['importer'],
  { now }: Pick<World, 'now'>,
  node: Pick<AppOptions, 'store' | 'replicaStatus' | 'countsOfAll' | 'countRequest'> = {
    store: openStore(db),
    replicaStatus: () => null,
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
    hsts,
    securityContact,
    logger: { level: logLevel },
    document: JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')),
  })

/** The UTC day, cached until midnight: each request needs it several times. */
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
