import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { assets } from '../../../src/pages/frame/assets.js'
import { documentedApp } from '../../fixtures/seeded.js'

const none = {}
const cases: [kind: string, address: string, headers: Record<string, string>, status: number][] = [
  ['one thing', '/v1/states/USA', none, 200],
  ['one thing, compressed', '/v1/states/USA', { 'accept-encoding': 'br' }, 200],
  ['a list', '/v1/outstanding?limit=3', none, 200],
  ['a list, compressed', '/v1/outstanding?limit=50', { 'accept-encoding': 'gzip' }, 200],
  ['a list as CSV', '/v1/states.csv', none, 200],
  ['a list as CSV, by Accept', '/v1/actions', { accept: 'text/csv' }, 200],
  ['a table in bulk, streamed', '/v1/datapackage/actions.csv', none, 200],
  ['the Data Package', '/v1/datapackage.json', none, 200],
  ['a feed', '/v1/feeds/actions.atom', none, 200],
  ['a permalink', '/v1/states/USA?asOf=2020-01-01&revision=1', none, 200],
  ['what is held already', '/v1/states', { 'if-none-match': '*' }, 304],
  [
    'what is held already, compressed',
    '/v1/instruments',
    { 'if-none-match': '*', 'accept-encoding': 'br' },
    304,
  ],
  ['a table in bulk that is held already', '/v1/datapackage/urges.csv', { 'if-none-match': '*' }, 304],
  ['a page', '/states/USA', none, 200],
  ['a page, compressed', '/outstanding', { 'accept-encoding': 'br' }, 200],
  ['the first page', '/', none, 200],
  ['a badge', '/badges/states/USA.svg', none, 200],
  ['a card', '/embed/states/USA', none, 200],
  ['a picture', '/og/states/USA.png', none, 200],
  ['the style sheet, compressed', assets.style.path, { 'accept-encoding': 'br' }, 200],
  ['a page of the documentation', '/docs', none, 200],
  ['the document', '/openapi.json', none, 200],
  ['the catalog', '/.well-known/api-catalog', none, 200],
  ['health', '/healthz', none, 200],
  ['readiness', '/readyz', none, 200],
  ['a page of a problem', '/problems/not-found', none, 200],
  ['another code', '/v1/states/us', none, 308],
  ['a slash too many', '/v1/states/', none, 308],
  ['an unknown parameter', '/v1/states?colour=red', none, 400],
  ['a State that is none', '/v1/states/ZZZ', none, 404],
  ['nothing', '/nothing', none, 404],
  ['nothing, as a page', '/nothing', { accept: 'text/html' }, 404],
]

t.test('HEAD of every kind of answer has the headers of GET, and no body', async (t) => {
  const { app } = await documentedApp(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const ask = async (method: string, path: string, headers: Record<string, string>) => {
    const asked = request({ port, method, path, headers, agent: false }).end()
    const [reply] = await once(asked, 'response')
    let length = 0
    for await (const piece of reply) length += piece.length
    // What is said of the connection, and of the way that a body takes on it, is not of the answer.
    const { date, connection, 'transfer-encoding': _, ...rest } = reply.headers
    return { status: reply.statusCode, headers: rest, length }
  }
  for (const [kind, address, headers, status] of cases)
    t.test(`${kind}: ${address}`, async (t) => {
      // Made anew, kept, and given ahead of the framework; each asked for first by another method.
      for (const first of ['HEAD', 'GET', 'HEAD', 'GET']) {
        const one = await ask(first, address, headers)
        const other = await ask(first === 'GET' ? 'HEAD' : 'GET', address, headers)
        const [head, get] = first === 'HEAD' ? [one, other] : [other, one]
        t.equal(head.status, status)
        t.equal(get.status, status)
        t.equal(head.length, 0)
        t.strictSame(head.headers, get.headers)
      }
    })
})
