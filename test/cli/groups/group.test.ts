import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { run } from '../../fixtures/command.js'

async function recordIn(t: Test) {
  const folder = t.testdir()
  const environment = { DATABASE_URL: `file:${join(folder, 'record.db')}` }
  const at = (name: string) => join(folder, name)
  await run(['seed'], environment)
  const command = (...words: string[]) => run(words, environment)
  const add = (text: string, code = 'friends', name = 'Friends of CEDAW', ...more: string[]) => {
    writeFileSync(at('members.csv'), text)
    return command('group', 'add', code, name, '--file', at('members.csv'), ...more)
  }
  return { at, environment, command, add }
}

t.test('a group is added, replaced, listed and removed; it goes through an export', async (t) => {
  const { at, command, add } = await recordIn(t)
  t.match(await command('group', 'list'), { code: 0, stdout: '' })
  t.match(await add('participant\nGhana\nfr\n276\n'), {
    code: 0,
    stdout: '“Friends of CEDAW” (friends) has 3 memberships\n',
  })
  const days =
    'participant,from,until,certainty,source\n"Côte d’Ivoire",2020,,,our list\nFRA,2019-05,2024-01-01,,\nFRA,2025,,inferred,\n'
  const more = [
    '--short-name',
    'FoC',
    '--kind',
    'political',
    '--url',
    'https://example.org/friends',
    '--source',
    'us',
  ]
  t.strictSame(JSON.parse((await add(days, 'friends', 'Friends of CEDAW', ...more, '--json')).stdout), {
    code: 'friends',
    name: 'Friends of CEDAW',
    members: 3,
    replaced: true,
  })
  t.equal((await command('group', 'list')).stdout, 'friends Friends of CEDAW: 2 members\n')
  t.match(JSON.parse((await command('group', 'list', '--all', '--json')).stdout), { length: 43 })
  t.match(await command('check'), { code: 0, stdout: /The record is sound/ })

  await command('export', at('export'))
  const other = (...words: string[]) => run(words, { DATABASE_URL: `file:${at('other.db')}` })
  t.match(await other('import', at('export')), { code: 0 })
  t.equal((await other('group', 'list')).stdout, 'friends Friends of CEDAW: 2 members\n')
  await other('export', at('again'))
  for (const file of ['groups.csv', 'group-members.csv'])
    t.equal(
      readFileSync(join(at('again'), file), 'utf8'),
      readFileSync(join(at('export'), file), 'utf8'),
      file,
    )

  t.match(await command('group', 'remove', 'friends'), {
    code: 0,
    stdout: '“friends” is no longer a group\n',
  })
  t.equal((await command('group', 'list')).stdout, '')
})

t.test('a file with a fault is refused with every fault, and nothing is written', async (t) => {
  const { command, add } = await recordIn(t)
  await add('participant\nGHA\n')
  const cases = [
    [
      'state\nGHA\n',
      /line 1: “state” is not a column of it; the column “participant” is missing; its columns are participant, from, until, certainty, source/,
    ],
    ['participant\n', /members\.csv: names no member/],
    ['participant,from,from\nFRA,2019,2020\n', /line 1: the column “from” is there more than once/],
    [
      'participant,from\nFRA,2020-02-31\n',
      /line 2, column “from”, “2020-02-31”: .* is neither a day like 2003-03-05, nor a month like 2003-03, nor a year/,
    ],
    [
      'participant,certainty\nFRA,sure\n',
      /column “certainty”, “sure”: “sure” is not one of: depositary, secondary, inferred/,
    ],
    [
      'participant\nFRA\nIvory Cost\n',
      /line 3, column “participant”, “Ivory Cost”: no participant of this name is known; did you mean .*\(CIV\)\?/,
    ],
    [
      'participant,from,until\nFRA,2020,2019\n',
      /line 2, column “until”, “2019”: is not later than “from”, 2020/,
    ],
    [
      'participant,from,until\nFRA,2019,2024-05\nfr,2024,\nDEU,2020,\nGermany,2021,\n',
      /line 3, column “from”, “2024”.*\n|line 5, column “from”, “2021”: lies in another period of the same member, from 2020 on/,
    ],
    [
      'participant\nFRA\nFrance\n',
      /line 3, column “from”: lies in another period of the same member, without a first day on/,
    ],
    ['participant\n"FRA\n', /members\.csv, line/],
  ] as const
  for (const [text, stderr] of cases) t.match(await add(text), { code: 1, stderr, stdout: '' }, text)
  t.equal((await command('group', 'list')).stdout, 'friends Friends of CEDAW: 1 member\n', 'as before')
})

t.test('codes and names that are taken, or are none', async (t) => {
  const { command, add } = await recordIn(t)
  const refusals = [
    [
      ['african-union', 'Ours'],
      /“african-union” is a group that the record came with: give yours another code/,
    ],
    [['african', 'Ours'], /“african” is the code of a regional group of the United Nations/],
    [['Our Group', 'Ours'], /“Our Group” is not in kebab-case/],
    [['ours', 'EU'], /“EU” is a name of another group, european-union/],
    [['ours', 'Ours', '--short-name', 'oic'], /“oic” is a name of another group, oic/],
    [['ours', '…'], /“…” is no name/],
    [['ours', 'Two\nlines'], /has a line break or another control character in it/],
    [['ours', 'a'.repeat(201)], /“a{200}” is longer than 200 characters/],
    [['ours', 'Ours', '--short-name', 'a\tb'], /has a line break/],
    [['ours', 'Ours', '--kind', 'club'], /“club” is not one of: regional-organization/],
    [['ours', 'Ours', '--url', 'javascript:alert(1)'], /“javascript:alert\(1\)” is not an address of a page/],
  ] as const
  for (const [[code, name, ...more], stderr] of refusals)
    t.match(
      await add('participant\nGHA\n', code, name, ...more),
      { code: 1, stderr, stdout: '' },
      code + name,
    )
  t.match(await command('group', 'add', 'ours', 'Ours'), { code: 2, stderr: /--file/ })
  t.match(await command('group', 'remove', 'african-union'), {
    code: 1,
    stderr: /only groups that were added can be removed/,
  })
  t.match(await command('group', 'remove', 'nobody'), {
    code: 1,
    stderr: /“nobody” is not the code of a group/,
  })
  t.equal((await command('group', 'list')).stdout, '')
})
