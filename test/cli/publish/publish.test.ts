import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../../fixtures/command.js'
import { smallRecord } from '../../fixtures/small-record.js'
import { temporary } from '../../fixtures/temporary.js'

const publicUrl = 'https://org.example/ratification'

t.test('it writes a site, and says what it wrote', async (t) => {
  const folder = temporary(t)
  const [record, site] = [join(folder, 'record.db'), join(folder, 'site')]
  smallRecord(t).$client.exec(`VACUUM INTO '${record}'`)
  const environment = { DATABASE_URL: `file:${record}` }
  const first = await run(
    ['publish', site, '--public-url', `${publicUrl}/`, '--lang', 'en', '--json'],
    environment,
  )
  t.equal(first.code, 0, first.stderr)
  const { files, written, removed, ...said } = JSON.parse(first.stdout)
  t.strictSame(said, { folder: site, publicUrl, asOf: '2026-11-20', revision: 1 })
  t.equal(written.length, files)
  t.strictSame(removed, [])
  t.match(readFileSync(join(site, 'index.html'), 'utf8'), 'href="/ratification/states/HTI/"')
})

t.test('what it refuses, and how it exits', async (t) => {
  const folder = temporary(t)
  const record = join(folder, 'record.db')
  smallRecord(t).$client.exec(`VACUUM INTO '${record}'`)
  writeFileSync(join(folder, 'thesis.txt'), 'years of work')
  const site = join(folder, 'site')
  const url = ['--public-url', publicUrl]
  const cases = [
    { given: [site], code: 2, says: 'publish needs --public-url, or PUBLIC_URL' },
    {
      given: [site, '--public-url', 'org.example'],
      code: 2,
      says: 'no address like https://org.example/ratification',
    },
    { given: [site, '--public-url', 'ftp://org.example'], code: 2, says: 'no address' },
    { given: [site, '--public-url', 'https://org.example/?a=b'], code: 2, says: 'no address' },
    { given: [site, '--public-url', 'https://me:secret@org.example/'], code: 2, says: 'no address' },
    { given: [site, ...url, '--lang', 'fr,de'], code: 2, says: '“de” is not one of: ar, zh, en, fr, ru, es' },
    { given: [site, ...url, '--as-of', 'yesterday'], code: 2, says: '“yesterday” is not a day' },
    { given: [site, ...url, '--as-of', '2999-01-01'], code: 2, says: '2999-01-01 lies ahead' },
    { given: [folder, ...url], code: 1, says: 'is not empty, and “publish” did not write it' },
    { given: [join(folder, 'thesis.txt'), ...url], code: 1, says: 'thesis.txt' },
  ]
  for (const { given, code, says } of cases) {
    const ran = await run(['publish', ...given], { DATABASE_URL: `file:${record}` })
    t.equal(ran.code, code, `${given.join(' ')}: ${ran.stderr}`)
    t.match(ran.stderr, says)
    t.notMatch(ran.stderr, /\n\s+at /, 'no stack')
  }
  const none = await run(['publish', site, ...url], { DATABASE_URL: `file:${join(folder, 'none.db')}` })
  t.match(none, { code: 1, stderr: /There is no database/ })
  t.notOk(existsSync(site))
})
