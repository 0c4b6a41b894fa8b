#!/usr/bin/env node
import { FileRefused } from '../collection/fault.js'
import { ConfigError, readConfig } from './config.js'
import { createProgram } from './program.js'

try {
  const program = createProgram({
    config: () => readConfig(process.env),
    now: () => new Date(),
    print: (line) => process.stdout.write(`${line}\n`),
    fail: () => {
      process.exitCode = 1
    },
  })
  await program.parseAsync(process.argv)
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof FileRefused)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
}
