import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Database } from '../../src/db/sqlite/driver.js'
import { main, path, runAlone } from '../fixtures/command.js'
import { csv } from '../fixtures/imported.js'
import { kills } from './kills.js'

// A folder import is killed at fifty different moments: the record must open, be whole, and hold whole files only.

const tables = 160
const rowsEach = 193

t.test(`kill -9 in the middle of a folder import, ${kills} times`, { timeout: 600_000 }, async (t) => {
  const root = t.testdir()
  const folder = join(root, 'tables')
  const environment = { DATABASE_URL: `file:${join(root, 'record.db')}` }
  await runAlone(['seed'], environment)
  mkdirSync(folder)
  const db = new Database(join(root, 'record.db'))
  const names = db
    .prepare("SELECT name_en FROM participants WHERE kind = 'member-state'")
    .pluck()
    .all() as string[]
  db.close()
  t.equal(names.length, rowsEach)
  for (let number = 1; number <= tables; number++) {
    const rows = names.map((name, at) => `"${name}",${((at + number) % 28) + 1} Mar 1999 a`)
    writeFileSync(join(folder, `29-${number}.csv`), csv('Participant,Accession(a)', ...rows))
  }
  let cutShort = 0
  for (let time = 0; time < kills; time++) {
    await killAfter(1 + (time % 2), (time * 7) % 23, folder, environment)
    const held = inspect(join(root, 'record.db'))
    t.equal(held.integrity, 'ok', `killed ${time + 1} time(s): ${held.files} whole files`)
    t.strictSame(held.partial, [], 'no file is there in part')
    if (held.files > 0 && held.files < tables) cutShort++
  }
  t.ok(cutShort > kills / 2, `${cutShort} kills came in the middle`)
  t.equal((await runAlone(['import', folder, '--as-at', '2000-01-01'], environment)).code, 0)
  t.equal(inspect(join(root, 'record.db')).files, tables, 'the rest goes in afterwards')
})

/** Imports the folder, and kills the import some milliseconds after it has said that so many files went in. */
async function killAfter(
  files: number,
  milliseconds: number,
  folder: string,
  environment: Record<string, string>,
) {
  const child = spawn(process.execPath, [main, 'import', folder, '--as-at', '2000-01-01'], {
    env: { PATH: path, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
    if (said.split('; revision ').length > files) setTimeout(() => child.kill('SIGKILL'), milliseconds)
  })
  await once(child, 'exit')
}

function inspect(file: string) {
  const db = new Database(file)
  const counts = (table: string) =>
    db
      .prepare(
        `SELECT instrument, count(*) AS n FROM ${table} WHERE instrument LIKE 'xxix-%' GROUP BY instrument`,
      )
      .all() as {
      instrument: string
      n: number
    }[]
  const actions = counts('actions')
  const partial = [...actions, ...counts('statuses')].filter(({ n }) => n !== rowsEach)
  const integrity = db.pragma('integrity_check', { simple: true })
  const imports = db.prepare('SELECT count(*) FROM imports WHERE revision > 1').pluck().get()
  if (imports !== actions.length) partial.push({ instrument: 'imports', n: Number(imports) })
  db.close()
  return { integrity, partial, files: actions.length }
}
