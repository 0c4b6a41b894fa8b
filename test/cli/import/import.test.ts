import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Database } from '../../../src/db/sqlite/driver.js'
import { run } from '../../fixtures/command.js'
import { csv } from '../../fixtures/imported.js'

const table = csv(
  'Participant,Signature,"Ratification, Accession(a)"',
  'Afghanistan,14 Dec 2000,24 Sep 2003',
  'Algeria,,9 Mar 2004 a',
)
const index = csv(
  'chapter_no,treaty_no,treaty_name,url',
  '29,9,"Convention on Tables. Geneva, 1 May 1999",https://example.org/xxix-9',
)

/** A folder of the files given, and the environment of a database beside it. */
function folderOf(t: Test, files: Record<string, string>) {
  const root = t.testdir()
  const folder = join(root, 'tables')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return { folder, environment: { DATABASE_URL: `file:${join(root, 'record.db')}` } }
}

t.test('a folder with its index: each file whole, or refused with all its faults', async (t) => {
  const bad = csv('Participant,Accession(a)', 'Germania,31 Feb 1999 a')
  const files = {
    'index.csv': index,
    '29-9.csv': table,
    '29.8.csv': table,
    '29-10.a.csv': table,
    '29-11.csv': bad,
    'README.md': '',
  }
  const { folder, environment } = folderOf(t, files)
  const { code, stdout, stderr } = await run(['import', folder, '--as-at', '2010-01-01'], environment)
  t.equal(code, 1)
  t.match(
    stdout,
    /29-9\.csv: xxix-9, as at 2010-01-01 \(as given\): 2 rows, 3 actions; revision \d: 3 added, 0 corrected, 0 removed/,
  )
  t.match(stdout, /29-10\.a\.csv: xxix-10-a, /)
  t.match(stdout, /4 files: 2 imported, 2 refused/)
  t.match(
    stderr,
    /29-11\.csv, line 2, column “Participant”, “Germania”: .*\n.*29-11\.csv, line 2, column “Accession\(a\)”, “31 Feb 1999 a”: /,
  )
  t.match(stderr, /29\.8\.csv: the name does not say which instrument/)
  const again = await run(['import', folder, '--as-at', '2010-01-01'], environment)
  t.match(again.stdout, /4 files: 2 unchanged, 2 refused/)
})

t.test('--dry-run shows the difference of each State; --json is for machines', async (t) => {
  const { folder, environment } = folderOf(t, { '29-9.csv': table })
  const file = join(folder, '29-9.csv')
  const dry = await run(['import', file, '--dry-run', '--as-at', '2010-01-01'], environment)
  t.equal(dry.code, 0)
  t.match(
    dry.stdout,
    /would change: 3 added.*\n(.*\n)* {2}Afghanistan \(AFG\)\n {4}\+ xxix-9: signature 2000-12-14\n {4}\+ xxix-9: ratification 2003-09-24/,
  )
  await run(['import', file, '--as-at', '2010-01-01'], environment)
  writeFileSync(file, table.replace('24 Sep 2003', '25 Sep 2003'))
  const corrected = await run(['import', file, '--dry-run', '--as-at', '2010-01-01'], environment)
  t.match(corrected.stdout, /~ xxix-9: ratification 2003-09-24 → xxix-9: ratification 2003-09-25/)
  const json = await run(['import', file, '--json', '--as-at', '2010-01-01'], environment)
  t.match(JSON.parse(json.stdout), [
    {
      outcome: 'imported',
      report: {
        revision: 3,
        tables: [{ corrected: 1 }],
        changes: [{ kind: 'corrected' }],
        asAtFrom: 'option',
      },
    },
  ])
})

t.test('a removal is refused and listed; --allow-removals lets it be', async (t) => {
  const { folder, environment } = folderOf(t, { '29-9.csv': table })
  const file = join(folder, '29-9.csv')
  await run(['import', file], environment)
  writeFileSync(
    file,
    csv('Participant,Signature,"Ratification, Accession(a)"', 'Afghanistan,14 Dec 2000,24 Sep 2003'),
  )
  const refused = await run(['import', file], environment)
  t.equal(refused.code, 1)
  t.match(refused.stderr, /would undo 1 action that .*\n {2}Algeria \(DZA\): xxix-9: accession 2004-03-09/)
  t.equal((await run(['import', file, '--allow-removals'], environment)).code, 0)
})

t.test('revert restores what stood before, as a new revision', async (t) => {
  const { folder, environment } = folderOf(t, { '29-9.csv': table })
  const file = join(folder, '29-9.csv')
  await run(['import', file], environment)
  writeFileSync(file, table.replace('24 Sep 2003', '25 Sep 2003'))
  await run(['import', file], environment)
  t.match(await run(['revert', '2'], environment), {
    code: 1,
    stderr: /cannot be reverted: .*revert 3 first/,
  })
  t.match(
    (await run(['revert', '3'], environment)).stdout,
    /Revision 4 restores what stood before revision 3\n.*xxix-9: 0 added, 1 corrected, 0 removed/,
  )
  writeFileSync(file, table)
  t.match((await run(['import', file], environment)).stdout, /nothing new/)
  t.match(
    (await run(['revert', '2'], environment)).stdout,
    /Revision 5 restores .*\n.*0 added, 0 corrected, 3 removed/,
  )
  t.match(await run(['revert', '1'], environment), { code: 1, stderr: /what the record began with/ })
  t.match(await run(['revert', '3'], environment), { code: 1, stderr: /revision 4 has reverted it already/ })
  t.match(await run(['revert', '9'], environment), { code: 1, stderr: /Revision 9 is not in the record/ })
  t.match(await run(['revert', 'all'], environment), { code: 2, stderr: /not the number of an import/ })
})

t.test('a name that is not known is added, and the file then reads', async (t) => {
  const { folder, environment } = folderOf(t, {
    '29-9.csv': csv('Participant,Accession(a)', 'Germania,3 Mar 1999 a'),
  })
  const file = join(folder, '29-9.csv')
  t.equal((await run(['import', file], environment)).code, 1)
  const skipped = await run(['import', file, '--unknown-participants=skip'], environment)
  t.match(skipped, { code: 0, stdout: /left out: line 2, “Germania” is not known/ })
  t.match(await run(['alias', 'add', 'Germania2', 'deu'], environment), {
    code: 0,
    stdout: /“Germania” is now a name of DEU/,
  })
  t.match(await run(['alias', 'add', 'GERMANIA', 'DEU', '--json'], environment), { stdout: /"added":false/ })
  t.match(await run(['import', file], environment), { code: 0, stdout: /1 added/ })
  t.match(await run(['alias', 'add', 'Germania', 'FRA'], environment), {
    code: 1,
    stderr: /known already, as a name of DEU/,
  })
  t.match(await run(['alias', 'add', '(the)', 'USA'], environment), {
    code: 1,
    stderr: /“\(the\)” is no name/,
  })
  t.match(await run(['alias', 'add', 'Gallia', 'ZZZ'], environment), {
    code: 1,
    stderr: /“ZZZ” is not the code of a participant/,
  })
})

t.test('columns that nobody explained are named, explained or passed over', async (t) => {
  const { folder, environment } = folderOf(t, {
    '29-9.csv': csv('Country,Bound on,Checked on', 'Chad,3 Mar 1999,1 Jan 2020'),
  })
  const importing = (...options: string[]) =>
    run(['import', join(folder, '29-9.csv'), ...options], environment)
  t.match(await importing(), { code: 1, stderr: /names participants \(“Country”\), and no treaty action/ })
  t.match(await importing('--column', 'Bound on=accession'), {
    code: 1,
    stderr: /column “Checked on”, “1 Jan 2020”: is a date.*--ignore-column "Checked on"/,
  })
  const explained = ['--column', 'bound on=Accession', '--ignore-column', 'Checked on']
  t.match(await importing(...explained), { code: 0, stdout: /1 added[\s\S]*not read.*“Checked on”, 1 cell/ })
  for (const wrong of ['Bound on', 'Bound on=joined', '=accession'])
    t.match(await importing('--column', wrong), { code: 2, stderr: /is not a heading and what it records/ })
})

t.test('an index that comes later gives the title', async (t) => {
  const { folder, environment } = folderOf(t, { '29-9.csv': table })
  await run(['import', folder], environment)
  writeFileSync(join(folder, 'index.csv'), Buffer.from(index.replace('Tables', 'Tabl\u00e9s'), 'latin1'))
  await run(['import', folder], environment)
  const db = new Database(environment.DATABASE_URL.slice('file:'.length))
  t.match(db.prepare("SELECT title, adopted_on FROM instruments WHERE code = 'xxix-9'").get(), {
    title: 'Convention on Tabl\u00e9s',
    adopted_on: '1999-05-01',
  })
  db.close()
})

t.test('what cannot be read, or written, is a refusal of its file alone', async (t) => {
  const { folder, environment } = folderOf(t, { '29-9.csv': table })
  symlinkSync(join(folder, 'nowhere'), join(folder, '29-8.csv'))
  const mixed = await run(['import', folder, '--json'], environment)
  t.equal(mixed.code, 1)
  t.match(JSON.parse(mixed.stdout), [
    { outcome: 'refused', faults: [{ reason: /cannot be read \(ENOENT\)/ }], total: 1 },
    { outcome: 'imported' },
  ])
  const other = new Database(environment.DATABASE_URL.slice('file:'.length))
  other.exec('BEGIN IMMEDIATE')
  writeFileSync(join(folder, '29-9.csv'), table.replace('24 Sep', '25 Sep'))
  t.match(await run(['import', join(folder, '29-9.csv')], environment), {
    code: 1,
    stderr: /the record is being written by another process; import the file again/,
  })
  other.close()
})

t.test('wrong usage, and what is not there', async (t) => {
  const { folder, environment } = folderOf(t, { 'README.md': '' })
  t.match(await run(['import', folder, '--as-at', '2010-02-30'], environment), {
    code: 2,
    stderr: /“2010-02-30” is not a day/,
  })
  t.match(await run(['import', folder, '--format', 'xls'], environment), {
    code: 2,
    stderr: /Allowed choices are depositary-table/,
  })
  t.match(await run(['import'], environment), { code: 2 })
  t.match(await run(['import', folder], environment), { code: 1, stderr: /a folder without a table/ })
  t.match(await run(['import', join(folder, 'none.csv')], environment), {
    code: 1,
    stderr: /there is no such file or folder/,
  })
})
