import { CommanderError } from 'commander'
import { DatabaseRefused, failureReason } from '../db/sqlite/failures.js'
import { isUnreachable } from '../db/sqlite/primary.js'
import { DomainError } from '../domain/errors.js'
import { FileRefused } from '../tables/fault.js'
import { ConfigError, readConfig } from './config.js'
import { createProgram } from './program.js'
import type { World } from './world.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Runs the command of this process. */
export async function run(argv: readonly string[], environment: Environment): Promise<void> {
  // A closed pipe is not a failure: `ratification check | head` stops reading early.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  await runIn(
    {
      config: () => readConfig(environment),
      now: () => new Date(),
      print: (line) => process.stdout.write(`${line}\n`),
      note: (line) => process.stderr.write(`${line}\n`),
      isTerminal: process.stderr.isTTY === true,
      fail: (code = 1) => {
        process.exitCode = Math.max(code, Number(process.exitCode ?? 0))
      },
    },
    argv,
  )
}

/** Runs a command. It fails with the exit code: 1 refused, 2 wrong usage, 3 could not have a page, 4 no news. */
export async function runIn(world: World, argv: readonly string[]): Promise<void> {
  try {
    await createProgram(world).parseAsync(argv)
  } catch (error) {
    // Commander has printed what was wrong, or the help that was asked for.
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) world.fail(2)
      return
    }
    world.note(errorText(error))
    world.fail(error instanceof ConfigError ? 2 : 1)
  }
}

/** One line for an external failure (a file, a port, a database); the stack trace for a bug of ours. */
function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isExternal =
    [ConfigError, FileRefused, DomainError, DatabaseRefused].some((one) => error instanceof one) ||
    'code' in error
  if (isUnreachable(error)) return `The libSQL server of DATABASE_URL cannot be reached: ${error.message}`
  // System errors of Node already name the file or port, and DatabaseRefused names the database.
  const isOfDatabase = !(error instanceof DatabaseRefused || 'syscall' in error)
  const reason = isOfDatabase ? failureReason(error) : undefined
  if (reason !== undefined) return `The database ${reason}`
  return isExternal ? error.message : (error.stack ?? error.message)
}
