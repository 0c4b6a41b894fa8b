import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Database } from '../../src/db/sqlite/driver.js'
import { run } from '../fixtures/command.js'

t.test('tokens are made, listed and revoked by name; the database holds none of them', async (t) => {
  const file = join(t.testdir(), 'record.db')
  const environment = { DATABASE_URL: `file:${file}` }
  await run(['seed'], environment)
  const made = JSON.parse((await run(['token', 'create', 'Press office', '--json'], environment)).stdout)
  t.match(made, { name: 'Press office', token: /^ratification_[\w-]{43}$/ })
  const plain = (await run(['token', 'create', 'bot'], environment)).stdout.trim()
  t.match(plain, /^ratification_[\w-]{43}$/)
  t.not(plain, made.token)

  t.match(JSON.parse((await run(['token', 'revoke', 'bot', '--json'], environment)).stdout), {
    name: 'bot',
    revokedAt: /^\d{4}-.*Z$/,
  })
  const listed = await run(['token', 'list', '--json'], environment)
  t.match(JSON.parse(listed.stdout), [
    { name: 'Press office', createdAt: String, revokedAt: null },
    { name: 'bot', revokedAt: String },
  ])
  t.match(
    (await run(['token', 'list'], environment)).stdout,
    /^Press office: made .*Z\nbot: made .*, revoked /,
  )
  t.notMatch(listed.stdout, /ratification_|digest/)
  for (const bytes of [file, `${file}-wal`].flatMap((one) => [readOrNothing(one)]))
    t.notOk(bytes.includes('ratification_'), 'no token is in the file')

  const refusals = [
    [['create', 'bot'], 1, /There is a token “bot” already, or was/],
    [['create', 'environment'], 2, /the name of the token in IMPORT_TOKEN/],
    [['create', '../x'], 2, /“..\/x” is no name/],
    [['revoke', 'bot'], 1, /“bot” was revoked already, at \d/],
    [['revoke', 'nobody'], 1, /A token “nobody” is not in the record/],
  ] as const
  for (const [words, code, stderr] of refusals)
    t.match(await run(['token', ...words], environment), { code, stderr }, words.join(' '))

  const db = new Database(file)
  t.throws(() => db.exec("UPDATE tokens SET revoked_at = NULL WHERE name = 'bot'"), /only revoked_at/)
  t.throws(() => db.exec("DELETE FROM tokens WHERE name = 'bot'"), /never removed/)
  db.close()
})

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
