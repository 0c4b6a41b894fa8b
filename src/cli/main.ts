#!/usr/bin/env node
import { driverFaultHere } from '../db/driver-fit.js'

// Checked before anything loads the driver: the wrong one ends the process without a word.
const fault = driverFaultHere()
if (fault === null) {
  const { run } = await import('./run.js')
  await run(process.argv, process.env)
} else {
  process.exitCode = 1
  process.stderr.write(`${fault}\n`)
}
