import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../fixtures/command.js'

t.test('names are added, listed and taken back', async (t) => {
  const folder = t.testdir()
  const environment = { DATABASE_URL: `file:${join(folder, 'record.db')}` }
  const alias = (...words: string[]) => run(['alias', ...words], environment)
  await run(['seed'], environment)
  t.match(await alias('list'), { code: 0, stdout: '' })

  await alias('add', 'Germania', 'deu')
  t.strictSame(JSON.parse((await alias('add', 'Gallia', 'FRA', '--json')).stdout), {
    name: 'Gallia',
    participant: 'FRA',
    added: true,
  })
  t.equal((await alias('list')).stdout, 'DEU Germania\nFRA Gallia\n')
  t.strictSame(JSON.parse((await alias('list', '--json')).stdout), [
    { name: 'Germania', participant: 'DEU' },
    { name: 'Gallia', participant: 'FRA' },
  ])
  const all = (await alias('list', '--all')).stdout.split('\n')
  t.ok(all.length > 600)
  t.ok(all.includes('LKA Ceylon'))

  t.equal((await alias('remove', 'GERMANIA2')).stdout, '“Germania” is no longer a name of DEU\n')
  t.strictSame(JSON.parse((await alias('remove', 'Gallia', '--json')).stdout), [
    { name: 'Gallia', participant: 'FRA' },
  ])
  t.equal((await alias('list')).stdout, '')

  const refusals = [
    [['remove', 'Germania'], 1, /“Germania” is not a name of anybody/],
    [['remove', 'Ceylon'], 1, /“Ceylon” is a name of LKA that the record came with/],
    [['remove', 'France'], 1, /“France” is a name of FRA that the record came with/],
    [['add', 'Germania'], 2, /Give a name and a code, or a file of them/],
    [['add', 'Germania', 'DEU', '--file', 'names.csv'], 2, /Give a name and a code, or a file of them/],
    [['add', 'Ceylan', 'IND'], 1, /known already, as a name of LKA/],
    [['add', 'Korea, Rep.', 'PRK'], 1, /known already, as a name of KOR/],
  ] as const
  for (const [words, code, stderr] of refusals)
    t.match(await alias(...words), { code, stderr, stdout: '' }, words.join(' '))
})

t.test('names are added from a file, all or none', async (t) => {
  const folder = t.testdir()
  const environment = { DATABASE_URL: `file:${join(folder, 'record.db')}` }
  const file = join(folder, 'names.csv')
  const add = (text: string, ...words: string[]) => {
    writeFileSync(file, text)
    return run(['alias', 'add', '--file', file, ...words], environment)
  }
  await run(['seed'], environment)

  const refused = await add(
    'name,code\nGermania,DEU\nGERMANIA,FRA\nGallia,ZZZ\nCeylon,IND\n(the),USA\n,USA\n',
  )
  t.match(refused, { code: 1, stderr: /names\.csv, line 7, column “name”: the name is missing/ })
  const faults = await add('name,code\nGermania,DEU\nGERMANIA,FRA\nGallia,ZZZ\nCeylon,IND\n(the),USA\n')
  t.equal(faults.code, 1)
  t.match(faults.stderr, /line 3, column “name”, “GERMANIA”: .*known already, as a name of DEU/)
  t.match(faults.stderr, /line 4, .*“ZZZ” is not the code/)
  t.match(faults.stderr, /line 5, .*known already, as a name of LKA/)
  t.match(faults.stderr, /line 6, .*is no name/)
  t.match(await add('Name;Code\n'), { code: 1, stderr: /its columns are name, code/ })
  t.equal((await run(['alias', 'list'], environment)).stdout, '')

  t.match(await add('name,code\nGermania,DEU\n"Gallia, Magna",FR\nFrance,FRA\n'), {
    code: 0,
    stdout:
      '“Germania” is now a name of DEU\n“Gallia, Magna” is now a name of FRA\n“France” was already known as a name of FRA\n',
  })
  t.match(JSON.parse((await add('name,code\nGermania,DEU\n', '--json')).stdout), [
    { name: 'Germania', participant: 'DEU', added: false },
  ])
  t.equal((await run(['alias', 'list'], environment)).stdout, 'DEU Germania\nFRA Gallia, Magna\n')
})
