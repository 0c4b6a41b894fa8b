import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import datapackage from 'datapackage'
import { test } from 'tap'
import { exported, recordWithPast } from '../test/fixtures/exported.js'
import { seededApp } from '../test/fixtures/seeded.js'

// The `datapackage` validator knows version 1 of the standard; npm has none for version 2.

/** The rows that the validator reads of each table. */
async function rowsOf(folder: string): Promise<Map<string, number>> {
  const { valid, errors, resources } = await datapackage.Package.load(join(folder, 'datapackage.json'))
  if (!valid) throw errors[0]
  const counts = new Map<string, number>()
  for (const resource of resources)
    counts.set(resource.name, (await resource.read({ keyed: true, relations: true })).length)
  return counts
}

test('the served descriptor is valid', async (t) => {
  const { ask } = await seededApp(t)
  t.ok((await datapackage.Package.load((await ask('/v1/datapackage.json')).body)).valid)
})

test('exported tables are what their descriptor says', async (t) => {
  const folder = await exported(t, await recordWithPast(t))
  t.match(
    await rowsOf(folder),
    new Map([
      ['actions', 1744],
      ['participants', 244],
      ['imports', 5],
    ]),
  )
  const participants = join(folder, 'participants.csv')
  const text = readFileSync(participants, 'utf8')
  writeFileSync(participants, text.replace(/^VUT,.*\n/m, ''))
  await t.rejects(rowsOf(folder), /foreign key/i, 'a row that others refer to')
  writeFileSync(participants, text.replace('1981-09-15', '15 Sep 1981'))
  await t.rejects(rowsOf(folder), /type|mismatch/i, 'a day that is none')
})
