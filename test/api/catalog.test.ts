import { test } from 'tap'
import { seededApp } from '../fixtures/seeded.js'

const address = '/.well-known/api-catalog'

test('machines find the API from the host’s name (RFC 9727)', async (t) => {
  const { app } = await seededApp(t, { publicUrl: 'https://api.example.org' })
  const { headers, body } = await app.inject(address)
  t.match(
    headers['content-type'],
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  )
  const [api] = JSON.parse(body).linkset
  t.equal(api.anchor, 'https://api.example.org/v1')
  const hrefs = (relation: string) =>
    api[relation].map(({ href }: { href: string }) => new URL(href).pathname)
  t.strictSame(hrefs('service-desc'), ['/openapi.json', '/openapi-3.0.json'])
  t.strictSame([...hrefs('service-doc'), ...hrefs('status')], ['/docs', '/readyz'])
  for (const relation of ['service-doc', 'service-desc', 'status'])
    for (const link of api[relation])
      t.match(link, { href: /^https:\/\/api\.example\.org\//, type: String }, relation)
  t.equal((await app.inject(new URL(api.status[0].href).pathname)).statusCode, 200)
  const head = await app.inject({ method: 'HEAD', url: address })
  t.equal(head.headers.link, `<https://api.example.org${address}>; rel="api-catalog"`)
  t.match(
    (await app.inject('/v1')).headers.link,
    /<https:\/\/api\.example\.org\/\.well-known\/api-catalog>; rel="api-catalog"/,
  )
})
