import { setImmediate as turn } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Store } from '../../db/store.js'
import type { Document } from '../../http/openapi/openapi.js'
import { problemTypes } from '../../http/problem-types.js'
import { type Answer, rewrite } from './rewrite.js'
import { fileOf, type Published, type SiteAddress, siteAddress } from './site-address.js'

interface Source {
  readonly app: FastifyInstance
  readonly store: Store
  readonly document: Document
  readonly publicUrl: string
  readonly published: Published
}

/**
 * Asks the app for every answer that becomes a file: those that the record and the OpenAPI document name, and those that they
 * link to.
 * @returns the answers by their paths on the static host
 * @throws Error if the app fails
 */
export async function collect(source: Source): Promise<Map<string, Answer>> {
  const { app, publicUrl, published } = source
  const answers = new Map<string, Answer>()
  const seen = new Set<string>()
  const queue: SiteAddress[] = []
  const pathOf = (href: string): null => {
    const address = siteAddress(href, published)
    if (address === null || seen.has(address.path)) return null
    seen.add(address.path)
    queue.push(address)
    return null
  }
  for await (const href of firstAddresses(source)) pathOf(href)
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    // The pixels of a picture are freed between two turns of the event loop, and the app answers many within one.
    await turn()
    const answer = await answerOf(app, address)
    if (answer === null) continue
    answers.set(address.path, answer)
    rewrite(answer, address.path, { publicUrl, pathOf, paths: [] })
  }
  return answers
}

/** The answer to an address; null if it becomes no file. */
async function answerOf(app: FastifyInstance, { ask, path }: SiteAddress): Promise<Answer | null> {
  const isPage = path.endsWith('/')
  const reply = await app.inject({ url: ask, headers: { accept: isPage ? 'text/html' : '*/*' } })
  if (reply.statusCode >= 500) throw new Error(`${ask} answers ${reply.statusCode}: ${reply.body}`)
  const [type = ''] = String(reply.headers['content-type']).split(';')
  // Without an ending, a static host takes a file for a page.
  const isFile = reply.statusCode === 200 && (!isPage || type === 'text/html') && isWithin(fileOf(path))
  if (!isFile) return null
  const { 'content-security-policy': policy, 'referrer-policy': referrer } = reply.headers
  return { type, body: reply.rawPayload, policy: policy?.toString(), referrer: referrer?.toString() }
}

/** Whether a file lies in the folder of the site: a code may be anything that a table says. */
const isWithin = (file: string): boolean =>
  file.split('/').every((part) => /^[^\\\0]+$/.test(part) && part !== '.' && part !== '..')

async function* firstAddresses({ app, store, document }: Source): AsyncGenerator<string> {
  yield* [
    '/',
    '/404.html',
    '/docs',
    '/openapi.json',
    '/openapi-3.0.json',
    '/openapi.yaml',
    '/robots.txt',
    '/sitemap.xml',
  ]
  yield* Object.keys(problemTypes).map((type) => `/problems/${type}`)
  const paths = Object.keys(document.paths ?? {}).filter((path) => path.startsWith('/v1'))
  for (const path of paths) {
    const [list = '', rest] = path.split(/\/\{\w+\}/)
    if (rest === undefined) yield path
    else
      for (const code of await codesIn(app, store, list))
        yield* [`${list}/${code}${rest}`, ...(rest === '' ? facesOf(`${list}/${code}`) : [])]
  }
}

/** The pages, card and badge of what has an address in the API. The app has them for some. */
const facesOf = (path: string): string[] => {
  const own = path.slice('/v1/'.length)
  return [`/${own}`, `/embed/${own}`, `/badges/${own}.svg`, `/share?of=${own}`]
}

/** The codes or numbers of what is in a list of the API. */
async function codesIn(app: FastifyInstance, store: Store, list: string): Promise<string[]> {
  // Former States are on no list of today, and have pages.
  if (list === '/v1/states') return store.participants.all().map(({ code }) => code)
  const { data = [] } = (await app.inject(list)).json<{ data?: { code?: string; id?: string | number }[] }>()
  return data.flatMap(({ code, id }) => code ?? id ?? []).map(String)
}
