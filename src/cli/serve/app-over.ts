import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, buildApp } from '../../app.js'
import type { Db } from '../../db/sqlite/open.js'
import { openStore } from '../../db/store.js'
import { utcDay } from '../../domain/calendar.js'
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
  node: Pick<
    AppOptions,
    'store' | 'replicaStatus' | 'countsOfAll' | 'countRequest' | 'otherMetrics' | 'isStatic'
  > = {
    store: openStore(db),
    replicaStatus: () => null,
  },
): Promise<FastifyInstance> =>
  buildApp({
    ...node,
    ...clockOf(now),
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

/** Today in UTC, and where the day begins first. */
export const clockOf = (now: () => Date) => ({ today: dayBy(now, 0), todayAnywhere: dayBy(now, 14) })

/** The day at some hours ahead of UTC, cached until midnight: each request needs it several times. */
function dayBy(now: () => Date, hoursAhead: number): () => Day {
  const [hour, hoursOfDay] = [3_600_000, 24]
  let [number, day] = [-1, '']
  return () => {
    const instant = now().getTime() + hoursAhead * hour
    const current = Math.floor(instant / (hoursOfDay * hour))
    if (current !== number) [number, day] = [current, utcDay(new Date(instant))]
    return day
  }
}
