import t from 'tap'
import { openStore } from '../../../../src/db/store.js'
import type { ImportRequest } from '../../../../src/import/import-file.js'
import { importTable, said } from '../../../fixtures/imported.js'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { pageOf, row, statusPage } from '../../../fixtures/status-page.js'

const afghanistan = row('Afghanistan', '14 Dec\t 2000 ', '24 Sep\t 2003 ')
const algeria = row('Algeria', '', ' &nbsp;9 Mar\t 2004 a')

const readings: [title: string, page: string, actions: string[], options?: Partial<ImportRequest>][] = [
  [
    'a page as it is',
    statusPage([afghanistan, algeria]),
    ['AFG ratification 2003-09-24', 'AFG signature 2000-12-14', 'DZA accession 2004-03-09'],
  ],
  [
    'footnotes in names, headings and dates',
    statusPage([
      row('China <SUP><A href="#4">4</A>, <A href="#5">5</A> </SUP>', '', '<SUP>20</SUP>11 January\t 1980 '),
      row('Denmark<SUP>*</SUP>', '5 Feb<SUP>3</SUP> 2008', ''),
    ]).replace('Participant<br>', 'Participant <SUP><A>1</A></SUP><br>'),
    ['CHN ratification 1980-01-11', 'DNK signature 2008-02-05'],
    {},
  ],
  [
    'brackets: undone, and not in the totals',
    statusPage([row('Jamaica', '[19 Dec\t 1966 ]', '[ &nbsp;3 Oct\t 1975 ]'), algeria], {
      signatories: 0,
      parties: 1,
    }),
    [
      'DZA accession 2004-03-09',
      'JAM ratification 1975-10-03',
      'JAM signature 1966-12-19',
      'JAM withdrawal 1975-10-03…2020-05-04',
    ],
  ],
  [
    'a name in brackets',
    statusPage([row('[Colombia <SUP>5</SUP>]', '', '28 Jun 1985 a'), algeria], {
      signatories: 0,
      parties: 1,
    }),
    ['COL accession 1985-06-28', 'COL withdrawal 1985-06-28…2020-05-04', 'DZA accession 2004-03-09'],
  ],
  [
    'a signature that stands beside a consent in brackets, counted or not',
    statusPage([row('Fiji', '1 Mar 1980', '[5 May 1990]')], { signatories: 1, parties: 0 }),
    ['FJI ratification 1990-05-05', 'FJI signature 1980-03-01', 'FJI withdrawal 1990-05-05…2020-05-04'],
  ],
  [
    'a participant that left and came back counts once',
    statusPage([row('Fiji', '', '[5 May 1990 a]'), row('Fiji', '', '6 May 2000 a')], {
      signatories: 0,
      parties: 1,
    }),
    ['FJI accession 1990-05-05', 'FJI accession 2000-05-06', 'FJI withdrawal 1990-05-05…2000-05-06'],
  ],
  [
    'an organization, and a participant with a footnote alone',
    statusPage([
      row('European Union', '12 Dec 2000', '21 May 2004 AA'),
      row('China <SUP>4</SUP>', '&nbsp;', '&nbsp;'),
    ]),
    ['EUE approval 2004-05-21', 'EUE signature 2000-12-12'],
  ],
  [
    'entities',
    statusPage([
      row('C&ocirc;te d&#39;Ivoire', '', '5&nbsp;Mar&#160;1997&#x20;a'),
      row('T&#252;rkiye', '6 Mar 1999', ''),
    ]),
    ['CIV accession 1997-03-05', 'TUR signature 1999-03-06'],
  ],
  [
    'tags in upper case, and cells and rows that are not closed',
    statusPage([
      '<TR><TD>Afghanistan<TD>14 Dec 2000<TD>24 Sep 2003',
      '<TR><TD>Algeria<BR><TD>&nbsp;<TD>9 Mar 2004 a',
    ]),
    ['AFG ratification 2003-09-24', 'AFG signature 2000-12-14', 'DZA accession 2004-03-09'],
  ],
  [
    'a table within an end note, and other tables of participants',
    statusPage([algeria], {
      after: pageOf('div', 'dgNotesAll_ctl02_divNotesAll', `<table><tr>${algeria}</tr></table>`),
    }),
    ['DZA accession 2004-03-09'],
  ],
  [
    'definitive signatures and provisional application, counted or not',
    statusPage([row('Fiji', '1 Mar 1980 s', ''), row('Benin', '', '2 Mar 1980 n')], {
      heading: ['Signature, Definitive signature(s)', 'Ratification, Provisional application(n)'],
      signatories: 1,
      parties: 2,
    }),
    ['BEN provisional-application 1980-03-02', 'FJI definitive-signature 1980-03-01'],
  ],
  [
    'the same row twice',
    statusPage([algeria, afghanistan, algeria], { signatories: 1, parties: 2 }),
    ['AFG ratification 2003-09-24', 'AFG signature 2000-12-14', 'DZA accession 2004-03-09'],
  ],
  [
    'a name left out with leave, which the totals count',
    statusPage([algeria, row('Atlantis', '1 Mar 1999', '')]),
    ['DZA accession 2004-03-09'],
    { skipUnknown: true },
  ],
  [
    'a comment of the browser’s before it',
    `<!-- saved from url=(0050)https://treaties.example/ -->\n${statusPage([algeria])}`,
    ['DZA accession 2004-03-09'],
  ],
]
for (const [title, page, actions, options] of readings)
  t.test(`read: ${title}`, async (t) => {
    const db = seededDatabase(t)
    const report = await importTable(t, db, 'saved.html', page, options)
    t.match(report, { format: 'depositary-page', asAt: '2020-05-04', asAtFrom: 'file' })
    const held = openStore(db)
      .actions.known(9)
      .filter(({ instrument }) => instrument === 'xxix-9-a')
    t.strictSame(held.map(said).sort(), actions)
    t.equal((await importTable(t, db, 'again.html', page, options)).revision, null, 'again: nothing')
  })

t.test('what a page says of its treaty, and what of it is not read', async (t) => {
  const db = seededDatabase(t)
  const after = [
    pageOf('div', 'dgDec_ctl02_divParticipant', 'Algeria'),
    pageOf('div', 'dgDec_ctl03_divParticipant', 'Fiji'),
    pageOf('div', 'dgDecUnderArticle_ctl02_divParticipant', 'Fiji'),
    pageOf('div', 'dgObj_ctl02_divParticipant', 'Fiji'),
    pageOf('div', 'dgNotifications_ctl02_divParticipant', 'Fiji'),
    pageOf('table', 'tblDec', '<tr><td>Participant</td></tr><tr><td>China</td></tr><tr><td></td></tr>'),
    pageOf('div', 'dgNotesAll_ctl02_divNotesAll', '1 A note.'),
  ].join('')
  const report = await importTable(t, db, 'saved.html', statusPage([algeria], { after }))
  t.strictSame(report.notRead, [
    { what: 'a statement whose kind is not said: see ratification statements review', cells: 3 },
    { what: 'a territorial application without its State, day or territory', cells: 2 },
  ])
  t.strictSame(report.warnings, [])
  const entered = openStore(db)
    .instruments.all(9)
    .find(({ code }) => code === 'xxix-9-a')
  t.match(entered, {
    number: 'XXIX-9-a',
    title: 'Protocol on Pages',
    adoptedAt: 'Geneva',
    adoptedOn: '1964-05-01',
    inForceOn: '1966-05-02',
    inForceArticle: 'art. 14(1)',
    registration: 'No. 4711',
  })
})

t.test('the treaty is that of the address where the title lacks the part of the chapter', async (t) => {
  const page = statusPage([algeria], {
    chapter: 'XI',
    number: '16.',
    address: 'mtdsg_no=XI-B-16&amp;chapter=11',
  })
  const report = await importTable(t, seededDatabase(t), 'saved.html', page)
  t.match(report.tables, [{ instrument: 'xi-b-16' }])
  const given = await importTable(t, seededDatabase(t), 'saved.html', page, { instrument: 'XI-B-16' })
  t.match(given.tables, [{ instrument: 'xi-b-16' }])
})

t.test('the title alone says which treaty it is', async (t) => {
  const page = statusPage([algeria], { address: '' })
  t.match((await importTable(t, seededDatabase(t), '18-12.html', page)).tables, [{ instrument: 'xxix-9-a' }])
})

t.test('a page that prints no totals says so', async (t) => {
  const page = statusPage([algeria]).replace(/Signatories[^<]*/, 'Not available')
  t.match((await importTable(t, seededDatabase(t), 'saved.html', page)).warnings, [/prints no totals/])
})
