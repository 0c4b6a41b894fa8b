import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isPackageFolder } from '../../import/package-folder.js'
import { FileRefused } from '../../tables/fault.js'
import { openSource } from '../../tables/source.js'
import { type IndexedTreaty, readTreatyIndex } from '../../tables/treaty-index.js'

/** A file given on the command line, or found in a given folder. */
export interface FoundFile {
  readonly path: string
  readonly fileName: string
  /** The treaties in the folder's index, by number. */
  readonly index?: ReadonlyMap<string, IndexedTreaty>
  /** The address that it was fetched from. */
  readonly address?: string
}

const tables = /\.(csv|tsv|xml|html?)$/i
const indexName = 'index.csv'

/**
 * The tables at a path: the file itself, or every table in the folder, in the order of their names. A package folder gives
 * its actions.
 * @throws FileRefused if nothing can be read at the path, or its index is invalid
 */
export async function tablesAt(path: string): Promise<FoundFile[]> {
  if (!isFolder(path)) return [{ path, fileName: basename(path) }]
  if (isPackageFolder(path)) return [{ path: join(path, 'actions.csv'), fileName: 'actions.csv' }]
  const names = readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && tables.test(entry.name))
    .map(({ name }) => name)
    .sort(new Intl.Collator('en', { numeric: true }).compare)
  const index = names.includes(indexName) ? await indexAt(join(path, indexName)) : undefined
  const found = names
    .filter((name) => name !== indexName)
    .map((name) => ({ path: join(path, name), fileName: name }))
  if (found.length === 0) throw refused(path, 'is a folder without a table (.csv, .tsv, .xml or .html)')
  return found.map((file) => (index ? { ...file, index } : file))
}

async function indexAt(path: string): Promise<ReadonlyMap<string, IndexedTreaty>> {
  let text = ''
  for await (const piece of (await openSource(path, path)).text()) text += piece
  return readTreatyIndex(text, path)
}

function isFolder(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw refused(path, 'there is no such file or folder')
  return found.isDirectory()
}

const refused = (file: string, reason: string): FileRefused =>
  new FileRefused([{ file, line: null, column: null, value: null, reason }])
