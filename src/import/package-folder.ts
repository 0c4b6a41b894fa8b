import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { restoreRecord } from '../db/fill.js'
import type { Db } from '../db/open.js'
import { packageName } from '../tables/datapackage/describe.js'
import { readExportedRecord } from '../tables/datapackage/history.js'
import { utf8 } from './seed.js'

const descriptor = 'datapackage.json'

/** Whether a folder holds a record that was exported. */
export function isExportedRecord(folder: string): boolean {
  const path = join(folder, descriptor)
  if (!existsSync(path)) return false
  try {
    const { name } = JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown }
    return name === packageName
  } catch {
    return false
  }
}

/**
 * Fills an empty record with an exported one.
 * @param dryRun  reads it, and changes nothing
 * @returns the revision that it is of
 * @throws FileRefused where a file of the folder does not read
 */
export function restoreFrom(db: Db, folder: string, dryRun: boolean): number {
  const read = (file: string): string => utf8(readFileSync(join(folder, file)), join(folder, file))
  const record = readExportedRecord(read)
  if (!dryRun) restoreRecord(db, record)
  return record.imports.length
}
