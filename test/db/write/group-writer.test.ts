import { appendFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packageFile } from '../../../src/cli/package-files.js'
import type { Db } from '../../../src/db/sqlite/open.js'
import { openStore } from '../../../src/db/store.js'
import { addGroup } from '../../../src/db/write/group-writer.js'
import { fillFromFolder } from '../../../src/import/package-folder.js'
import { seedRecord, updateFromSeed } from '../../../src/import/seed.js'
import { editedSeed } from '../../fixtures/edited-seed.js'
import { exported } from '../../fixtures/exported.js'
import { emptyDatabase, seededDatabase } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

const now = '2026-11-27T10:00:00.000Z'

/** A later edition, in which Mauritania is back in ECOWAS, the Group of Seven is gone and another group is new. */
function laterEdition(t: Test, code = 'later'): string {
  const { folder, edit } = editedSeed(t)
  edit('edition.txt', /.+/, '2026-11-27')
  edit('groups.csv', /^g7,.*\n/m, '')
  edit('group-members.csv', /^g7,.*\n/gm, '')
  appendFileSync(join(folder, 'groups.csv'), `${code},A later group,,other,,\n`)
  appendFileSync(
    join(folder, 'group-members.csv'),
    `ecowas,MRT,2026-11-27,,inferred,a test\n${code},FRA,2020,,inferred,a test\n`,
  )
  return folder
}

const member = {
  participant: 'GHA',
  from: '2020',
  until: null,
  certainty: 'secondary',
  source: 'ours',
} as const
const addFriends = (db: Db) =>
  addGroup(db, { code: 'friends', name: 'Friends of CEDAW', kind: 'other' }, [member])
const rowsOf = ({ $client }: Db) =>
  ['groups', 'group_members'].map((table) => $client.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all())

t.test('a new edition renews its groups, and leaves those of the operator', async (t) => {
  const db = seededDatabase(t)
  addFriends(db)
  t.match(updateFromSeed(db, laterEdition(t), now), { revision: 2 })
  const { groups } = openStore(db)
  t.equal(groups.named('g7'), undefined)
  t.equal(groups.named('ecowas')?.members.get('MRT')?.length, 2)
  t.equal(groups.named('later')?.isAdded, false)
  t.equal(groups.named('friends')?.isAdded, true)
  t.equal(groups.named('friends')?.members.size, 1)
})

t.test('an edition with a code of the operator’s is refused whole', async (t) => {
  const db = seededDatabase(t)
  addFriends(db)
  const before = rowsOf(db)
  t.throws(() => updateFromSeed(db, laterEdition(t, 'friends'), now), {
    message: /You added a group “friends”, and the edition has one of that code: remove yours/,
  })
  t.strictSame(rowsOf(db), before)
  t.equal(openStore(db).imports.newest()?.number, 1)
})

t.test('groups go through an export, those of the operator marked', async (t) => {
  const db = seededDatabase(t)
  addFriends(db)
  const filled = emptyDatabase(t)
  fillFromFolder(filled, await exported(t, db), false)
  t.strictSame(rowsOf(filled), rowsOf(db))
})

t.test('a package or a seed whose groups contradict themselves is refused with the place', async (t) => {
  const cases = [
    [
      'group-members.csv',
      'african-union,GHA,2000-01-01,,inferred,a test',
      /group-members\.csv, line 1009, column “from”, “2000-01-01”: lies in another period of the same member, from 1963-05-25 on/,
    ],
    ['group-members.csv', 'nobody,GHA,,,inferred,a test', /column “group”, “nobody”: is not in groups\.csv/],
    [
      'group-members.csv',
      'ecowas,ZZZ,,,inferred,a test',
      /column “participant”, “ZZZ”: is not in participants\.csv/,
    ],
    ['group-members.csv', 'oecd,GHA,200,,inferred,a test', /column “from”, “200”: .* is neither a day/],
    ['groups.csv', 'african,Ours,,other,,', /column “code”, “african”: is the code of a regional group/],
    ['groups.csv', 'oic,Ours,,other,,', /column “code”, “oic”: stands on line \d+ already/],
    ['groups.csv', 'ours,Ours,,club,,', /column “kind”, “club”: “club” is not one of/],
  ] as const
  for (const [file, row, message] of cases) {
    const folder = temporary(t)
    cpSync(packageFile('seed'), folder, { recursive: true })
    appendFileSync(join(folder, file), `${row}\n`)
    const db = emptyDatabase(t)
    t.throws(() => seedRecord(db, folder, now), { message }, row)
    t.equal(db.$client.prepare('SELECT count(*) FROM groups').pluck().get(), 0)
  }
})

t.test('SQLite itself refuses what is no group', async (t) => {
  const { $client } = seededDatabase(t)
  for (const sql of [
    "INSERT INTO groups (code, name, kind) VALUES ('african', 'A', 'other')",
    "INSERT INTO groups (code, name, kind) VALUES ('A B', 'A', 'other')",
    "INSERT INTO groups (code, name, kind) VALUES ('ab', 'A', 'regional-group')",
    "INSERT INTO group_members VALUES ('oecd', 'GHA', '20', NULL, 'inferred', 'x')",
    "INSERT INTO group_members VALUES ('oecd', 'GHA', '2000', '2000-1', 'inferred', 'x')",
    "INSERT INTO group_members VALUES ('nobody', 'GHA', '2000', NULL, 'inferred', 'x')",
    "INSERT INTO group_members VALUES ('oecd', 'GHA', '2000', NULL, 'sure', 'x')",
  ])
    t.throws(() => $client.exec(sql), /constraint failed/, sql)
})
