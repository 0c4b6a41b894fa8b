import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../src/cli/package-files.js'
import { openStore } from '../src/db/store.js'
import { plainName } from '../src/domain/name.js'
import { seedRecord } from '../src/import/seed.js'
import { emptyDatabase, seededDatabase } from './fixtures/seeded.js'

t.test('who is in the record', async (t) => {
  const participants = openStore(seededDatabase(t)).participants.all()
  const count = (kind: string) => participants.filter((one) => one.kind === kind).length
  t.equal(count('member-state'), 193)
  t.equal(count('observer-state'), 2)
  t.equal(count('other-state'), 2)
  t.equal(count('former-state'), 4)
  const groups = {
    african: 54,
    'asia-pacific': 54,
    'eastern-european': 23,
    'latin-american-and-caribbean': 33,
    'western-european-and-others': 29,
  }
  for (const [group, members] of Object.entries(groups))
    t.equal(
      participants.filter((one) => one.kind === 'member-state' && one.regionalGroup === group).length,
      members,
      group,
    )
  for (const { kind, code, names, memberFrom, region, m49, alpha2 } of participants.filter(
    (one) => one.kind === 'member-state',
  )) {
    t.ok(Object.values(names).every(Boolean), `${code} has its names in six languages`)
    t.ok(kind && memberFrom && region && m49 && alpha2, `${code} has its codes, region and day of admission`)
  }
})

t.test('no name means two participants', async (t) => {
  const { participants } = openStore(seededDatabase(t))
  const meanings = new Map<string, string>()
  const mean = (name: string, code: string) => {
    t.equal(meanings.get(plainName(name)) ?? code, code, name)
    meanings.set(plainName(name), code)
  }
  for (const { code, names } of participants.all())
    for (const name of Object.values(names)) if (name) mean(name, code)
  for (const { name, participant } of participants.aliases()) mean(name, participant)
})

t.test('every action carries its certainty and source; bounds are bounds', async (t) => {
  const actions = openStore(seededDatabase(t)).actions.known(1)
  const bounded = actions.filter(({ earliest, latest }) => earliest !== latest)
  t.equal(actions.length, 1738)
  t.equal(bounded.length, 10)
  t.ok(bounded.every(({ certainty }) => certainty !== 'depositary'))
  t.ok(actions.every(({ source }) => source.length > 3))
})

t.test('a fault in the seed is refused with its place, and nothing is written', async (t) => {
  const folder = t.testdir()
  cpSync(packageFile('seed'), folder, { recursive: true })
  const actions = readFileSync(join(folder, 'actions.csv'), 'utf8').replace(
    /^cedaw,AFG,signature,1980-08-14/m,
    'cedaw,AFG,signature,1980-08-34',
  )
  writeFileSync(join(folder, 'actions.csv'), actions)
  const db = emptyDatabase(t)
  t.throws(
    () => seedRecord(db, folder, '2026-11-23T00:00:00Z'),
    /actions\.csv, line \d+, column “on”, “1980-08-34”/,
  )
  t.strictSame(openStore(db).participants.all(), [])
})
