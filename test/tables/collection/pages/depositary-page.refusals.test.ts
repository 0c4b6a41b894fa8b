import t from 'tap'
import { openStore } from '../../../../src/db/store.js'
import type { ImportRequest } from '../../../../src/import/import-file.js'
import { faultsOf } from '../../../fixtures/imported.js'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { row, statusPage } from '../../../fixtures/status-page.js'

const afghanistan = row('Afghanistan', '14 Dec\t 2000 ', '24 Sep\t 2003 ')
const algeria = row('Algeria', '', ' &nbsp;9 Mar\t 2004 a')
const whole = statusPage([afghanistan, algeria])
const refusals: [
  title: string,
  page: string,
  expected: [line: number | null, column: string | null, value: string | null, reason: RegExp][],
  options?: Partial<ImportRequest>,
][] = [
  [
    'more parties printed than read',
    statusPage([afghanistan, algeria], { signatories: 1, parties: 3 }),
    [[12, 'Parties', '3', /is printed above the table, and 2 were read in it/]],
  ],
  [
    'fewer signatories and parties printed than read',
    statusPage([afghanistan, algeria], { signatories: 0, parties: 1 }),
    [
      [12, 'Signatories', '0', /and 1 were read/],
      [12, 'Parties', '1', /and 2 were read/],
    ],
  ],
  [
    'a row in another’s name',
    statusPage([afghanistan, algeria, row('Algeria', '', '9 Apr 2004 a')], { signatories: 1, parties: 3 }),
    [[12, 'Parties', '3', /and 2 were read/]],
  ],
  [
    'a misspelt name: its own fault alone',
    whole.replace('>Algeria<', '>Algerai<'),
    [[23, 'Participant', 'Algerai', /no participant of this name/]],
  ],
  [
    'a misspelt month',
    whole.replace('9 Mar', '9 Marhc'),
    [[23, 'Ratification, Approval(AA), Accession(a)', '9 Marhc 2004 a', /is not a date/]],
  ],
  [
    'an unknown marker',
    whole.replace('2004 a', '2004 x'),
    [[23, 'Ratification, Approval(AA), Accession(a)', '9 Mar 2004 x', /marker “x”/]],
  ],
  [
    'a day within raised text',
    statusPage([row('Algeria', '', '<SUP>9 Mar 2004 a</SUP> b')], { signatories: 0, parties: 1 }),
    [[19, 'Ratification, Approval(AA), Accession(a)', '9 Mar 2004 a b', /is not a date/]],
  ],
  [
    'a day within raised text that is never closed',
    statusPage([row('Algeria', '', '<SUP>4 9 Mar 2004 a')], { signatories: 0, parties: 1 }),
    [[19, 'Ratification, Approval(AA), Accession(a)', '4 9 Mar 2004 a', /is not a date/]],
  ],
  [
    'a day after “as at”',
    whole.replace('2004 a', '2024 a'),
    [[23, 'Ratification, Approval(AA), Accession(a)', '9 Mar 2024 a', /lies after 2020-05-04/]],
  ],
  [
    'an “as at” that is no day',
    whole.replace('04-05-2020', '34-05-2020'),
    [[7, null, 'STATUS AS AT : 34-05-2020 10:16:18 EDT', /is not an “as at” day/]],
  ],
  [
    'another treaty than was asked for',
    whole,
    [[null, null, null, /of another treaty than cedaw: .*XXIX-9-a, Protocol on Pages/]],
    { instrument: 'cedaw' },
  ],
  [
    'another number than was asked for',
    whole,
    [[null, null, null, /of another treaty than XXIX-9:/]],
    { instrument: 'XXIX-9' },
  ],
  [
    'a title and an address of two treaties',
    whole.replace('mtdsg_no=XXIX-9-a', 'mtdsg_no=IV-8'),
    [[9, null, null, /is of XXIX-9-a by its title, and of IV-8 by its address/]],
  ],
  [
    'a page without a number',
    whole.replace(/>9\. a/, '>'),
    [[9, null, 'Protocol on Pages', /does not say which treaty/]],
  ],
  [
    'cut within its table',
    whole.slice(0, whole.indexOf('9 Mar')),
    [[null, null, null, /is cut off: it ends within its table of participants, after “Algeria”/]],
  ],
  [
    'cut before its table',
    whole.slice(0, whole.indexOf('tblgrid')),
    [[null, null, null, /is cut off: it ends before its table/]],
  ],
  [
    'cut after its table',
    whole.slice(0, whole.indexOf('</body>')),
    [[null, null, null, /is cut off: it ends after its table/]],
  ],
  [
    'a table that is never closed',
    whole.replace('</table>', ''),
    [[null, null, null, /table of participants without an end, after “Algeria”/]],
  ],
  ['no table', whole.replace('_tblgrid', '_none'), [[null, null, null, /has no table of participants/]]],
  [
    'a table of something else',
    whole.replace('Participant<br>', 'Territory<br>'),
    [[14, null, null, /does not begin with “Participant” but with “Territory”/]],
  ],
  [
    'a cell without end',
    statusPage([row('x'.repeat(30_000), '', '')]),
    [[19, null, null, /cell longer than 20000/]],
  ],
  [
    'cells without end',
    statusPage(['<tr>', '<td>'.repeat(60_000), '</tr>']),
    [[19, null, null, /more than 50000 cells/]],
  ],
  [
    'a table between cells',
    whole.replace(
      '<tr class="thead-one">',
      '<tr class="thead-one"><table><tr><td>1 Jan 2001</td></tr></table>',
    ),
    [[14, null, null, /has <table> out of place/]],
  ],
  [
    'a cell outside of any row',
    whole.replace('<tr class="thead-one">', ''),
    [[14, null, null, /has <td> out of place/]],
  ],
  [
    'a body of rows within a row',
    whole.replace('<tr class="thead-one">', '<tr class="thead-one"><tbody>'),
    [[14, null, null, /has <tbody> out of place/]],
  ],
  [
    'nested without end',
    whole.replace('<body>', `<body>${'<i>'.repeat(2000)}`),
    [[4, null, null, /nests more than 1000/]],
  ],
  [
    'a maintenance notice',
    '<!DOCTYPE html><html><head><title>Treaties</title></head><body><h1>The site is under maintenance</h1></body></html>',
    [
      [
        null,
        null,
        null,
        /is a notice that stands in place of the page \(“Treaties – The site is under maintenance”\): fetch it again later/,
      ],
    ],
  ],
  [
    'a page of something else',
    '<html><head><title>Home</title><script>maintenance()</script></head><body>Welcome</body></html>',
    [
      [
        null,
        null,
        null,
        /is a web page, but not the depositary’s page of a treaty \(“Home – Welcome”\)\. What reads is/,
      ],
    ],
  ],
  [
    'a page that is asked for as a table',
    whole,
    [[null, null, null, /has no heading of the format depositary-table/]],
    { format: 'depositary-table' },
  ],
  [
    'a table that is asked for as a page',
    'Participant,Accession(a)\n',
    [[null, null, null, /is a web page, but not/]],
    { format: 'depositary-page' },
  ],
]
const db = seededDatabase(t)
for (const [title, page, expected, options] of refusals)
  t.test(`refused: ${title}`, async (t) => {
    const faults = await faultsOf(t, db, 'saved.html', page, options)
    t.match(
      faults.map(({ line, column, value, reason }) => [line, column, value, reason]),
      expected,
    )
    t.equal(faults.length, expected.length, faults.map(({ reason }) => reason).join('\n'))
    t.equal(openStore(db).imports.newest()?.number, 1, 'nothing is changed')
  })
