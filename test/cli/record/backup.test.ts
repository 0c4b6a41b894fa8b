import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Database } from '../../../src/db/sqlite/driver.js'
import { runAlone } from '../../fixtures/command.js'
import { csv } from '../../fixtures/imported.js'

/** A record with an import beside the seed, of which the newest lies in the write-ahead log of an open connection. */
async function recordIn(t: Test) {
  const folder = t.testdir({ '29-9.csv': csv('Participant,Accession(a)', 'Algeria,9 Mar 2004 a') })
  const file = join(folder, 'record.db')
  const environment = { DATABASE_URL: `file:${file}` }
  const at = (name: string) => join(folder, name)
  await runAlone(['import', at('29-9.csv'), '--as-at', '2010-01-01'], environment)
  return { at, environment, command: (...words: string[]) => runAlone(words, environment), folder }
}

const revisionOf = (file: string): unknown => {
  const db = new Database(file, { readonly: true })
  const revision = db.prepare('SELECT max(revision) FROM imports').pluck().get()
  db.close()
  return revision
}

t.test('a backup is one file, whole and verified, taken beside whoever has the record open', async (t) => {
  const { at, command, folder } = await recordIn(t)
  const reader = new Database(at('record.db'))
  reader.prepare('SELECT 1 FROM imports').get()
  t.match(JSON.parse((await command('backup', at('copy.db'), '--json')).stdout), { revision: 2 })
  reader.close()
  t.equal(revisionOf(at('copy.db')), 2)
  t.strictSame(
    readdirSync(folder).filter((name) => name.startsWith('copy')),
    ['copy.db'],
  )
  t.match(await command('backup', at('copy.db')), { code: 1, stderr: /copy\.db is there already/ })
  t.match(await command('backup', at('new/copy.db')), { code: 0 })
  t.match(await command('backup', at('copy.db/copy.db')), {
    code: 1,
    stderr: /^\S+copy\.db\.part cannot be opened: its folder is no folder\n$/,
  })
})

t.test('a backup is restored; what was there is kept', async (t) => {
  const { at, command } = await recordIn(t)
  await command('backup', at('copy.db'))
  await command('revert', '2')
  t.match(await command('restore', at('copy.db')), {
    code: 1,
    stderr: /record\.db is there already: --force keeps it as .*record\.db\.before-restore/,
  })
  t.equal(revisionOf(at('record.db')), 3)
  t.match(JSON.parse((await command('restore', at('copy.db'), '--force', '--json')).stdout), {
    revision: 2,
    kept: /before-restore$/,
  })
  t.equal(revisionOf(at('record.db')), 2)
  t.equal(revisionOf(at('record.db.before-restore')), 3)
  t.match(await command('restore', at('copy.db'), '--force'), { code: 1, stderr: /from an earlier restore/ })
  t.notOk(existsSync(at('record.db.part')))
  t.match(await runAlone(['restore', at('copy.db')], { DATABASE_URL: `file:${at('new/record.db')}` }), {
    code: 0,
  })
  t.match((await command('check')).stdout, /The record is sound/)
})

t.test('what is no whole record is not restored', async (t) => {
  const { at, command } = await recordIn(t)
  await command('backup', at('copy.db'))
  copyFileSync(at('copy.db'), at('damaged.db'))
  const db = new Database(at('damaged.db'))
  db.pragma('foreign_keys = OFF')
  db.exec("DELETE FROM participants WHERE code = 'DZA'")
  db.close()
  const empty = new Database(at('empty.db'))
  empty.exec('CREATE TABLE t (a)')
  empty.close()
  writeFileSync(at('text.db'), 'instrument,participant\n'.repeat(100))
  const refusals = [
    ['none.db', /none\.db is not there/],
    ['damaged.db', /damaged\.db has references that lead nowhere/],
    ['empty.db', /empty\.db is a database, but holds no record/],
    ['text.db', /text\.db is no SQLite database/],
  ] as const
  for (const [name, stderr] of refusals)
    t.match(await command('restore', at(name), '--force'), { code: 1, stderr }, name)
  t.equal(revisionOf(at('record.db')), 2, 'nothing was changed')
})

t.test('a damaged record gives way to a backup; one that is in use does not', async (t) => {
  const { at, command } = await recordIn(t)
  await command('backup', at('copy.db'))
  const user = new Database(at('record.db'))
  user.prepare('SELECT 1 FROM imports').get()
  t.match(await command('restore', at('copy.db'), '--force'), {
    code: 1,
    stderr: /record\.db is in use: stop the server/,
  })
  user.close()
  writeFileSync(at('record.db'), 'no database\n'.repeat(500))
  t.equal((await command('restore', at('copy.db'), '--force')).code, 0)
  t.equal(revisionOf(at('record.db')), 2)
})
