import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../db/sqlite/open.js'
import { fillRecord } from '../db/write/fill.js'
import { packageName } from '../tables/datapackage/describe.js'
import { readPackageFolder } from '../tables/datapackage/history.js'
import { utf8 } from './seed.js'

const descriptor = 'datapackage.json'

/** Whether a folder is a data package that “export” wrote. */
export function isPackageFolder(folder: string): boolean {
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
 * Fills an empty record from a package folder.
 * @param dryRun  reads the folder and changes nothing
 * @returns the revision of the package
 * @throws FileRefused if a file of the folder cannot be read
 */
export function fillFromFolder(db: Db, folder: string, dryRun: boolean): number {
  const read = (file: string): string | null => {
    const path = join(folder, file)
    return existsSync(path) ? utf8(readFileSync(path), path) : null
  }
  const record = readPackageFolder(read)
  if (!dryRun) fillRecord(db, record)
  return record.imports.length
}
