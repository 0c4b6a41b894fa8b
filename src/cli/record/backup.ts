import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { Database } from '../../db/sqlite/driver.js'
import { refusing, toRefusal } from '../../db/sqlite/failures.js'
import { verifyRecord } from '../../db/sqlite/integrity.js'
import { openStore } from '../../db/store.js'
import { invalid } from '../invalid.js'
import { fileOfRecord, openExisting } from '../ready.js'
import type { World } from '../world.js'

/** `ratification backup`: copies the database into one file, while it is served and written. */
export const backupCommand = (program: Command, world: World): Command =>
  program
    .command('backup')
    .description('copy the database into one file, while it is served, and verify the copy')
    .argument('<file>')
    .option('--json', 'print what was copied as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      if (existsSync(file)) throw invalid(`${file} is there already: a backup overwrites nothing`)
      fileOfRecord(world.config())
      const revision = await backUp(world, file)
      world.print(
        json
          ? JSON.stringify({ file, revision })
          : `${file} holds the record of revision ${revision}, verified`,
      )
    })

/** Copies under another name until the copy is complete and verified, so that nobody mistakes it for a backup. */
async function backUp(world: World, file: string): Promise<number> {
  const part = `${file}.part`
  const db = openExisting(world)
  refusing(part, () => mkdirSync(dirname(file), { recursive: true }))
  const newest = () => openStore(db).imports.newest()?.number ?? 0
  const before = newest()
  try {
    await db.$client.backup(part).catch((error: unknown) => {
      throw toRefusal(part, error)
    })
    intoOneFile(part)
    const revision = verifyRecord(part)
    if (revision < before || revision > newest())
      throw invalid(`The copy is of revision ${revision}, and the record was of ${before}: nothing was kept`)
    renameSync(part, file)
    return revision
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(part + rest, { force: true })
    db.$client.close()
  }
}

/** Switches the file out of WAL mode, so that it can be moved without its write-ahead log. */
export function intoOneFile(path: string): void {
  refusing(path, () => {
    const client = new Database(path, { fileMustExist: true })
    try {
      client.pragma('journal_mode = DELETE')
    } finally {
      client.close()
    }
  })
}
