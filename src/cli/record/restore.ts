import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { isBusy, isDamaged, refusing } from '../../db/sqlite/failures.js'
import { verifyRecord } from '../../db/sqlite/integrity.js'
import { invalid } from '../invalid.js'
import { fileOfRecord, openMigrated } from '../ready.js'
import type { World } from '../world.js'
import { intoOneFile } from './backup.js'

interface Given {
  readonly force: boolean
  readonly json: boolean
}

/** `ratification restore`: replaces the database with a backup. */
export const restoreCommand = (program: Command, world: World): Command =>
  program
    .command('restore')
    .description('make a backup the database, once it is verified; no server may be running on it')
    .argument('<file>')
    .option('--force', 'also where there is a record, which is kept beside it as *.before-restore', false)
    .option('--json', 'print what was restored as JSON', false)
    .action((file: string, { force, json }: Given) => {
      const database = fileOfRecord(world.config())
      const revision = verifyRecord(file)
      const part = `${database}.part`
      refusing(database, () => {
        mkdirSync(dirname(database), { recursive: true })
        copyFileSync(file, part)
      })
      verifyRecord(part)
      const kept = existsSync(database) ? setAside(database, part, force) : null
      renameSync(part, database)
      openMigrated(world).$client.close()
      if (json) return world.print(JSON.stringify({ database, revision, kept }))
      world.print(`${database} holds the record of revision ${revision}`)
      if (kept !== null) world.print(`What was there before is ${kept}`)
    })

/** Renames the old database. @returns its new path */
function setAside(database: string, part: string, force: boolean): string {
  const kept = `${database}.before-restore`
  try {
    if (!force) throw invalid(`${database} is there already: --force keeps it as ${kept} and restores`)
    if (existsSync(kept)) throw invalid(`${kept} is there from an earlier restore: move it away first`)
    checkpointExclusively(database)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  for (const rest of ['', '-wal', '-shm'])
    if (existsSync(database + rest)) renameSync(database + rest, kept + rest)
  return kept
}

/**
 * Checkpoints the write-ahead log of the old record, which fails while another process has it open. A running server
 * would otherwise keep using the renamed file.
 */
function checkpointExclusively(database: string): void {
  try {
    intoOneFile(database)
  } catch (error) {
    if (isBusy(error)) throw invalid(`${database} is in use: stop the server that reads it, and restore then`)
    // A corrupt database is a reason to restore: keep it as it is.
    if (!isDamaged(error)) throw error
  }
}
