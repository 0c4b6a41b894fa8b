import t from 'tap'
import { openStore } from '../../src/db/store.js'
import type { ImportRequest } from '../../src/import/import-file.js'
import { csv, faultsOf, importTable, longHeader } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'

const header = 'Participant,Signature,"Ratification, Acceptance(A), Accession(a)"'

/** What is refused: each fault as its line, column and value, and what of its words matters. */
const refusals: [
  title: string,
  content: string | Uint8Array,
  faults: [line: number | null, column: string | null, value: string | null, reason: RegExp][],
  options?: Partial<ImportRequest>,
][] = [
  [
    'a day that does not exist',
    csv(header, 'Fiji,31 Feb 1999,'),
    [[2, 'Signature', '31 Feb 1999', /not a date like 5 Mar 2003/]],
  ],
  [
    'a date by numbers, whose order nothing tells',
    csv(header, 'Fiji,05-03-1999,'),
    [
      [
        2,
        'Signature',
        '05-03-1999',
        /say which with --day-first or --month-first .*5 Mar 2003 or 2003-03-05/,
      ],
    ],
  ],
  [
    'days in both orders, of which one must be wrong',
    csv(header, 'Fiji,25/05/1999,', 'Chad,05/26/1999,'),
    [[3, 'Signature', '05/26/1999', /has the month first, and another row has the day first/]],
  ],
  [
    'a day in the other order than the one given',
    csv(header, 'Fiji,05/25/1999,', 'Chad,05/06/1999,'),
    [[2, 'Signature', '05/25/1999', /has the month first, and the file is said to have the day first/]],
    { dayOrder: 'day-first' },
  ],
  [
    'a list of actions whose day is month first',
    csv('Participant,Action,Date of Deposit', 'Fiji,Accession,05/25/1999'),
    [[2, 'Date of Deposit', '05/25/1999', /month first/]],
  ],
  [
    'a remark that says that the participant left, or is not bound',
    csv(
      'Participant,Signature,Ratification,Remarks,In force',
      'Fiji,,5 Mar 1999,Denounced 2010,yes',
      'Chad,,5 Mar 1999,Not in force,yes',
      'Cuba,,5 Mar 1999,Reservation withdrawn in 2010,yes',
      'Iraq,,5 Mar 1999,,no',
    ),
    [
      [2, 'Remarks', 'Denounced 2010', /does not bind the participant/],
      [3, 'Remarks', 'Not in force', /does not bind the participant/],
      [5, 'In force', 'no', /does not bind the participant/],
    ],
  ],
  [
    'an act with words that are not understood',
    csv(
      'Participant,Action,Date of Deposit',
      'Fiji,Ratification (withdrawn),05/03/1999',
      'Chad,Ratification (Atlantis),05/03/1999',
      'Cuba,Suspension,05/03/1999',
    ),
    [
      [2, 'Action', 'Ratification (withdrawn)', /names no treaty action/],
      [3, 'Action', 'Ratification (Atlantis)', /names no treaty action/],
      [4, 'Action', 'Suspension', /names no treaty action/],
    ],
  ],
  [
    'the number of a day, as a spreadsheet keeps it',
    csv(header, 'Fiji,36304,'),
    [[2, 'Signature', '36304', /is a number, perhaps of days as Excel counts them/]],
  ],
  [
    'a year of two digits',
    csv(header, 'Fiji,25-May-99,', 'Chad,05/06/99,'),
    [
      [2, 'Signature', '25-May-99', /year of two digits/],
      [3, 'Signature', '05/06/99', /year of two digits/],
    ],
    { dayOrder: 'day-first' },
  ],
  [
    'an unknown marker',
    csv(header, 'Fiji,,5 Mar 1999 x'),
    [
      [
        2,
        /Ratification/.source,
        '5 Mar 1999 x',
        /marker “x”, which the heading does not declare; it declares: no marker, A, a/,
      ],
    ],
  ],
  [
    'a marker in the wrong case',
    csv('Participant,"Accession(a), Succession(d)"', 'Fiji,5 Mar 1999 D'),
    [[2, 'Accession(a), Succession(d)', '5 Mar 1999 D', /marker “D”/]],
  ],
  [
    'no marker where each act has one',
    csv('Participant,"Accession(a), Succession(d)"', 'Fiji,5 Mar 1999'),
    [[2, 'Accession(a), Succession(d)', '5 Mar 1999', /no marker/]],
  ],
  [
    'a marker that contradicts its column, and the other is taken',
    csv(header, 'Fiji,5 Mar 1999 a,6 Mar 1999'),
    [[2, 'Signature', '5 Mar 1999 a', /marker “a”/]],
  ],
  [
    'an unknown name',
    csv(header, 'Germania,5 Mar 1999,'),
    [
      [
        2,
        'Participant',
        'Germania',
        /did you mean Germany \(DEU\)\? .*ratification alias add "Germania" CODE/,
      ],
    ],
  ],
  ['no name', csv(header, ',5 Mar 1999,'), [[2, 'Participant', null, /names no participant/]]],
  [
    'a day after “as at”',
    csv(header, 'Fiji,5 Mar 2021,'),
    [[2, 'Signature', '5 Mar 2021', /lies after 2020-06-30/]],
  ],
  [
    'a row too short to tell whose date it is',
    csv(header, 'Fiji,5 Mar 1999'),
    [[2, null, 'Fiji | 5 Mar 1999', /2 cells where the heading has 3/]],
  ],
  [
    'a row too short, and a marker of two columns',
    csv(
      'Participant,"Signature, Succession to signature(d)","Ratification, Succession(d)"',
      'Fiji,5 Mar 1999 d',
    ),
    [[2, null, 'Fiji | 5 Mar 1999 d', /2 cells where the heading has 3/]],
  ],
  [
    'a row too long',
    csv(header, 'Fiji,5 Mar 1999,,6 Mar 1999'),
    [[2, null, 'Fiji | 5 Mar 1999 |  | 6 Mar 1999', /4 cells where the heading has 3/]],
  ],
  [
    'a marker of a column on the left: a lost cell moves dates only there',
    csv(
      'Participant,"Signature, Succession to signature(d)","Ratification, Accession(a)"',
      'Czechia,,22 Feb 1993 d',
    ),
    [[2, 'Ratification, Accession(a)', '22 Feb 1993 d', /marker “d”/]],
  ],
  [
    'rows of two treaties',
    csv('Country,Treaty Name,Ratification Date', 'Fiji,CEDAW,5 Mar 1999', 'Fiji,CRC,6 Mar 1999'),
    [[3, 'Treaty Name', 'CRC', /another treaty/]],
  ],
  [
    'dates above the heading',
    csv('Albania,1 Jan 2000 A', 'Participant,Acceptance(A)', 'Fiji,5 Mar 1999 A'),
    [[1, null, 'Albania | 1 Jan 2000 A', /stands above the heading/]],
  ],
  [
    'a row without end',
    csv(header, `Fiji,${'1'.repeat(30_000)},`),
    [[2, null, `Fiji,${'1'.repeat(115)}`, /longer than 20,000/]],
  ],
  [
    'a name that is too long, and commands a terminal',
    csv(header, `Fiji\u001b[2J${'x'.repeat(300)},5 Mar 1999,`),
    [[2, 'Participant', /^Fiji\ufffd\[2Jx+…$/ as unknown as string, /no participant/]],
  ],
  [
    'more actions of one State than anybody took',
    csv(header, ...Array.from({ length: 101 }, (_, at) => `Fiji,,${(at % 28) + 1} Mar ${1900 + at} a`)),
    [[null, null, 'FJI', /101 actions to xxix-9/]],
  ],
  [
    'brackets that do not close',
    csv(header, 'Fiji,[5 Mar 1999,'),
    [[2, 'Signature', '[5 Mar 1999', /not a date/]],
  ],
  [
    'a quote left open, and what stands after it',
    csv(
      header,
      'Chad,5 Mar 1999,',
      '"Bolivia (Plurinational, State of),5 Mar 1999,',
      'Fiji,32 Mar 1999,',
      '"Congo",5 Mar 1999,',
    ),
    [
      [3, null, '"Bolivia (Plurinational, State of),5 Mar 1999,', /quote is opened here/],
      [4, 'Signature', '32 Mar 1999', /not a date/],
    ],
  ],
  [
    'all faults of a row, and of all rows',
    csv(header, 'Germania,31 Feb 1999,x', 'Fiji,,99'),
    [
      [2, 'Participant', 'Germania', /no participant/],
      [2, 'Signature', '31 Feb 1999', /not a date/],
      [
        2,
        'Ratification, Acceptance(A), Accession(a)',
        'x',
        /says whether, and no date of its row says on which day/,
      ],
      [3, 'Ratification, Acceptance(A), Accession(a)', '99', /not a date/],
    ],
  ],
  [
    'a code that is not the name’s',
    csv('Code,Name,Acceptance', 'FRA,Fiji,2003-03-05'),
    [[2, 'Code', 'FRA', /not that of “Fiji”, which is FJI/]],
  ],
  [
    'a kind that is no action',
    csv('Code,Name,Date,Participation Type', 'FJI,Fiji,2003-03-05,Maybe'),
    [[2, 'Participation Type', 'Maybe', /names no treaty action/]],
  ],
  [
    'a word in a list of actions that is none',
    csv('Participant,Action,Date of Notification/Deposit', 'Fiji,Ratifcation,05/03/2003'),
    [[2, 'Action', 'Ratifcation', /names no treaty action/]],
  ],
  [
    'a month where a day should be',
    csv('Participant,Action,Date of Notification/Deposit', 'Fiji,Ratification,03/25/2003'),
    [[2, 'Date of Notification/Deposit', '03/25/2003', /day first/]],
  ],
  [
    'our own format, with unknown codes',
    csv(longHeader, 'none,ZZZ,accession,2003-03-05,,,,depositary,x'),
    [
      [2, 'instrument', 'none', /no such instrument/],
      [2, 'participant', 'ZZZ', /no such participant/],
    ],
  ],
  [
    'our own format, without a column',
    csv(longHeader.replace(',source', ''), 'cedaw,FJI,accession,2003-03-05,,,,depositary'),
    [[1, null, null, /“source” is missing/]],
  ],
  [
    'our own format, in a row of one cell',
    csv(longHeader, 'cedaw'),
    [[2, null, 'cedaw', /the row has 1 cell where the heading has 9/]],
  ],
  ['an empty file', '', [[null, null, null, /is empty: it has 0 bytes/]]],
  ['a PDF', '%PDF-1.7 …', [[null, null, null, /is a PDF.*download “XML”/]]],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004…'), [[null, null, null, /spreadsheet.*What reads is/]]],
  [
    'a web page',
    '<!DOCTYPE html><table><tr><td>Participant</td></tr></table>',
    [[null, null, null, /is a web page.*What reads is/]],
  ],
  ['JSON', '{"participants": ["Fiji"]}', [[null, null, null, /is JSON/]]],
  [
    'the text of a page',
    'STATUS AS AT : 04-05-2020 09:15:33 EDT\nCHAPTER IV\nParticipant\nSignature\nRatification, Accession(a)\nFiji\n 5 Mar 1999 a\n',
    [[null, null, null, /taken from a web page or a PDF, whose columns are lost.*What reads is/]],
  ],
  [
    'the text of a PDF',
    'Participant2 Signature Ratification\nFiji............... 5 Mar 1999 a  Chad....... 6 Mar 1999\n',
    [[null, null, null, /taken from a PDF/]],
  ],
  [
    'a pipe table',
    'Participant | Signature | Ratification |\nFiji | 5 Mar 1999 a | |\n',
    [[null, null, null, /“\|” between its cells/]],
  ],
  [
    'a list of words under “Participants”',
    'Participants\nFiji 5 Mar 1999\n',
    [[null, null, null, /What reads is/]],
  ],
  [
    'years without days',
    csv('iso2,member,state party,year of ratification', 'FJ,Fiji,1,1995'),
    [[null, null, null, /gives years, not days/]],
  ],
  [
    'bytes that are no text',
    Buffer.from([65, 0, 0, 0, 66, 0, 0, 0, 67]),
    [[null, null, null, /bytes of zero|no heading/]],
  ],
  [
    'a byte of zero within a table',
    csv(header, 'Chad,,', 'Fi\0ji,5 Mar 1999,'),
    [[3, null, null, /bytes of zero/]],
  ],
  [
    'not the encoding that was asked for',
    Buffer.from('Participant,Accession(a)\nC\u00f4te,\n', 'latin1'),
    [[2, null, null, /is not UTF-8/]],
    { encoding: 'utf-8' },
  ],
  [
    'not the encoding that its byte order mark names',
    Buffer.concat([
      Buffer.from('\ufeffParticipant,Accession(a)\nChad,\n'),
      Buffer.from('C\u00f4te,\nC\u00f4te,\n', 'latin1'),
    ]),
    [[3, null, null, /is not UTF-8/]],
  ],
  [
    'not the encoding that was asked for, at the very end',
    Buffer.from('Participant,Accession(a)\nC\u00f4', 'latin1'),
    [[2, null, null, /is not UTF-8/]],
    { encoding: 'utf-8' },
  ],
  [
    'not the format that was asked for',
    csv(header, 'Fiji,5 Mar 1999,'),
    [[null, null, null, /no heading of the format long/]],
    { format: 'long' },
  ],
  [
    '“as at” a day that lies ahead',
    csv(header, 'Fiji,5 Mar 1999,'),
    [[null, null, '2030-01-01', /lies ahead/]],
    { asAt: '2030-01-01' },
  ],
  [
    'a file that says itself that it is “as at” a day that lies ahead',
    csv('CHAPTER IV', 'STATUS AS AT : 01-02-2030', header, 'Fiji,5 Mar 1999,'),
    [[2, null, '2030-02-01', /lies ahead/]],
  ],
  [
    'an instrument that nothing names',
    csv(header, 'Fiji,5 Mar 1999,'),
    [[null, null, 'the one', /neither an instrument in the record nor a number/]],
    { instrument: 'the one' },
  ],
]

const entities = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<!ENTITY e${at} "${at === 0 ? 'ha' : `&e${at - 1};`.repeat(10)}">`,
  ).join('')
const xmlRefusals: [title: string, xml: string, reason: RegExp, line?: number][] = [
  [
    'an entity bomb',
    `<?xml version="1.0"?><!DOCTYPE x [${entities(9)}]><Document>&e8;</Document>`,
    /document type/,
  ],
  [
    'an external entity',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Document>&e;</Document>',
    /What reads|document type/,
  ],
  ['an entity that nothing defines', '<?xml version="1.0"?><Document>&secret;</Document>', /not well-formed/],
  ['a web page with a prolog', '<?xml version="1.0"?><html><body/></html>', /begins with <html>/],
  ['nested without end', `<?xml version="1.0"?><Document>${'<a>'.repeat(50)}`, /nests more than 32/],
  [
    'a cell without end',
    `<?xml version="1.0"?><Document><Participants><Table><Row><Entry>${'x'.repeat(30_000)}</Entry></Row></Table></Participants></Document>`,
    /cell longer than 20000/,
  ],
  ['cut short', '<?xml version="1.0"?><Document><Treaty>', /not well-formed/],
  [
    'participants in running text',
    '<?xml version="1.0"?><Document><Treaty><Participants>Fiji (May 5th, 1935 a)</Participants></Treaty></Document>',
    /no table of participants/,
  ],
  [
    'an encoding that is not read',
    '<?xml version="1.0" encoding="EBCDIC-US"?><Document/>',
    /encoded in EBCDIC-US, which is not read/,
    1,
  ],
]
for (const [title, content, reason, line = null] of xmlRefusals)
  refusals.push([`XML: ${title}`, content, [[line, null, null, reason]]])

const db = seededDatabase(t)
for (const [title, content, expected, options] of refusals)
  t.test(`refused: ${title}`, async (t) => {
    const faults = await faultsOf(t, db, '29-9.csv', content, { asAt: '2020-06-30', ...options })
    t.match(
      faults,
      expected.map(([line, column, value, reason]) => ({
        file: '29-9.csv',
        ...(title.startsWith('XML') && line === null ? {} : { line }),
        ...(column === null ? {} : { column }),
        ...(title.startsWith('XML') ? {} : { value }),
        reason,
      })),
    )
    t.equal(faults.length, expected.length, faults.map(({ reason }) => reason).join('\n'))
    t.equal(openStore(db).imports.newest()?.number, 1, 'nothing is changed')
  })

t.test('one bad cell in row 150 of a long table', async (t) => {
  const good = Array.from(
    { length: 148 },
    (_, at) => `Fiji,,${(at % 28) + 1} ${at < 74 ? 'Mar' : 'Apr'} ${1850 + at} a`,
  )
  const faults = await faultsOf(t, db, '29-9.csv', csv(header, ...good, 'Chad,31 Feb 1999,', ...good))
  t.match(faults, [
    { file: '29-9.csv', line: 150, column: 'Signature', value: '31 Feb 1999', reason: /not a date like/ },
  ])
})

t.test('at very many faults, reading stops', async (t) => {
  const rows = Array<string>(100_500).fill('Germania,31 Feb 1999,')
  const refused = await importTable(t, db, '29-9.csv', csv(header, ...rows)).catch((error: unknown) => error)
  t.match(refused, { name: 'FileRefused', total: 100_000, faults: { length: 10_000 } })
})
