import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageFile } from '../src/cli/package-files.js'
import { enterInstrument } from '../src/db/instruments.js'
import { migrateDatabase, openDatabase } from '../src/db/sqlite/open.js'
import { openStore } from '../src/db/store.js'
import { plusDays } from '../src/domain/calendar.js'
import { treatyNumber } from '../src/domain/instruments/treaty-number.js'
import { seedRecord } from '../src/import/seed.js'
import { path } from '../test/fixtures/command.js'

// Rows a second and peak memory of an import, beside the sqlite3 command's own `.import` of the same actions, in the same
// run.

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
    env: { PATH: path, DATABASE_URL: `file:${database}` },
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

/**
 * `.import` of the same actions, a row each: into the record's own table of actions (its checks, keys, indexes and
 * triggers; a view puts the columns where they belong), and into a bare table of text.
 */
function baselines(files: readonly string[]): { record: Measured; bare: Measured } {
  const imports = files.map((file) => `.import --csv --skip 1 ${file} rows`).join('\n')
  const copy = join(folder, 'baseline.db')
  const revision = (store.imports.newest()?.number ?? 0) + 1
  const into = (tables: string): Measured => measure('sqlite3', [copy], `${tables}\n${imports}\n`)
  rmSync(copy, { force: true })
  db.$client.exec(`VACUUM INTO '${copy}'`)
  const record = into(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
    INSERT INTO imports (revision, imported_at, file_name, sha256, format, rows, warnings)
    VALUES (${revision}, '2026-01-01T00:00:00Z', 'baseline', '', 'long', 0, '[]');
    CREATE VIEW rows AS SELECT ${columns} FROM (SELECT *, latest AS "on", effect_on AS effectOn FROM actions);
    CREATE TRIGGER rows_are_actions INSTEAD OF INSERT ON rows BEGIN
      INSERT INTO actions (instrument, participant, action, earliest, latest, certainty, source, known_from)
      VALUES (NEW.instrument, NEW.participant, NEW.action, NEW."on", NEW."on", NEW.certainty, NEW.source, ${revision});
    END;`)
  rmSync(copy)
  const bare = into(`PRAGMA journal_mode = WAL; CREATE TABLE rows (${columns});`)
  return { record, bare }
}

const db = openDatabase(database)
migrateDatabase(db, packageFile('migrations'))
seedRecord(db, packageFile('seed'), '2026-01-01T00:00:00.000Z')
const store = openStore(db)
const participants = store.participants.all()

/** Some day after 1990, the same in each run. */
const day = (number: number): string => plusDays('1990-01-01', (number * 7919) % 9000)

const unnamed = { adoptedAt: null, adoptedOn: null, url: null }

const longHeading = columns.replaceAll('"', '')
const longRow = (code: string, participant: string, action: string, on: string): string =>
  `${code},${participant},${action},${on},,,,depositary,"a table, as at 2026-01-01"`

/** One CSV in our own format: so many rows, two of each participant to each of as many instruments as that takes. */
function longCsv(file: string, rows: number): string {
  const path = join(folder, file)
  const lines = [longHeading]
  for (let number = 0; lines.length <= rows; number++) {
    const code = `${file.split('.')[0]}-${number}`
    enterInstrument(db, { code, number: code.toUpperCase(), ...unnamed, title: code })
    for (const [at, { code: participant }] of participants.entries())
      for (const [which, action] of ['signature', 'ratification'].entries())
        lines.push(longRow(code, participant, action, day(number + at + which)))
  }
  writeFileSync(path, `${lines.slice(0, rows + 1).join('\n')}\n`)
  return path
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const printed = (on: string): string => {
  const [year = '', month = '', date = ''] = on.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

/** A folder of the depositary's tables, one row a participant; and for `.import` the same actions, a row each. */
function folderOfTables(count: number): { rows: number; same: string[] } {
  mkdirSync(join(folder, 'tables'))
  const same = Array.from({ length: count }, (_, number) => {
    const name = `${20 + (number % 10)}-${100 + number}`
    const code = treatyNumber(name)?.toLowerCase() ?? name
    enterInstrument(db, { code, number: code.toUpperCase(), ...unnamed, title: code })
    const days = participants.map((one, at) => ({
      ...one,
      signed: day(number + at),
      joined: day(number + at + 400),
    }))
    const rows = days.map(({ name, signed, joined }) => `"${name}",${printed(signed)},${printed(joined)} a`)
    const heading = 'Participant,Signature,"Ratification, Accession(a)"'
    writeFileSync(join(folder, 'tables', `${name}.csv`), `${[heading, ...rows].join('\n')}\n`)
    const long = days.flatMap((one) => [
      longRow(code, one.code, 'signature', one.signed),
      longRow(code, one.code, 'accession', one.joined),
    ])
    writeFileSync(join(folder, `${name}-long.csv`), `${[longHeading, ...long].join('\n')}\n`)
    return join(folder, `${name}-long.csv`)
  })
  return { rows: count * participants.length * 2, same }
}

function report(
  what: string,
  rows: number,
  ours: Measured,
  { record, bare }: ReturnType<typeof baselines>,
): void {
  const ratioTo = ({ seconds }: Measured): string => (ours.seconds / seconds).toFixed(1)
  console.log(
    `${what}: ${rows} actions in ${ours.seconds.toFixed(2)} s, ${Math.round(rows / ours.seconds)} a second, peak ${ours.peak.toFixed(0)} MiB`,
  )
  console.log(
    `  .import into the record's own table: ${record.seconds.toFixed(2)} s, ratio ${ratioTo(record)}`,
  )
  console.log(`  .import into a bare table of text:   ${bare.seconds.toFixed(2)} s, ratio ${ratioTo(bare)}`)
}

try {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  // `--short` shows that all of it runs; its figures are worth nothing.
  const sizes = values.short ? [2_000] : positionals.map(Number)
  for (const rows of sizes.length > 0 ? sizes : [150_000]) {
    const path = longCsv(`long${rows}.csv`, rows)
    const theirs = baselines([path])
    report('One CSV of our own format', rows, importing(path), theirs)
  }
  const { rows, same } = folderOfTables(values.short ? 5 : 300)
  const theirs = baselines(same)
  report(
    `A folder of ${same.length} of the depositary's tables`,
    rows,
    importing(join(folder, 'tables')),
    theirs,
  )
} finally {
  db.$client.close()
  rmSync(folder, { recursive: true })
}
