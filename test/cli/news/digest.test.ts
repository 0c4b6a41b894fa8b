import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../../fixtures/command.js'
import { csv, longHeader } from '../../fixtures/imported.js'
import { seededDatabase } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

t.test('a digest says what changed in plain English, of which days, and who says so', async (t) => {
  const folder = temporary(t)
  const file = join(folder, 'record.db')
  seededDatabase(t, file)
  const environment = { DATABASE_URL: `file:${file}`, PUBLIC_URL: 'https://treaties.example.org' }
  const digest = (...words: string[]) => run(['digest', ...words], environment)
  const importActs = async (...rows: string[]) => {
    writeFileSync(join(folder, '29-1.csv'), csv('Participant,"Accession(a)"', ...rows))
    const words = ['import', join(folder, '29-1.csv'), '--as-at', '2026-11-20', '--allow-removals']
    t.equal((await run(words, environment)).code, 0)
  }
  await importActs('Vanuatu,8 Sep 1995 a', 'Tonga,9 Sep 1995 a')
  await importActs('Vanuatu,10 Sep 1995 a', 'Tonga,9 Sep 1995 a')
  await importActs('Vanuatu,10 Sep 1995 a')

  const { stdout } = await digest('--since', '1')
  t.match(stdout, /^# Treaty ratification: what the record learned from 20 November 2026 to /)
  t.match(stdout, '4 changes, brought by revisions 2 to 4.')
  t.match(stdout, '\n## XXIX-1, as at 20 November 2026\n')
  const lines = stdout.split('\n').filter((line) => line.startsWith('- '))
  t.match(lines, [
    '- Tonga acceded to XXIX-1 on 9 September 1995. [page](<https://treaties.example.org/instruments/xxix-1>)',
    '- Vanuatu acceded to XXIX-1 on 8 September 1995. [page](<https://treaties.example.org/instruments/xxix-1>)',
    /^- Correction: Vanuatu acceded to XXIX-1 on 10 September 1995 \(.*; source: .*29-1\.csv.*\)\. The record said before: Vanuatu acceded to XXIX-1 on 8 September 1995 \(/,
    /^- Removed: Tonga acceded to XXIX-1 on 9 September 1995\. \[page\]/,
  ])
  t.match(stdout, 'The record goes so far: ')
  t.match(
    stdout,
    /Source: Treaty ratification status, as of .* \(revision 4\), https:\/\/treaties\.example\.org\/v1\/changes\?sinceRevision=1/,
  )

  const text = (await digest('--since', '1', '--until', '2', '--state', 'VUT', '--format', 'text')).stdout
  t.match(
    text,
    /^Treaty ratification: .*\n=+\n\n1 change, brought by revision 2\.\n\nXXIX-1, as at .*\n-+\n\n- Vanuatu acceded/,
  )
  t.match(JSON.parse((await digest('--since', '3', '--json')).stdout), {
    after: 3,
    upTo: 4,
    sections: [
      {
        instrument: { name: 'XXIX-1', asAt: '2026-11-20' },
        entries: [{ type: 'action.removed', revision: 4 }],
      },
    ],
  })

  const none = await digest('--since', '1', '--state', 'FRA')
  t.match(none, {
    code: 0,
    stdout:
      /Nothing changed: of what was asked about, revisions 2 to 4 brought nothing new\. That says nothing about what States did after the “as at” days below\./,
  })
  t.match((await digest('--since', '4')).stdout, /Nothing changed: no import has come since revision 4\./)
  t.equal((await digest('--since', '4', '--exit-code')).code, 4)
  t.equal((await digest('--since', '1', '--exit-code')).code, 0)
  t.match((await digest('--since', '2026-11-01')).stdout, /learned from 1 November 2026 to /)

  const withdrawn = await digest(
    '--since',
    '0',
    '--until',
    '1',
    '--instrument',
    'cedaw',
    '--state',
    'IRL',
    '--kind',
    'statement.withdrawn',
  )
  t.match(
    withdrawn.stdout,
    /\n- Ireland withdrew its reservation to CEDAW, as to article.* on \d+ \w+ \d{4}\./,
  )

  const refusals = [
    [['--since', '5'], 1, /--since “5” is not a revision of the record; allowed: 0 to 4/],
    [['--since', 'x'], 1, /--since “x” is neither a day like 2026-11-20 nor a revision from 0 to 4/],
    [['--since', '2026-02-31'], 1, /is neither a day/],
    [['--since', '2999-01-01'], 1, /--since 2999-01-01 lies ahead: today is /],
    [['--since', '3', '--until', '2'], 1, /--until 2 lies before --since 3/],
    [['--since', '0', '--until', '2000-01-01'], 1, /--until 2000-01-01 lies before the first import/],
    [['--since', '0', '--region', 'mars'], 1, /“mars” is not an M49 region; allowed: /],
  ] as const
  for (const [words, code, stderr] of refusals)
    t.match(await digest(...words), { code, stderr }, words.join(' '))
})

t.test('wrong usage', async (t) => {
  const wrong = await run(['digest', '--format', 'html'], {})
  t.match(wrong, { code: 2, stderr: /Allowed choices are markdown, text/ })
})

t.test('what a source says cannot break out of Markdown', async (t) => {
  const folder = temporary(t)
  const file = join(folder, 'record.db')
  seededDatabase(t, file)
  const environment = { DATABASE_URL: `file:${file}` }
  const table = (day: string, source: string) =>
    writeFileSync(join(folder, 't.csv'), csv(longHeader, `crc,SOM,signature,${day},,,,secondary,"${source}"`))
  const words = ['import', join(folder, 't.csv'), '--as-at', '2026-11-20', '--allow-removals']
  table('2001-01-01', 'x')
  t.equal((await run(words, environment)).code, 0)
  table('2001-01-02', '<script>*1* [x](y) `z` #|_&copy;')
  t.equal((await run(words, environment)).code, 0)
  const { stdout } = await run(['digest', '--since', '2'], environment)
  t.match(stdout, 'source: \\<script\\>\\*1\\* \\[x\\](y) \\`z\\` \\#\\|\\_\\&copy;')
  t.notMatch(stdout, '[page]', 'no link without a public origin')
})
