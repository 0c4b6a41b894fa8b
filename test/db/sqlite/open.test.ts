import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../../src/cli/package-files.js'
import { Database } from '../../../src/db/sqlite/driver.js'
import { isReadOnly, openUnwritable } from '../../../src/db/sqlite/open.js'
import { openStore } from '../../../src/db/store.js'
import { seededDatabase } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

/** SQLite can then not make the file of its shared memory, as on a read-only mount. */
const lock = (file: string) => symlinkSync('/nowhere/at/all', `${file}-shm`)

/** A record in WAL mode, closed. */
function recordIn(t: Test, locked: boolean): string {
  const file = join(temporary(t), 'record.db')
  seededDatabase(t, file).$client.close()
  if (locked) lock(file)
  return file
}

const opened = (t: Test, file: string) => {
  const db = openUnwritable(file, packageFile('migrations'))
  t.teardown(() => db.$client.close())
  return db
}

t.test(
  'a database that cannot be written is read: in place where SQLite can, else from memory',
  async (t) => {
    for (const locked of [false, true]) {
      const db = opened(t, recordIn(t, locked))
      t.equal(db.$client.memory, locked)
      const store = openStore(db)
      t.equal(store.version()?.revision, 1)
      t.equal(store.isReadOnly, true)
      t.equal(store.unreadable(), null)
      t.throws(() => store.participants.addAlias('Nowhere', 'USA'), { message: /readonly database/ })
    }
  },
)

t.test('what must be done where it may be written is said, and nothing is read past it', async (t) => {
  const cases: [what: string, (file: string) => void, RegExp][] = [
    [
      'a log is left behind',
      (file) => writeFileSync(`${file}-wal`, 'a log'),
      /its last changes are in a file beside it \(-wal\): open it once where it may be written/,
    ],
    [
      'migrations are pending',
      (file) => change(file, 'UPDATE __drizzle_migrations SET created_at = created_at - 1e12'),
      /of an earlier version of this program: run “ratification migrate” where it may be written/,
    ],
    [
      'a newer version has written it',
      (file) =>
        change(file, "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)"),
      /was written by a newer version/,
    ],
    [
      'it is empty',
      (file) => {
        rmSync(file)
        change(file, 'CREATE TABLE another (name TEXT)')
      },
      /holds no record: run “ratification seed” where it may be written/,
    ],
    ['it is no database', (file) => writeFileSync(file, 'text '.repeat(1000)), /is no SQLite database/],
  ]
  for (const [what, spoil, message] of cases) {
    const file = recordIn(t, false)
    spoil(file)
    lock(file)
    t.throws(
      () => openUnwritable(file, packageFile('migrations')),
      { name: 'DatabaseRefused', message },
      what,
    )
  }
})

function change(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

t.test('a database that is not there is made, so it is not read-only', async (t) => {
  const folder = temporary(t)
  t.equal(isReadOnly(join(folder, 'record.db')), false)
  t.equal(isReadOnly(recordIn(t, false)), false)
})
