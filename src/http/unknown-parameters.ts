import { distance } from 'fastest-levenshtein'
import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { z } from 'zod'

/**
 * Parameters that advertisers, mailers and caches add to any link. Every address passes over them, so none may be the name
 * of a parameter of ours (`test/http/unknown-parameters.test.ts`).
 */
export const trackingParameters = [
  'utm_*',
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'twclid', 'ttclid'],
  ...[
    'li_fat_id',
    'igsh',
    'igshid',
    'mc_cid',
    'mc_eid',
    'mkt_tok',
    '_ga',
    '_gl',
    '_hsenc',
    '_hsmi',
    'ref_src',
  ],
  ...['_', 'v', 'ver', 'cb', 'nocache', 'cachebust', 'cachebuster', 'rnd', 'rand', 't', 'ts', 'timestamp'],
]

const isTracking = new RegExp(
  `^(?:${trackingParameters.map((name) => name.replace('*', '.*')).join('|')})$`,
  'i',
)

/**
 * Removes tracking and cache-busting parameters from an address, so that they split no cache. The rest stays as sent.
 *
 *     withoutTracking('/states/USA?utm_source=x&lang=fr')  // '/states/USA?lang=fr'
 */
export const withoutTracking = (url: string): string => keeping(url, (name) => !isTracking.test(name))

function keeping(url: string, isKept: (name: string) => boolean): string {
  const start = url.indexOf('?')
  if (start === -1) return url
  const query = url
    .slice(start + 1)
    .split('&')
    .filter((pair) => isKept(nameOf(pair)))
    .join('&')
  return query === '' ? url.slice(0, start) : `${url.slice(0, start)}?${query}`
}

function nameOf(pair: string): string {
  const [name = ''] = pair.split('=', 1)
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return name
  }
}

/**
 * Removes parameters that a route does not take from its address, where its schema is a `z.object`: pages, pictures, feeds
 * and `.csv` then have one ETag, one cache entry and one canonical address. A `z.strictObject` refuses them instead.
 * Register it before caching.
 */
export const passOverUnknown = plugin(
  (app, _options, done) => {
    app.addHook('onRequest', (request, _reply, next) => {
      const taken = takenBy(request)
      if (taken && !isStrict(taken) && request.url.includes('?'))
        request.raw.url = keeping(request.url, (name) => name in taken.shape)
      next()
    })
    done()
  },
  { name: 'pass-over-unknown' },
)

const isStrict = (schema: z.ZodObject): boolean => schema.def.catchall instanceof z.ZodNever

function takenBy(request: FastifyRequest): z.ZodObject | undefined {
  const { querystring } = (request.routeOptions.schema ?? {}) as { querystring?: unknown }
  return querystring instanceof z.ZodObject ? querystring : undefined
}

/** What is wrong with a parameter that an address does not take: what is meant, as far as that can be told. */
export function unknownParameter(
  parameter: string,
  request: FastifyRequest,
): { parameter: string; detail: string } {
  const known = Object.keys(takenBy(request)?.shape ?? {})
  const hint = hintFor(parameter, known)
  const allowed =
    known.length > 0 ? `the parameters are ${known.join(', ')}` : 'this address takes no parameters'
  const detail = `“${parameter}” is not a parameter of this address; ${allowed}`
  return { parameter, detail: hint === null ? detail : `${detail}. ${hint}` }
}

function hintFor(given: string, known: readonly string[]): string | null {
  const bare = given.replace(/\[.*$/s, '')
  if (bare !== given && known.includes(bare))
    return `Repeat “${bare}”, or separate its values by commas: “${bare}=a,b”.`
  if (asCsv.has(given.toLowerCase())) return 'For CSV, put “.csv” at the end of the path.'
  const near = nearest(bare, known)
  return near === undefined ? null : `Did you mean “${near}”?`
}

/** What other APIs call a parameter of ours, in plain spelling. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  asOf: ['date', 'day', 'on', 'at', 'asat'],
  cursor: ['page', 'offset', 'after', 'start'],
  instrument: ['treaty', 'convention', 'code'],
  limit: ['perpage', 'pagesize', 'size', 'count', 'top'],
  q: ['query', 'search', 'name'],
  since: ['from'],
  state: ['country', 'iso', 'iso3', 'party'],
  until: ['to'],
}

const asCsv = new Set(['format', 'output', 'bom'])

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The parameter of the same letters, or of another name in use, or else one or two letters away. */
function nearest(given: string, known: readonly string[]): string | undefined {
  const sought = plain(given)
  const spellings = [sought, sought.replace(/ies$/, 'y'), sought.replace(/s$/, ''), sought.replace(/es$/, '')]
  const isMeant = (name: string) =>
    spellings.some((one) => one === plain(name) || otherNames[name]?.includes(one))
  return known.find(isMeant) ?? known.find((name) => distance(sought, plain(name)) <= reach(name))
}

/** How many letters may differ: none of a name as short as “q”. */
const reach = (name: string): number => (name.length > 5 ? 2 : name.length > 3 ? 1 : 0)
