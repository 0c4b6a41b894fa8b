import t from 'tap'
import { readConfig } from '../../src/cli/config.js'

t.test('the defaults', async (t) => {
  t.strictSame(readConfig({ PORT: '' }), {
    host: '127.0.0.1',
    port: 3000,
    database: 'data/ratification.db',
    primary: null,
    workers: 1,
    importToken: null,
    publicUrl: '',
    trustProxy: false,
    rateLimit: 1200,
    hsts: null,
    securityContact: null,
    refresh: null,
    refreshContact: null,
    allowPrivateWebhooks: false,
    logLevel: 'info',
  })
})

t.test('what is given', async (t) => {
  const given = {
    HOST: '::1',
    PORT: '8080',
    DATABASE_URL: 'file:/srv/record.db',
    PUBLIC_URL: 'https://api.example.org/',
    TRUST_PROXY: 'true',
  }
  t.match(readConfig(given), {
    host: '::1',
    port: 8080,
    database: '/srv/record.db',
    publicUrl: 'https://api.example.org',
    trustProxy: true,
  })
})

t.test('a libSQL server, and the file that follows it', async (t) => {
  const given = { DATABASE_URL: 'libsql://record.example.org', DATABASE_AUTH_TOKEN: 'secret', WORKERS: '4' }
  t.match(readConfig(given), {
    database: 'data/replica.db',
    primary: { url: 'libsql://record.example.org', authToken: 'secret' },
    workers: 4,
  })
})

t.test('every fault is reported at once', async (t) => {
  const given = {
    PORT: 'http',
    DATABASE_URL: 'postgres://x',
    PUBLIC_URL: 'here',
    TRUST_PROXY: 'maybe',
    RATE_LIMIT: '-1',
    LOG_LEVEL: 'loud',
    IMPORT_TOKEN: 'two words',
  }
  t.throws(() => readConfig(given), {
    name: 'ConfigError',
    message:
      /^PORT=http is not a port\nDATABASE_URL=postgres:\/\/x is neither .*\nIMPORT_TOKEN is no token.*\nPUBLIC_URL=here is not .*\nTRUST_PROXY=maybe is neither .*\nRATE_LIMIT=-1 is not .*\nLOG_LEVEL=loud is not/,
  })
})

t.test('a public URL is an origin, and nothing after it', async (t) => {
  const taken = ['https://api.example.org', 'http://localhost:3000/', 'https://API.example.org']
  for (const url of taken) t.equal(readConfig({ PUBLIC_URL: url }).publicUrl, url.replace(/\/$/, ''), url)
  const refused = [
    'javascript:alert(1)',
    'ftp://x.example',
    'https://x.example/base',
    'https://x.example/?a=b',
    'https://u:p@x.example',
  ]
  for (const url of refused)
    t.throws(() => readConfig({ PUBLIC_URL: url }), { message: /is not an origin/ }, url)
})

t.test('which proxies are trusted', async (t) => {
  const cases = [
    ['false', false],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ] as const
  for (const [given, expected] of cases)
    t.strictSame(readConfig({ TRUST_PROXY: given }).trustProxy, expected, given)
  for (const wrong of ['2', '10.0.0.0/33', '::1/129', '10.0.0.1/8/9', 'proxy.example', '10.0.0.1,'])
    t.throws(() => readConfig({ TRUST_PROXY: wrong }), { name: 'ConfigError' }, wrong)
})

t.test('when to look at the depositary’s pages, and who asks', async (t) => {
  const contact = { REFRESH_CONTACT: 'mailto:record@example.org' }
  t.match(readConfig({ REFRESH: 'weekly', ...contact }), {
    refresh: { from: null },
    refreshContact: 'mailto:record@example.org',
  })
  const own = { REFRESH: '* * * * *', REFRESH_FROM: 'http://localhost:8080/pages' }
  t.match(readConfig(own), { refresh: { from: 'http://localhost:8080/pages' }, refreshContact: null })
  const cases: [given: Record<string, string>, faults: RegExp][] = [
    [{ REFRESH: 'hourly', ...contact }, /^REFRESH=hourly is neither weekly nor a cron expression .*$/],
    [
      { REFRESH: '*/5 * * * *', ...contact },
      /^REFRESH=\*\/5 \* \* \* \* looks more often than once an hour.*$/,
    ],
    [{ REFRESH: 'weekly' }, /^REFRESH_CONTACT is not set: .*$/],
    [{ REFRESH: 'weekly', PORT: 'x' }, /^PORT=x is not a port\nREFRESH_CONTACT is not set: .*$/],
    [{ REFRESH: 'weekly', REFRESH_FROM: 'https://mirror.example/' }, /^REFRESH_CONTACT is not set: .*$/],
    [{ REFRESH_CONTACT: 'me' }, /^REFRESH_CONTACT=me is neither .*$/],
    [{ REFRESH_CONTACT: 'mailto:a@example.org (me)' }, /^REFRESH_CONTACT=.* is neither .*$/],
    [{ REFRESH_FROM: 'http://mirror.example/' }, /^REFRESH_FROM=.* is not fetched: only https:\/\/ is.*$/],
    [{ REFRESH_FROM: '/nowhere' }, /^REFRESH_FROM=\/nowhere is neither a folder nor an address$/],
  ]
  for (const [given, message] of cases) t.throws(() => readConfig(given), { message })
})
t.test('a token that could be guessed is refused, with how to make one', async (t) => {
  const long = '0123456789abcdef0123456789abcdef'
  t.equal(readConfig({ IMPORT_TOKEN: long }).importToken, long)
  t.throws(() => readConfig({ IMPORT_TOKEN: long.slice(1) }), {
    name: 'ConfigError',
    message:
      /^IMPORT_TOKEN has fewer than 32 characters, and could be guessed: “openssl rand -hex 32” makes one$/,
  })
  t.throws(() => readConfig({ IMPORT_TOKEN: 'two words' }), { message: /^IMPORT_TOKEN is no token[^\n]*$/ })
})

t.test(
  'Strict-Transport-Security is sent where the public URL has TLS, and never for names below it',
  async (t) => {
    const cases = [
      [{}, null],
      [{ PUBLIC_URL: 'http://api.example.org' }, null],
      [{ PUBLIC_URL: 'https://api.example.org' }, 'max-age=63072000'],
      [{ PUBLIC_URL: 'https://api.example.org', HSTS: 'off' }, null],
      [{ HSTS: 'max-age=600' }, 'max-age=600'],
      [
        { HSTS: 'max-age=63072000; includeSubDomains; preload' },
        'max-age=63072000; includeSubDomains; preload',
      ],
    ] as const
    for (const [given, expected] of cases) t.equal(readConfig(given).hsts, expected, JSON.stringify(given))
    for (const wrong of ['on', '600', 'max-age=', 'max-age=1 day', 'max-age=1\r\nx: y', 'includeSubDomains'])
      t.throws(() => readConfig({ HSTS: wrong }), { name: 'ConfigError', message: /^HSTS=/ }, wrong)
  },
)
