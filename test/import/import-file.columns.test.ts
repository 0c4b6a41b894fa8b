import t from 'tap'
import { openStore } from '../../src/db/store.js'
import type { ImportRequest } from '../../src/import/import-file.js'
import type { GivenColumn } from '../../src/tables/collection/columns-given.js'
import { csv, faultsOf, importTable, said } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'

const db = seededDatabase(t)
const dryRun = { asAt: '2020-06-30', dryRun: true }
const given = (ignored: string[], ...named: GivenColumn[]): Partial<ImportRequest> => ({
  ...dryRun,
  columns: { ignored, named },
})

/** Tables as people have them, and their actions. */
const read: [title: string, table: string, actions: string[], options?: Partial<ImportRequest>][] = [
  [
    'dates of acts',
    csv('Country,Date of signature,Date of ratification', 'Chad,1 Jan 2010,10 May 2016'),
    ['TCD signature 2010-01-01', 'TCD ratification 2016-05-10'],
  ],
  [
    'participles',
    csv('Party,Signed,Ratified', 'Chad,1 Jan 2010,10 May 2016'),
    ['TCD signature 2010-01-01', 'TCD ratification 2016-05-10'],
  ],
  [
    'names of a program’s columns',
    csv('country_name,signature_date,ratification_date', 'Chad,2010-01-01,2016-05-10'),
    ['TCD signature 2010-01-01', 'TCD ratification 2016-05-10'],
  ],
  [
    'in French',
    csv('États parties,Signature,"Ratification, Adhésion(a)"', 'Algérie,,10 May 2016 a'),
    ['DZA accession 2016-05-10'],
  ],
  [
    'several acts without markers',
    csv('Country,"Ratification, accession or succession"', 'Chad,10 May 2016'),
    ['TCD participation 2016-05-10'],
  ],
  ['a deposit of what', csv('State,Deposited', 'Chad,10 May 2016'), ['TCD participation 2016-05-10']],
  [
    'a deposit, and of what beside it',
    csv('State,Deposited,Method', 'Chad,10 May 2016,Accession', 'Peru,11 May 2016,Ratification'),
    ['PER ratification 2016-05-11', 'TCD accession 2016-05-10'],
  ],
  [
    'a type that overrides the heading',
    csv('Country,Signature,Ratification,Type', 'Austria,20 Sep 2017,8 May 2018,Accession'),
    ['AUT signature 2017-09-20', 'AUT accession 2018-05-08'],
  ],
  [
    'a method beside a heading with markers',
    csv(
      'Country,Method,"Accession(a), Ratification"',
      'Chad,Accession,10 May 2016',
      'Peru,Ratification,11 May 2016',
    ),
    ['PER ratification 2016-05-11', 'TCD accession 2016-05-10'],
  ],
  [
    'a method that is another matter',
    csv('Country,Method,Ratification', 'Chad,Reservation,10 May 2016', 'Peru,Ratification,11 May 2016'),
    ['PER ratification 2016-05-11'],
  ],
  [
    'one row an action',
    csv('Participant,Action,Date,Effective date', 'Chad,Ratification,2016-05-10,2016-06-10'),
    ['TCD ratification 2016-05-10'],
  ],
  ['alpha-2', csv('ISO2,Ratification', 'td,10 May 2016'), ['TCD ratification 2016-05-10']],
  [
    'M49',
    csv('M49,Ratification', '148,10 May 2016', '12,11 May 2016'),
    ['DZA ratification 2016-05-11', 'TCD ratification 2016-05-10'],
  ],
  ['a code and no name', csv('Code,Accession', 'TCD,2016-05-10'), ['TCD accession 2016-05-10']],
  [
    'a title above, and the day it speaks of',
    csv('Title of the table', '', 'As of 1 January 2020', 'Country,Ratification', 'Chad,10 May 2016'),
    ['TCD ratification 2016-05-10'],
  ],
  [
    'another date above',
    csv('"Convention on Tables. Geneva, 1 May 1999"', 'Country,Ratification', 'Chad,10 May 2016'),
    ['TCD ratification 2016-05-10'],
  ],
  [
    'a column passed over',
    csv('Country,Ratification,Last updated', 'Chad,10 May 2016,1 Jan 2020'),
    ['TCD ratification 2016-05-10'],
    given(['Last updated']),
  ],
  [
    'a column explained',
    csv('Country,Bound on', 'Chad,10 May 2016'),
    ['TCD accession 2016-05-10'],
    given([], ['Bound on', 'accession']),
  ],
  [
    'a column of participants explained',
    csv('Staat,Beitritt', 'Chad,10 May 2016'),
    ['TCD accession 2016-05-10'],
    given([], ['Beitritt', 'accession'], ['Staat', 'participant']),
  ],
]
for (const [title, table, actions, options = dryRun] of read)
  t.test(`read: ${title}`, async (t) => {
    const report = await importTable(t, db, '29-9.csv', table, options)
    t.strictSame(report.changes.map(({ after }) => after && said(after)).sort(), [...actions].sort())
  })

/** Tables with something that nobody explained: its fault. */
const refused: [
  title: string,
  table: string,
  fault: { column?: string; value?: string | null; line?: number | null; reason: RegExp },
  options?: Partial<ImportRequest>,
][] = [
  [
    'a method that the marker of its date contradicts',
    csv('Country,Method,"Accession(a), Ratification"', 'Chad,Ratification,10 May 2016 a'),
    { column: 'Method', value: 'Ratification', reason: /is not the act of “Accession\(a\), Ratification”/ },
  ],
  ...[
    ['Approved by parliament', '10 May 2016'],
    ['Last updated', '2020-01-01'],
    ['Ratification status', 'in force 10 May 2016'],
    ['Ratification of the Optional Protocol', '10 May 2016'],
    ['CEDAW', '10-May-2016'],
    ['Joined', 'May 10, 2016'],
    ['Party since', '10.05.2016'],
    ['Year of accession', '2016'],
    ['Accession date (serial)', '42500'],
    ['Date', '2016/05/10'],
    ['Beitritt', '10. Mai 2016'],
    ['Notes', '10/05/2016 (a)'],
  ].map(
    ([heading = '', value = '']) =>
      [
        `a date under “${heading}”`,
        csv(`Country,Signature,${heading}`, 'Peru,1 Jan 2010,', `Chad,,"${value}"`),
        {
          line: 3,
          column: heading,
          value,
          reason: new RegExp(
            `--column "${heading}=ratification".*--ignore-column "${heading}"`.replace(/[()]/g, '.'),
          ),
        },
      ] as [string, string, { column: string; value: string; line: number; reason: RegExp }],
  ),
  [
    'a date without a heading',
    csv('Country,Ratification,', 'Chad,10 May 2016,1 Jan 2017'),
    { column: 'column 3, without a heading', value: '1 Jan 2017', reason: /--ignore-column/ },
  ],
  [
    'a date beside a list of actions',
    csv('Participant,Action,Date,Registered on', 'Chad,Ratification,2016-05-10,2016-06-01'),
    { column: 'Registered on', value: '2016-06-01', reason: /--ignore-column/ },
  ],
  [
    'an unknown act with a marker',
    csv('Participant,Signature,"Ratification, Beitritt(a)"', 'Chad,,10 May 2016 a'),
    { value: '10 May 2016 a', reason: /marker “a”, whose act in the heading is not known/ },
  ],
  [
    'a signature or a ratification',
    csv('Country,Signature/Ratification', 'Chad,10 May 2016'),
    { value: '10 May 2016', reason: /may be any of the acts/ },
  ],
  [
    'entry into force and a signature',
    csv('Country,Signature,Entry into force', 'Chad,10 May 2016,1 Jan 2017'),
    { column: 'Entry into force', value: '1 Jan 2017', reason: /no column says by which act/ },
  ],
  [
    'entry into force alone',
    csv('Participant,Entry into force', 'Chad,1 Jan 2017'),
    { column: 'Entry into force', reason: /no column says by which act/ },
  ],
  [
    'a note that names another act',
    csv('Country,Ratification,Remark', 'Chad,10 May 2016,Accession', 'Peru,11 May 2016,see below'),
    { column: 'Remark', value: 'Accession', reason: /another act than the date of its row, ratification/ },
  ],
  [
    'a kind that is not its column’s',
    csv('Country,Signature,Ratification,Type', 'Chad,1 Jan 2010,10 May 2016,Signature'),
    { column: 'Type', value: 'Signature', reason: /is not the act of “Ratification”/ },
  ],
  [
    'a kind beside two columns of consents',
    csv('Country,Ratification,Accession,Type', 'Chad,10 May 2016,,Accession'),
    { column: 'Type', value: 'Accession', reason: /is not the act of “Ratification”/ },
  ],
  [
    'two columns of one heading',
    csv('Country,Ratification,Ratification', 'Chad,10 May 2016,'),
    { column: 'Ratification', reason: /two columns have this heading/ },
  ],
  [
    'who, and not what',
    csv('Country,Date', 'Chad,10 May 2016'),
    {
      line: null,
      reason: /names participants \(“Country”\), and no treaty action.*--column "Date=ratification"/,
    },
  ],
  [
    'what, and not who',
    csv('Region,Ratification', 'Africa,10 May 2016'),
    { line: null, reason: /names treaty actions \(“Ratification”\), and no column of participants/ },
  ],
  [
    'two letters under “Code”: whose codes?',
    csv('Code,Ratification', 'TD,10 May 2016'),
    { column: 'Code', value: 'TD', reason: /under “iso2” alpha-2/ },
  ],
  [
    'numbers under “Code”',
    csv('Code,Ratification', '148,10 May 2016'),
    { column: 'Code', value: '148', reason: /under “M49” numbers/ },
  ],
  [
    'a numeric date in nobody’s register',
    csv('Participant,Action,Date', 'Chad,Ratification,05/06/2016'),
    { value: '05/06/2016', reason: /may be day first or month first/ },
  ],
  [
    'a column that the table does not have',
    csv('Country,Ratification', 'Chad,10 May 2016'),
    { line: null, column: 'Bound', reason: /no column of the table has this heading/ },
    given([], ['Bound', 'accession']),
  ],
]
for (const [title, table, fault, options = dryRun] of refused)
  t.test(`refused: ${title}`, async (t) => {
    const faults = await faultsOf(t, db, '29-9.csv', table, options)
    t.match(faults, [fault])
    t.equal(faults.length, 1, JSON.stringify(faults))
  })

t.test('what is not read is counted, whether or not it is a date', async (t) => {
  const table = csv(
    'Country,Ratification,Acceptance of individual complaints procedures,Region,Entry into force,Other',
    'Chad,10 May 2016,1 Jan 2017,Africa,,x',
    'Peru,,,Americas,1 Jan 2018,',
  )
  const { notRead, warnings } = await importTable(t, db, '29-9.csv', table, given(['Other']))
  t.strictSame(notRead, [
    { what: 'Other', cells: 1 },
    { what: 'Acceptance of individual complaints procedures', cells: 1 },
    { what: 'Region', cells: 2 },
    { what: 'Entry into force', cells: 1 },
  ])
  t.match(warnings.join('\n'), /line 3: “Entry into force” 2018-01-01 is not read/)
})

t.test('what stands above the heading is read as the day, or named', async (t) => {
  const under = (above: string) =>
    importTable(t, db, '29-9.csv', csv(above, 'Country,Ratification', 'Chad,10 May 2016'), dryRun)
  for (const above of ['As of 1 January 2018', 'Status as at 1 Jan 2018', 'As at: 2018-01-01'])
    t.match(await under(above), { asAt: '2018-01-01', asAtFrom: 'file' }, above)
  for (const above of ['As of 01/02/2018', 'Retrieved 1 May 2018', 'Updated 2018-05-01']) {
    const { asAt, warnings } = await under(above)
    t.equal(asAt, '2020-06-30', above)
    t.match(warnings.join('\n'), `line 1 stands above the heading and is not read: “${above}”`)
  }
})

t.test('a table moves “as at” only if it speaks of what binds', async (t) => {
  const asAtAfter = async (table: string, options: Partial<ImportRequest> = {}) => {
    const own = seededDatabase(t)
    await importTable(t, own, '29-9.csv', csv('Participant,Ratification', 'Peru,1 Jan 2000'), {
      asAt: '2001-01-01',
    })
    const report = await importTable(t, own, '29-9.csv', table, { asAt: '2019-01-01', ...options })
    const found = openStore(own)
      .instruments.all(99)
      .find(({ code }) => code === 'xxix-9')
    return { day: found?.asAt, warnings: report.warnings.join('\n') }
  }
  const signed = await asAtAfter(csv('Country,Signature', 'Chad,1 Jan 2010'))
  t.equal(signed.day, '2001-01-01')
  t.match(signed.warnings, /says nothing of what binds: the day .* stays as it was/)
  const whole = 'Peru,Ratification,2000-01-01'
  const unread = 'Chad,Signature,2010-01-01'
  for (const [table, day, options] of [
    [csv('Participant,Signature,Ratification', 'Peru,,1 Jan 2000', 'Chad,1 Jan 2010,'), '2019-01-01'],
    [csv('Participant,Provisional application(n)', 'Chad,1 Jan 2010 n'), '2001-01-01'],
    [csv('Participant,Denunciation', 'Peru,1 Jan 2010'), '2001-01-01'],
    [csv('Participant,Action,Date', whole, unread), '2019-01-01'],
    [csv('Participant,Action,Date', unread), '2001-01-01', { allowRemovals: true }],
    [csv('Country,Type,Date', whole, unread), '2019-01-01'],
    [csv('Country,Type,Date', unread), '2001-01-01', { allowRemovals: true }],
    [
      csv('Country,Signature,Ratification', 'Chad,1 Jan 2010,'),
      '2001-01-01',
      { columns: { ignored: ['Ratification'], named: [] } },
    ],
  ] as const)
    t.equal((await asAtAfter(table, options)).day, day, table)
})
