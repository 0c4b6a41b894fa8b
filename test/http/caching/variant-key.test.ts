import t from 'tap'
import { seededApp } from '../../fixtures/seeded.js'

const forwarded = (host: string, proto = 'https') => ({
  'x-forwarded-host': host,
  'x-forwarded-proto': proto,
})
const own = 'http://own.example/'
const [plain, here, elsewhere] = [{}, forwarded('here.example'), forwarded('elsewhere.example')]

/** What a feed names as its home: to the first, whom the framework answers, then to the next, who is answered from the cache if possible. */
const cases: {
  title: string
  trustProxy: boolean | string[]
  publicUrl?: string
  first: { from?: string; host?: string; headers: Record<string, string>; home: string }
  next: { headers: Record<string, string>; home: string }
}[] = [
  {
    title: 'no proxy: what is forwarded is not believed',
    trustProxy: false,
    first: { headers: here, home: own },
    next: { headers: elsewhere, home: own },
  },
  {
    title: 'no proxy, asked by another name',
    trustProxy: false,
    first: { host: 'other.example', headers: plain, home: 'http://other.example/' },
    next: { headers: plain, home: own },
  },
  {
    title: 'any proxy: another host',
    trustProxy: true,
    first: { headers: here, home: 'https://here.example/' },
    next: { headers: elsewhere, home: 'https://elsewhere.example/' },
  },
  {
    title: 'any proxy: another scheme',
    trustProxy: true,
    first: { headers: here, home: 'https://here.example/' },
    next: { headers: forwarded('here.example', 'http'), home: 'http://here.example/' },
  },
  {
    title: 'any proxy: then none',
    trustProxy: true,
    first: { headers: here, home: 'https://here.example/' },
    next: { headers: plain, home: own },
  },
  {
    title: 'any proxy: a scheme that is none of ours',
    trustProxy: true,
    first: { headers: forwarded('here.example', 'javascript'), home: 'http://here.example/' },
    next: { headers: here, home: 'https://here.example/' },
  },
  {
    title: 'one proxy asks first, then a stranger with its headers',
    trustProxy: ['192.0.2.1'],
    first: { from: '192.0.2.1', headers: here, home: 'https://here.example/' },
    next: { headers: here, home: own },
  },
  {
    title: 'a stranger asks first, then the one proxy',
    trustProxy: ['127.0.0.1'],
    first: { from: '192.0.2.1', headers: here, home: own },
    next: { headers: here, home: 'https://here.example/' },
  },
  {
    title: 'the public address is known: it is named to all',
    trustProxy: true,
    publicUrl: 'https://public.example',
    first: { headers: here, home: 'https://public.example/' },
    next: { headers: elsewhere, home: 'https://public.example/' },
  },
]

for (const { title, trustProxy, publicUrl = '', first, next } of cases)
  t.test(title, async (t) => {
    const { app } = await seededApp(t, { trustProxy, publicUrl })
    const at = await app.listen({ port: 0, host: '127.0.0.1' })
    const { host } = new URL(at)
    const url = '/v1/feeds/actions.json?limit=1'
    const plainly = { 'accept-encoding': 'identity', connection: 'close' }
    const made = await app.inject({
      url,
      headers: { ...plainly, host: first.host ?? host, ...first.headers },
      remoteAddress: first.from ?? '127.0.0.1',
    })
    const kept = await fetch(at + url, { headers: { ...plainly, ...next.headers } })
    const homes = [made.json(), await kept.json()].map(({ home_page_url }) =>
      home_page_url.replace(/changes$/, ''),
    )
    t.strictSame(
      homes,
      [first.home, next.home].map((home) => home.replace('own.example', host)),
    )
    t.equal(made.headers.etag === kept.headers.get('etag'), first.home === next.home, 'one home, one ETag')
  })
