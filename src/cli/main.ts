#!/usr/bin/env node
import { driverFaultHere } from '../db/sqlite/driver-fit.js'

// Check before anything loads the driver: the wrong version crashes the process without a message.
const fault = driverFaultHere()
if (fault === null) {
  const { run } = await import('./run.js')
  await run(process.argv, process.env)
} else {
  process.exitCode = 1
  process.stderr.write(`${fault}\n`)
}
