import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastEdition, seedFileName } from '../db/editions.js'
import type { Db } from '../db/sqlite/open.js'
import { type Edition, type EditionRecorded, recordEdition } from '../db/write/edition.js'
import { recordImport } from '../db/write/record.js'
import { writeReference } from '../db/write/reference.js'
import type { RevisionOptions } from '../db/write/revision.js'
import { allNew } from '../db/write/statement-writer.js'
import { grouped } from '../domain/grouped.js'
import { Day } from '../domain/vocabulary.js'
import { factFaults, statementNames, toFacts } from '../tables/datapackage/facts.js'
import { groupFaults } from '../tables/datapackage/groups.js'
import { readLongFormat } from '../tables/datapackage/long.js'
import { readBulkTables } from '../tables/datapackage/read.js'
import { referenceNames, referenceTables } from '../tables/datapackage/reference-tables.js'
import { FileRefused } from '../tables/fault.js'
import { readTable } from '../tables/named-columns.js'

/**
 * Fills an empty record from a folder in the format of `seed/`: the reference tables, then the actions as revision 1.
 * It runs in one transaction: a folder with a fault leaves the record unchanged.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 * @throws FileRefused if a file of the folder cannot be read
 */
export function seedRecord(db: Db, folder: string, importedAt: string): void {
  const { reference, file, facts } = readSeed(folder)
  db.transaction(() => {
    writeReference(db, reference)
    recordImport(db, { ...file, facts: allNew(facts) }, importedAt)
  })
}

/**
 * Brings the edition in a folder into a record that is in use.
 * @throws FileRefused if a file of the folder cannot be read
 */
export const updateFromSeed = (
  db: Db,
  folder: string,
  importedAt: string,
  options: RevisionOptions = {},
): EditionRecorded => recordEdition(db, readSeed(folder), importedAt, options)

/** The edition in a folder, if it is newer than what the record last took in; else null. */
export function newerEdition(db: Db, folder: string): Day | null {
  const [there, last] = [editionOf(folder), lastEdition(db)]
  return last === null || last < there ? there : null
}

/** The day of the edition in a folder. */
function editionOf(folder: string): Day {
  const file = 'edition.txt'
  const value = utf8(readFileSync(join(folder, file)), file).trim()
  if (Day.safeParse(value).success) return value
  throw new FileRefused([{ file, line: 1, column: null, value, reason: 'is not a day like 2003-03-05' }])
}

/** The other names of participants in a folder in the format of `seed/`. */
export const aliasesOfSeed = (folder: string): { name: string; participant: string }[] => {
  const file = 'aliases.csv'
  return readTable(utf8(readFileSync(join(folder, file)), file), file, referenceTables.aliases.row).map(
    ({ name, participant }) => ({ name, participant }),
  )
}

function readSeed(folder: string): Edition {
  const read = (file: string) => utf8(readFileSync(join(folder, file)), file)
  const reference = readBulkTables([...referenceNames, ...statementNames], read)
  const faults = [...factFaults(reference), ...groupFaults(reference)]
  if (faults.length > 0) throw new FileRefused(faults)
  const text = read('actions.csv')
  const instruments = new Set(reference.instruments.map(({ code }) => code))
  const participants = new Set(reference.participants.map(({ code }) => code))
  const actions = readLongFormat(text, 'actions.csv', {
    isInstrument: (code) => instruments.has(code),
    isParticipant: (code) => participants.has(code),
  })
  const byInstrument = grouped(actions, ({ instrument }) => instrument)
  const tables = reference.instruments.map(({ code, asAt }) => {
    if (asAt === undefined) throw new FileRefused([{ ...noAsAt, value: code }])
    return { instrument: code, asAt, isAsAtStated: true, actions: byInstrument.get(code) ?? [] }
  })
  const sha256 = createHash('sha256').update(text).digest('hex')
  const file = {
    fileName: seedFileName,
    sha256,
    format: 'long',
    rows: actions.length,
    warnings: [],
    tables,
    edition: editionOf(folder),
  }
  return { reference, file, facts: toFacts(reference) }
}

const noAsAt = {
  file: 'instruments.csv',
  line: null,
  column: 'asAt',
  reason: 'the day up to which its record was reconciled is missing',
}

/** @throws FileRefused for bytes that are not UTF-8: nobody would notice a wrong letter in a name */
export function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileRefused([{ file, line: null, column: null, value: null, reason: 'is not UTF-8' }])
  }
}
