import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../fixtures/command.js'
import { recordInUse } from '../fixtures/record-in-use.js'

t.test('seed --update brings the newest edition into a record in use', async (t) => {
  const file = join(t.testdir(), 'record.db')
  recordInUse(t, file)
  const environment = { DATABASE_URL: `file:${file}` }
  const dry = await run(['seed', '--update', '--dry-run'], environment)
  t.match(dry, {
    code: 0,
    stdout: /^Would bring in the edition of \d{4}-\d{2}-\d{2}: 1 added, 2 corrected, 1 removed/,
  })
  t.match(dry.stdout, /Congo \(COG\)\n {4}− untoc: ratification between 2023-02-20 and 2024-04-20/)
  t.match(
    dry.stdout,
    /Your own imports say otherwise, and stay:\n {2}Somalia \(SOM\): untoc: accession 2025-01-15;/,
  )
  t.match(JSON.parse((await run(['seed', '--update', '--json'], environment)).stdout), {
    revision: 4,
    kept: [{ participant: 'SOM' }, { participant: 'SDN', edition: [] }],
  })
  t.match(await run(['seed', '--update'], environment), {
    code: 0,
    stdout: /^The record holds the edition of .* already\nYour own imports say otherwise, and stay:/,
  })
})

t.test('--dry-run without --update is wrong usage, and makes nothing', async (t) => {
  const file = join(t.testdir(), 'record.db')
  const { code, stderr } = await run(['seed', '--dry-run'], { DATABASE_URL: `file:${file}` })
  t.not(code, 0)
  t.match(stderr, /--dry-run goes with --update/)
  t.notOk(existsSync(file))
})
