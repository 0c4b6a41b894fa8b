import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { openStore, type Store } from '../../db/store.js'
import { DomainError } from '../../domain/errors.js'
import { isPackageFolder } from '../../import/package-folder.js'
import { dataPackage } from '../../tables/datapackage/describe.js'
import { bulkNames } from '../../tables/datapackage/tables.js'
import { bulkCsv } from '../../tables/datapackage/write.js'
import { openExisting } from '../ready.js'
import type { World } from '../world.js'

/** `ratification export`: writes the whole record with its history as CSVs, with a Data Package to describe them. */
export const exportCommand = (program: Command, world: World): Command =>
  program
    .command('export')
    .description('write the whole record as CSVs with a Data Package; “import” of the folder gives it back')
    .argument('<folder>')
    .option('--json', 'print what was written as JSON', false)
    .action(async (folder: string, { json }: { json: boolean }) => {
      const written = await exportRecord(openStore(openExisting(world)), folder)
      if (json) world.print(JSON.stringify({ folder, files: written }, null, 2))
      else world.print(`${written.length} tables of revision ${written[0]?.revision} are in ${folder}`)
    })

export interface WrittenFile {
  readonly name: string
  readonly revision: number
  readonly bytes: number
  readonly sha256: string
}

/**
 * Writes every table and, last, the `datapackage.json` that describes them.
 * @throws DomainError if the folder holds anything else
 */
export async function exportRecord(store: Store, folder: string): Promise<WrittenFile[]> {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isPackageFolder(folder))
    throw new DomainError('invalid-parameter', `${folder} is not empty, and holds no earlier export`)
  mkdirSync(folder, { recursive: true })
  // Remove the description first, so that a mix of old and new tables is not taken for a complete export.
  rmSync(join(folder, 'datapackage.json'), { force: true })
  const { record, source } = store.bulk.at(store.imports.newest()?.number ?? 0)
  const written: WrittenFile[] = []
  for (const name of bulkNames) {
    const [hash, path] = [createHash('sha256'), `${name}.csv`]
    let bytes = 0
    const measure = new Transform({
      transform(piece: Buffer, _encoding, done) {
        bytes += piece.length
        hash.update(piece)
        done(null, piece)
      },
    })
    await pipeline(bulkCsv(name, source), measure, createWriteStream(join(folder, path)))
    written.push({ name, revision: record.revision, bytes, sha256: hash.digest('hex') })
  }
  const described = dataPackage(record, (name) => `${name}.csv`)
  const resources = described.resources.map((resource, at) => ({
    ...resource,
    bytes: written[at]?.bytes,
    hash: `sha256:${written[at]?.sha256}`,
  }))
  writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify({ ...described, resources }, null, 2)}\n`)
  return written
}
