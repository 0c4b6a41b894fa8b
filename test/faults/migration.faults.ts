import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { Database } from '../../src/db/sqlite/driver.js'
import { main, path, runAlone } from '../fixtures/command.js'
import { integrityOf } from '../fixtures/faults.js'
import { kills } from './kills.js'

// A migration of a large record is killed at fifty moments: the schema is the old one or the new one, and never between.

const actions = 120_000

t.test(`kill -9 in the middle of a migration, ${kills} times`, { timeout: 600_000 }, async (t) => {
  const root = t.testdir()
  const [old, file] = [join(root, 'old.db'), join(root, 'record.db')]
  largeAndOld(old)
  const environment = { DATABASE_URL: `file:${file}` }
  let [cutShort, finished] = [0, 0]
  const renew = () => {
    for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true })
    copyFileSync(old, file)
  }
  renew()
  for (let time = 0; time < kills; time++) {
    const wasBegun = await killWhileMigrating(file, time, environment)
    t.equal(integrityOf(file), 'ok', `killed ${time + 1} time(s)`)
    const found = schemaOf(file)
    t.ok(found.migrations === 1 || found.migrations === newest(), `${found.migrations} migrations`)
    t.equal(found.actions, actions)
    if (found.migrations === 1 && wasBegun) cutShort++
    if (found.migrations > 1) {
      finished++
      renew()
    }
  }
  t.ok(cutShort >= kills / 5, `${cutShort} kills came in the middle, ${finished} too late`)
  t.equal((await runAlone(['migrate'], environment)).code, 0)
  t.match(schemaOf(file), { migrations: newest(), actions }, 'it goes through afterwards')
})

/** Kills `migrate` some milliseconds after it has begun to write. @returns whether it had */
async function killWhileMigrating(file: string, time: number, environment: Record<string, string>) {
  const child = spawn(process.execPath, [main, 'migrate'], {
    env: { PATH: path, ...environment },
    stdio: 'ignore',
  })
  const exited = once(child, 'exit')
  const watch = new Database(file)
  watch.pragma('busy_timeout = 0')
  let isBegun = false
  while (!isBegun && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    isBegun = isLocked(watch)
  }
  watch.close()
  await new Promise((resolve) => setTimeout(resolve, (time * 13) % 90))
  child.kill('SIGKILL')
  await exited
  return isBegun
}

function isLocked(db: Database.Database): boolean {
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    return false
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true
    throw error
  }
}

/** A record of the first schema, with so many actions that to migrate it takes a while. */
function largeAndOld(file: string): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.exec(readFileSync(packageFile('test/fixtures/schemas/0000_record.sql'), 'utf8'))
  db.exec(`
    INSERT INTO actions (instrument, participant, action, earliest, latest, certainty, source, known_from)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${actions} - (SELECT count(*) FROM actions))
    SELECT 'cedaw', 'AFG', 'signature', '1980-01-01', '1980-01-01', 'inferred', 'row ' || i, 1 FROM n
  `)
  db.close()
}

function schemaOf(file: string) {
  const db = new Database(file)
  const one = (query: string) => Number(db.prepare(query).pluck().get())
  const found = {
    migrations: one('SELECT count(*) FROM __drizzle_migrations'),
    actions: one('SELECT count(*) FROM actions'),
  }
  db.close()
  return found
}

const newest = (): number =>
  JSON.parse(readFileSync(packageFile('migrations/meta/_journal.json'), 'utf8')).entries.length
