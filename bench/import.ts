import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFile } from '../src/cli/package-files.js'
import { seedRecord } from '../src/cli/seed.js'
import { enterInstrument } from '../src/db/instruments.js'
import { migrateDatabase, openDatabase } from '../src/db/open.js'
import { openStore } from '../src/db/store.js'
import { plusDays } from '../src/domain/calendar.js'

// Rows a second and peak memory of an import, beside the sqlite3 command's own `.import` of the same rows, in the same
// run, into a table with the checks and indexes that the record has.

const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
const database = join(folder, 'record.db')
const columns = 'instrument,participant,action,"on",earliest,latest,effectOn,certainty,source'

interface Measured {
  readonly seconds: number
  /** Peak resident memory, in MiB. */
  readonly peak: number
}

/** Runs a command under GNU time, and takes its wall-clock time and its peak memory. */
function measure(command: string, args: readonly string[], input = ''): Measured {
  const begun = performance.now()
  const { status, stderr, error } = spawnSync('/usr/bin/time', ['-f', '%M kB at most', command, ...args], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', DATABASE_URL: `file:${database}` },
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  if (status !== 0) throw new Error(stderr.slice(0, 2000))
  const [, kilobytes = '0'] = /(\d+) kB at most/.exec(stderr) ?? []
  return { seconds: (performance.now() - begun) / 1000, peak: Number(kilobytes) / 1024 }
}

const importing = (...args: string[]): Measured =>
  measure(process.execPath, [packageFile('dist/cli/main.js'), 'import', '--as-at', '2026-01-01', ...args])

function baseline(table: string, files: readonly string[]): Measured {
  const imports = files.map((file) => `.import --csv --skip 1 ${file} rows`).join('\n')
  rmSync(join(folder, 'baseline.db'), { force: true })
  return measure('sqlite3', [join(folder, 'baseline.db')], `PRAGMA journal_mode=WAL;\n${table}\n${imports}\n`)
}

const longTable = `CREATE TABLE rows (${columns.replaceAll(',', ' TEXT,')} TEXT,
  CHECK (action IN ('signature', 'ratification', 'accession')), CHECK (certainty IN ('depositary', 'secondary', 'inferred')),
  CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) STRICT;
  CREATE INDEX by_instrument ON rows (instrument, participant); CREATE INDEX by_day ON rows ("on");`
const wideTable = `CREATE TABLE rows (participant TEXT NOT NULL, signature TEXT, consent TEXT) STRICT;
  CREATE INDEX by_participant ON rows (participant);`

const db = openDatabase(database)
migrateDatabase(db, packageFile('migrations'))
seedRecord(db, packageFile('seed'), '2026-01-01T00:00:00.000Z')
const participants = openStore(db).participants.all()

/** Some day after 1990, the same in each run. */
const day = (number: number): string => plusDays('1990-01-01', (number * 7919) % 9000)

/** One CSV in our own format: so many rows, two of each participant to each of as many instruments as that takes. */
function longCsv(file: string, rows: number): string {
  const path = join(folder, file)
  const lines = [columns.replaceAll('"', '')]
  for (let number = 0; lines.length <= rows; number++) {
    const code = `${file.split('.')[0]}-${number}`
    const named = { number: code.toUpperCase(), title: code, adoptedAt: null, adoptedOn: null, url: null }
    enterInstrument(db, { code, ...named })
    for (const [at, { code: participant }] of participants.entries())
      for (const [which, action] of ['signature', 'ratification'].entries())
        lines.push(
          `${code},${participant},${action},${day(number + at + which)},,,,depositary,"a table, as at 2026-01-01"`,
        )
  }
  writeFileSync(path, `${lines.slice(0, rows + 1).join('\n')}\n`)
  return path
}

/** A folder of the depositary's tables, one row a participant. */
function folderOfTables(count: number): string[] {
  mkdirSync(join(folder, 'tables'))
  return Array.from({ length: count }, (_, number) => {
    const path = join(folder, 'tables', `${20 + (number % 10)}-${100 + number}.csv`)
    const rows = participants.map(
      ({ name }, at) => `"${name}",${printed(day(number + at))},${printed(day(number + at + 400))} a`,
    )
    writeFileSync(path, `Participant,Signature,"Ratification, Accession(a)"\n${rows.join('\n')}\n`)
    return path
  })
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const printed = (on: string): string => {
  const [year = '', month = '', date = ''] = on.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

function report(what: string, rows: number, ours: Measured, theirs: Measured): void {
  const ratio = (ours.seconds / theirs.seconds).toFixed(1)
  console.log(
    `${what}: ${rows} rows in ${ours.seconds.toFixed(2)} s (${Math.round(rows / ours.seconds)} rows/s), peak ${ours.peak.toFixed(0)} MiB; .import ${theirs.seconds.toFixed(2)} s; ratio ${ratio}`,
  )
}

try {
  const sizes = process.argv.slice(2).map(Number)
  for (const rows of sizes.length > 0 ? sizes : [150_000]) {
    const path = longCsv(`long${rows}.csv`, rows)
    report(`one CSV of our own format`, rows, importing(path), baseline(longTable, [path]))
  }
  const tables = folderOfTables(300)
  const rows = tables.length * participants.length
  report(
    `a folder of ${tables.length} tables`,
    rows,
    importing(join(folder, 'tables')),
    baseline(wideTable, tables),
  )
} finally {
  db.$client.close()
  rmSync(folder, { recursive: true })
}
