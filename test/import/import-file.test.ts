import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { RemovalsRefused } from '../../src/db/write/record.js'
import { csv, importTable, longHeader, said } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'

// Small tables of our own, one after each shape met, and what each tells.

const depositary = csv(
  'Participant,Signature,"Ratification, Acceptance(A), Accession(a), Succession(d)"',
  'Afghanistan,14 Dec 2000,24 Sep 2003',
  'Algeria,,9 Mar 2004 a',
  '"China4,5",,',
)
const depositaryActions = [
  'AFG ratification 2003-09-24',
  'AFG signature 2000-12-14',
  'DZA accession 2004-03-09',
]

const xml = (body: string): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?><Document><Treaty><Header><Chapter><Header>CHAPTER XXIX</Header></Chapter>
<ExternalData><Numsect>9</Numsect><Titlesect>Convention on Tables</Titlesect><Conclusion>Geneva, 1 May 1999</Conclusion></ExternalData></Header>
<Participants><Table><TGroup><Thead><Row><Entry>Participant&lt;superscript&gt;2,3&lt;/superscript&gt;</Entry><Entry>Signature</Entry><Entry>Ratification, Accession(a)</Entry></Row></Thead>
<Tbody><Rows>${body}</Rows></Tbody></TGroup></Table></Participants>
<TerritorialApplications><Table><TGroup><Tbody><Rows><Row><Entry>Participant</Entry></Row></Rows></Tbody></TGroup></Table></TerritorialApplications></Treaty></Document>`

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

const shapes: [
  title: string,
  file: string,
  content: string | Uint8Array,
  expected: { format: string; actions: string[]; encoding?: string },
][] = [
  [
    'the depositary’s table',
    '29-9.csv',
    depositary,
    { format: 'depositary-table', actions: depositaryActions },
  ],
  [
    'with “;” between cells',
    '29-9.csv',
    csv(
      'Participant;Signature;Ratification, Accession(a)',
      'Afghanistan;14 Dec 2000;24 Sep 2003',
      'Algeria;;9 Mar 2004 a',
    ),
    { format: 'depositary-table', actions: depositaryActions },
  ],
  [
    'with tabs, and CRLF',
    '29-9.csv',
    'Participant\tSignature\tRatification, Accession(a)\r\nAfghanistan\t14 Dec 2000\t24 Sep 2003\r\nAlgeria\t\t9 Mar 2004 a\r\n',
    { format: 'depositary-table', actions: depositaryActions },
  ],
  [
    'UTF-8 with a byte order mark',
    '29-9.csv',
    `\ufeff${depositary}`,
    { format: 'depositary-table', actions: depositaryActions, encoding: 'utf-8' },
  ],
  [
    'UTF-16',
    '29-9.csv',
    Buffer.from(`\ufeff${depositary}`, 'utf16le'),
    { format: 'depositary-table', actions: depositaryActions, encoding: 'utf-16le' },
  ],
  [
    'UTF-16, big-endian, without a mark',
    '29-9.csv',
    Buffer.from(depositary, 'utf16le').swap16(),
    { format: 'depositary-table', actions: depositaryActions, encoding: 'utf-16be' },
  ],
  [
    'Windows-1252',
    '29-9.csv',
    latin1(csv('Participant,Acceptance(A)', 'Côte d\u0092Ivoire,25 Oct 2012 A')),
    { format: 'depositary-table', actions: ['CIV acceptance 2012-10-25'], encoding: 'windows-1252' },
  ],
  [
    'another order of acts',
    '29-9.csv',
    csv(
      'Participant,Signature,"Accession(a), Succession(d), Ratification"',
      'Croatia,,12 Oct 1992 d',
      'Belgium,7 Sep 1956,13 Dec 1962',
    ),
    {
      format: 'depositary-table',
      actions: ['BEL ratification 1962-12-13', 'BEL signature 1956-09-07', 'HRV succession 1992-10-12'],
    },
  ],
  [
    'succession to signature',
    '29-9.csv',
    csv(
      'Participant,"Signature, Succession to signature(d)","Ratification, Accession(a)"',
      'Czechia,2 Jun 1993 d,',
      'Poland,1 Apr 1987,',
    ),
    {
      format: 'depositary-table',
      actions: ['CZE succession-to-signature 1993-06-02', 'POL signature 1987-04-01'],
    },
  ],
  [
    'definitive signature',
    '29-9.csv',
    csv(
      'Participant,Signature,"Definitive signature(s), Acceptance(A)"',
      'India,,12 Mar 1954 s',
      'France,14 Jan 1954,14 Feb 1963 A',
    ),
    {
      format: 'depositary-table',
      actions: [
        'FRA acceptance 1963-02-14',
        'FRA signature 1954-01-14',
        'IND definitive-signature 1954-03-12',
      ],
    },
  ],
  [
    'provisional application, a column of its own',
    '29-9.csv',
    csv(
      'Participant,Signature,Provisional application(n),"Ratification, Accession(a)"',
      'Cuba,,30 Nov 2001 n,26 Dec 2001 a',
    ),
    {
      format: 'depositary-table',
      actions: ['CUB accession 2001-12-26', 'CUB provisional-application 2001-11-30'],
    },
  ],
  [
    'markers C, p and c',
    '29-9.csv',
    csv(
      'Participant,Signature,Confirmation of signature(C),"Simplified procedure(p), Formal confirmation(c), Ratification"',
      'European Union,16 Nov 1994,,1 Apr 1998 c',
      'Fiji,,29 Jul 1994 C,28 Jul 1995 p',
    ),
    {
      format: 'depositary-table',
      actions: [
        'EUE formal-confirmation 1998-04-01',
        'EUE signature 1994-11-16',
        'FJI confirmation-of-signature 1994-07-29',
        'FJI simplified-procedure 1995-07-28',
      ],
    },
  ],
  [
    'an empty cell lost: the marker tells',
    '29-9.csv',
    csv('Participant,Signature,"Ratification, Accession(a)"', 'Afghanistan,16 Nov 1966 a,'),
    { format: 'depositary-table', actions: ['AFG accession 1966-11-16'] },
  ],
  [
    'an empty cell lost, and the row short of it',
    '29-9.csv',
    csv('Participant,Signature,"Ratification, Accession(a)"', 'Afghanistan,16 Nov 1966 a', 'China'),
    { format: 'depositary-table', actions: ['AFG accession 1966-11-16'] },
  ],
  [
    'withdrawn, in brackets',
    '29-9.csv',
    csv(
      'Participant,Signature,"Ratification, Acceptance(A)"',
      'Denmark,[12 Nov 1947 ],[21 Nov 1949 A]',
      '[Norway6],12 Nov 1947,28 Nov 1947',
    ),
    {
      format: 'depositary-table',
      actions: [
        'DNK acceptance 1949-11-21',
        'DNK signature 1947-11-12',
        'DNK withdrawal 1949-11-21…2020-06-30',
        'NOR ratification 1947-11-28',
        'NOR signature 1947-11-12',
        'NOR withdrawal 1947-11-28…2020-06-30',
      ],
    },
  ],
  [
    'withdrawn, and joined again',
    '29-9.csv',
    csv('Participant,Accession(a)', 'Denmark,[21 Nov 1949 a]', 'Denmark,5 May 1990 a'),
    {
      format: 'depositary-table',
      actions: [
        'DNK accession 1949-11-21',
        'DNK accession 1990-05-05',
        'DNK withdrawal 1949-11-21…1990-05-05',
      ],
    },
  ],
  [
    'provisional application ended: nobody left',
    '29-9.csv',
    csv('Participant,Provisional application(n),Accession(a)', 'Colombia,[20 Jun 2001 n],17 Feb 2004 a'),
    {
      format: 'depositary-table',
      actions: ['COL accession 2004-02-17', 'COL provisional-application 2001-06-20'],
    },
  ],
  [
    'a line that says “as at”, day first',
    '29-9.csv',
    csv('STATUS AS AT : 04-05-2020 09:15:33 EDT', 'Participant,Accession(a)', 'Denmark,[21 Nov 1949 a]'),
    {
      format: 'depositary-table',
      actions: ['DNK accession 1949-11-21', 'DNK withdrawal 1949-11-21…2020-05-04'],
    },
  ],
  [
    'the depositary’s XML',
    'page.xml',
    xml(
      '<Row><Entry>Argentina&lt;superscript&gt;5&lt;/superscript&gt;</Entry><Entry>22 Apr\t 2016 </Entry><Entry> 6 Nov\t 2018 </Entry></Row><Row><Entry>Albania</Entry><Entry/><Entry>15 Dec\t 2003 a</Entry></Row>',
    ),
    {
      format: 'depositary-xml',
      actions: ['ALB accession 2003-12-15', 'ARG ratification 2018-11-06', 'ARG signature 2016-04-22'],
    },
  ],
  [
    'XML: a comment first, text in tags and in CDATA',
    'page.xml',
    `<!-- x -->${xml('<Row><Entry><b>Argentina</b><superscript>5</superscript></Entry><Entry><![CDATA[22 Apr 2016]]></Entry><Entry>6 Nov 2018 <i>a</i></Entry></Row>').replace(/<\?xml.*?\?>/, '')}`,
    { format: 'depositary-xml', actions: ['ARG accession 2018-11-06', 'ARG signature 2016-04-22'] },
  ],
  [
    'a signature in brackets beside a consent that stands',
    '29-9.csv',
    csv('Participant,Signature,Ratification', 'Benin,[5 Mar 1995],1 Jan 1990'),
    { format: 'depositary-table', actions: ['BEN ratification 1990-01-01', 'BEN signature 1995-03-05'] },
  ],
  [
    'acts about reservations in a list of actions',
    '29-9.csv',
    csv(
      'Participant,Action,Date of Notification/Deposit',
      'Benin,Ratification,01/02/2000',
      'Benin,Withdrawal of reservation,05/06/2005',
      'Benin,Acceptance of amendment,06/06/2005',
    ),
    { format: 'action-list', actions: ['BEN ratification 2000-02-01'] },
  ],
  [
    'as OHCHR prints it',
    '29-9.csv',
    csv(
      'Country,Signature Date,"Ratification Date, Accession(a), Succession(d) Date"',
      'Afghanistan,14 Aug 1980,05 Mar 2003',
      'Angola,,17 Sep 1986 (a)',
    ),
    {
      format: 'ohchr-table',
      actions: ['AFG ratification 2003-03-05', 'AFG signature 1980-08-14', 'AGO accession 1986-09-17'],
    },
  ],
  [
    'one row an action',
    '29-9.csv',
    csv(
      'Participant,Action,Date of Notification/Deposit,Date of Effect',
      'Albania,Signature,12/12/2000,',
      'Albania,Ratification,21/08/2002,29/09/2003',
      'Albania,Territorial Application,22/08/2002,',
      'Albania,Denunciation,01/02/2010,01/02/2011',
    ),
    {
      format: 'action-list',
      actions: ['ALB ratification 2002-08-21', 'ALB signature 2000-12-12', 'ALB withdrawal 2010-02-01'],
    },
  ],
  [
    'acts that undo others, and acts for a territory alone',
    '29-9.csv',
    csv(
      'Participant,Action,Date of Notification/Deposit,Date of Effect',
      'Gambia,Ratification,28/06/2002,01/09/2002',
      'Gambia,Withdrawal,10/11/2016,10/11/2017',
      'Gambia,Withdrawal of notification of withdrawal,10/02/2017,',
      'Russian Federation,Signature,24/09/1996,',
      'Russian Federation,Ratification,30/06/2000,',
      'Russian Federation,Withdrawal of ratification,03/11/2019,',
      'Netherlands,Ratification,03/11/2001,',
      'Netherlands,Withdrawal (in respect of Aruba),03/11/2011,',
      'Netherlands,Denunciation for the Kingdom in Europe,03/11/2012,',
    ),
    {
      format: 'action-list',
      actions: [
        'GMB ratification 2002-06-28',
        'GMB withdrawal 2016-11-10',
        'GMB withdrawal-revoked 2017-02-10',
        'NLD ratification 2001-11-03',
        'RUS consent-withdrawn 2019-11-03',
        'RUS ratification 2000-06-30',
        'RUS signature 1996-09-24',
      ],
    },
  ],
  [
    'acts for a territory in a column of kinds',
    '29-9.csv',
    csv(
      'Code,Name,Date,Participation Type',
      'NLD,Netherlands,2001-11-03,Ratification',
      'NLD,Netherlands,2011-11-03,Withdrawal (in respect of Aruba)',
      'DNK,Denmark,2011-11-03,Accession on behalf of Greenland',
    ),
    { format: 'iso-table', actions: ['NLD ratification 2001-11-03'] },
  ],
  [
    'OHCHR’s procedures of complaint are another matter',
    '29-9.csv',
    csv(
      'Country,"Ratification, Accession(a)",Acceptance of individual complaints procedures,Acceptance of inquiry procedure',
      'Algeria,12 Sep 1989,12 Sep 1990,Yes',
    ),
    { format: 'ohchr-table', actions: ['DZA ratification 1989-09-12'] },
  ],
  [
    'ISO codes and days, and the act in a column of its own',
    '29-9.csv',
    csv(
      'Code,Name,Signature,Ratification,Kind,Date-Of-Effect,Emissions',
      'AFG,Afghanistan,2016-04-22,2017-02-15,Acceptance,2017-03-17,5',
      'EUU,European Union,2016-04-22,2016-10-05,Approval,2016-11-04,6',
    ),
    {
      format: 'iso-table',
      actions: [
        'AFG acceptance 2017-02-15',
        'AFG signature 2016-04-22',
        'EUE approval 2016-10-05',
        'EUE signature 2016-04-22',
      ],
    },
  ],
  [
    'ISO codes, one date and its kind',
    '29-9.csv',
    csv(
      'Code,Name,Date,Participation Type',
      'ALB,Albania,2019-01-18,Ratification',
      'AND,Andorra,2019-01-23,Acceptance',
    ),
    { format: 'iso-table', actions: ['ALB ratification 2019-01-18', 'AND acceptance 2019-01-23'] },
  ],
  [
    'dates as Excel, pandas and people write them, and cells for none',
    '29-9.csv',
    csv(
      'Country,Signature,Ratification',
      'Algeria,NaN,10-May-2016',
      'Australia,n/a,"May 10, 2016"',
      'Austria,–,2016-05-10 00:00:00',
      'Cuba,NULL,2016/05/10',
      'Bolivia (Plurinational State of),-,[23 Sep 1976] 11 Jan 2013',
    ),
    {
      format: 'ohchr-table',
      actions: [
        'AUS ratification 2016-05-10',
        'AUT ratification 2016-05-10',
        'BOL ratification 1976-09-23',
        'BOL ratification 2013-01-11',
        'BOL withdrawal 1976-09-23…2013-01-11',
        'CUB ratification 2016-05-10',
        'DZA ratification 2016-05-10',
      ],
    },
  ],
  [
    'Namibia’s code is no empty cell',
    '29-9.csv',
    csv('Code,Name,Ratification', 'NAM,Namibia,10 May 2016', 'AFG,Afghanistan,NA'),
    { format: 'iso-table', actions: ['NAM ratification 2016-05-10'] },
  ],
  [
    'our own format',
    'anything.csv',
    csv(
      longHeader,
      'iv-15,AFG,accession,2012-09-18,,,,depositary,a table',
      'iv-15,SSD,accession,,2015-01-01,2015-12-31,,secondary,press',
    ),
    { format: 'long', actions: ['AFG accession 2012-09-18', 'SSD accession 2015-01-01…2015-12-31'] },
  ],
]

for (const [title, fileName, content, { format, actions, encoding }] of shapes)
  t.test(title, async (t) => {
    const db = seededDatabase(t)
    if (format === 'long')
      await importTable(t, db, '4-15.csv', csv('Participant,Accession(a)', 'Fiji,7 Jun 2017 a'), {
        asAt: '2018-01-01',
      })
    const report = await importTable(t, db, fileName, content, { asAt: '2020-06-30', allowRemovals: true })
    t.equal(report.format, format)
    if (encoding) t.equal(report.encoding, encoding)
    const { revision } = report
    const held = openStore(db)
      .actions.known(99)
      .filter(({ knownFrom }) => knownFrom === revision)
    t.strictSame(held.map(said).sort(), actions)
    t.equal(
      (await importTable(t, db, fileName, content, { asAt: '2020-06-30' })).revision,
      null,
      'again: nothing',
    )
  })

t.test(
  'who revoked a withdrawal is a party throughout; who took a ratification back has signed',
  async (t) => {
    const db = seededDatabase(t)
    const table = csv(
      'Participant,Action,Date of Notification/Deposit,Date of Effect',
      'Gambia,Signature,04/12/1998,',
      'Gambia,Ratification,28/06/2002,01/09/2002',
      'Gambia,Withdrawal,10/11/2016,10/11/2017',
      'Gambia,Withdrawal of notification of withdrawal,10/02/2017,',
      'Russian Federation,Signature,24/09/1996,',
      'Russian Federation,Ratification,30/06/2000,',
      'Russian Federation,Withdrawal of ratification,03/11/2019,',
      'Netherlands,Ratification,03/11/2001,',
      'Netherlands,Withdrawal (in respect of Aruba),03/11/2011,',
    )
    const { notRead } = await importTable(t, db, '29-9.csv', table, { asAt: '2020-06-30' })
    t.strictSame(notRead, [{ what: 'Withdrawal (in respect of Aruba)', cells: 1 }])
    const statusOn = (day: string) =>
      openStore(db)
        .statuses.ofInstruments(['xxix-9'], { asOf: day, revision: 2 })
        .map(({ participant, status }) => `${participant} ${status}`)
        .sort()
    for (const day of ['2016-11-09', '2016-11-10', '2017-02-10', '2017-11-10', '2019-01-01'])
      t.strictSame(statusOn(day), ['GMB party', 'NLD party', 'RUS party'], day)
    t.strictSame(statusOn('2020-01-01'), ['GMB party', 'NLD party', 'RUS signatory'])
    const present = csv(
      'Participant,Signature,Ratification',
      'Gambia,4 Dec 1998,28 Jun 2002',
      'Russian Federation,24 Sep 1996,',
      'Netherlands,,3 Nov 2001',
    )
    t.match(
      await importTable(t, db, '29-9.csv', present, { asAt: '2020-07-30' }),
      { tables: [{ added: 0, corrected: 0, removed: 0 }] },
      'a table of present participants denies neither',
    )
  },
)

t.test('rows that contradict each other are warned of', async (t) => {
  const table = csv(
    'Country,Signature,Ratification',
    'Algeria,1 Jan 2010,10 May 2016',
    'Algeria,2 Jan 2010,11 May 2016',
    'South Sudan,10 May 2000,1 Jan 2001',
    'Albania,10 May 2016,1 Jan 2010',
    'Cuba,10 May 2016,1 Jan 2018',
  )
  const { warnings } = await importTable(t, seededDatabase(t), '29-9.csv', table, { asAt: '2020-06-30' })
  t.strictSame(
    warnings.filter((one) => /^[A-Z]{3}: /.test(one)),
    [
      'ALB: ratification of xxix-9 on 2010-01-01, and signature on 2016-05-10: a consent to be bound before the signature',
      'DZA: ratification of xxix-9 on 2016-05-10, and ratification on 2016-05-11: two consents to be bound without a withdrawal between',
      'DZA: signature of xxix-9 on 2010-01-01, and signature on 2010-01-02: two signatures without a withdrawal between',
      'SSD: signature of xxix-9 on 2000-05-10; it exists from 2011-07-09 on: no act before the State exists',
      'SSD: ratification of xxix-9 on 2001-01-01; it exists from 2011-07-09 on: no act before the State exists',
    ],
  )
})

t.test('10/05/2016 is a day in the order that is given', async (t) => {
  const table = csv('Country,Ratification', 'Algeria,10/05/2016', 'Cuba,05/05/2016')
  for (const [dayOrder, day] of [
    ['day-first', '2016-05-10'],
    ['month-first', '2016-10-05'],
  ] as const) {
    const report = await importTable(t, seededDatabase(t), '29-9.csv', table, { dayOrder })
    t.strictSame(
      report.changes.map(({ after }) => after && said(after)),
      ['CUB ratification 2016-05-05', `DZA ratification ${day}`].sort((a, b) =>
        a.slice(-10).localeCompare(b.slice(-10)),
      ),
    )
  }
})

t.test('what a file says of its treaty is entered with it', async (t) => {
  const db = seededDatabase(t)
  const body = '<Row><Entry>Albania</Entry><Entry/><Entry>15 Dec\t 2003 a</Entry></Row>'
  await importTable(t, db, 'page.xml', xml(body))
  const entered = openStore(db)
    .instruments.all(9)
    .find(({ code }) => code === 'xxix-9')
  t.match(entered, {
    number: 'XXIX-9',
    title: 'Convention on Tables',
    adoptedAt: 'Geneva',
    adoptedOn: '1999-05-01',
    entryIntoForceRule: null,
  })
})

t.test('a treaty of which nothing but its number is known', async (t) => {
  const report = await importTable(t, seededDatabase(t), '29-9.csv', depositary)
  t.match(report.warnings, [/no “as at” day is given/, /neither the record nor an index knows XXIX-9/])
})

t.test('columns that record something else are reported, not read', async (t) => {
  const db = seededDatabase(t)
  const report = await importTable(
    t,
    db,
    '29-9.csv',
    csv('Participant,Application,Accession(a)', 'Fiji,1 Jan 1990,7 Jun 2017 a', 'Chad,2 Jan 1990,'),
  )
  t.strictSame(report.notRead, [{ what: 'Application', cells: 2 }])
  t.equal(report.actions, 1)
  const none = await importTable(t, db, '29-9.csv', csv('Participant,Application', 'Fiji,1 Jan 1990'))
  t.match(none, { revision: null, actions: 0, notRead: [{ what: 'Application', cells: 1 }], tables: [] })
  const loud = csv('Participant,Application \u001b[2J,Accession(a)', 'Fiji,1 Jan 1990,')
  const plain = [{ what: 'Application \ufffd[2J', cells: 1 }]
  t.match(
    await importTable(t, seededDatabase(t), '29-9.csv', loud),
    { notRead: plain },
    'commands no terminal',
  )
})

t.test('a consent without signature and marker is recorded as printed, with a warning', async (t) => {
  const report = await importTable(
    t,
    seededDatabase(t),
    '29-9.csv',
    csv('Participant,Signature,"Ratification, Accession(a)"', 'Antigua and Barbuda,,17 Feb 2010'),
  )
  t.match(
    report.warnings.join('\n'),
    /line 2: ratification on 2010-02-17 without a signature and without a marker/,
  )
})

t.test('a table does not deny what it has no column for', async (t) => {
  const db = seededDatabase(t)
  await importTable(t, db, '29-9.csv', depositary)
  const consents = csv(
    'Participant,"Ratification, Accession(a)"',
    'Afghanistan,24 Sep 2003',
    'Algeria,9 Mar 2004 a',
  )
  t.equal((await importTable(t, db, '29-9.csv', consents)).revision, null)
})

t.test('a table speaks up to “as at”, and removes nothing without leave', async (t) => {
  const db = seededDatabase(t)
  const older = csv('Participant,Signature,"Ratification, Accession(a)"', 'Afghanistan,14 Dec 2000,')
  await importTable(t, db, '29-9.csv', depositary)
  t.match(
    await importTable(t, db, '29-9.csv', older, { asAt: '2001-01-01' }),
    { tables: [{ added: 0, corrected: 0, removed: 0 }] },
    'an old table undoes nothing',
  )
  const refused = await importTable(t, db, '29-9.csv', older).catch((error) => error)
  t.type(refused, RemovalsRefused)
  t.strictSame(refused.removals.map(said).sort(), ['AFG ratification 2003-09-24', 'DZA accession 2004-03-09'])
  t.match(await importTable(t, db, '29-9.csv', older, { allowRemovals: true }), { tables: [{ removed: 2 }] })
})

t.test('a later copy that strips the brackets would make a party of who withdrew: it says so', async (t) => {
  const db = seededDatabase(t)
  await importTable(t, db, '29-9.csv', csv('Participant,Accession(a)', 'Jamaica,[3 Oct 1975 a]'), {
    asAt: '2013-06-11',
  })
  const stripped = csv('Participant,Accession(a)', 'Jamaica,3 Oct 1975 a')
  const refused = await importTable(t, db, '29-9.csv', stripped, { asAt: '2014-06-11' }).catch(
    (error) => error,
  )
  t.strictSame(refused.removals.map(said), ['JAM withdrawal 1975-10-03…2013-06-11'])
  const vanished = csv('Participant,Accession(a)', 'Fiji,7 Jun 2012 a')
  t.match(
    await importTable(t, db, '29-9.csv', vanished, { asAt: '2014-06-11' }),
    { tables: [{ added: 1, removed: 0 }] },
    'a row that vanished denies no withdrawal',
  )
})

t.test('a code is believed, and so are brackets', async (t) => {
  const db = seededDatabase(t)
  const table = csv(
    'Code,Name,Ratification',
    'COL,"[Colombia5,11]",1990-01-01',
    'DZA,Algeria6,1991-01-01',
    'DEU,Germania,1992-01-01',
  )
  const report = await importTable(t, db, '29-9.csv', table, { asAt: '2020-06-30' })
  t.match(
    report.warnings.join('\n'),
    /line 4: the name “Germania” is not known; the row is taken by its code, DEU/,
  )
  t.strictSame(
    report.changes.map(({ after }) => after && said(after)),
    [
      'COL ratification 1990-01-01',
      'COL withdrawal 1990-01-01…2020-06-30',
      'DEU ratification 1992-01-01',
      'DZA ratification 1991-01-01',
    ],
  )
})

t.test('a day that nobody stated is never cited as “as at”', async (t) => {
  const db = seededDatabase(t)
  const asAt = () =>
    openStore(db)
      .instruments.all(99)
      .find(({ code }) => code === 'xxix-9')?.asAt
  await importTable(t, db, '29-9.csv', depositary)
  t.equal(asAt(), null)
  const [held] = openStore(db)
    .actions.known(2)
    .filter(({ knownFrom }) => knownFrom === 2)
  t.equal(held?.source, '29-9.csv')
  t.equal(
    (await importTable(t, db, '29-9.csv', depositary, { asAt: '2015-01-01' })).revision,
    3,
    'to state it is news',
  )
  t.equal(asAt(), '2015-01-01')
})

t.test('a table older than the one that the record has it from sets nothing back', async (t) => {
  const db = seededDatabase(t)
  const table = (year: number) => csv('Participant,Ratification', `Benin,1 Jan ${year}`)
  await importTable(t, db, '29-9.csv', table(2000), { asAt: '2010-01-01' })
  const older = await importTable(t, db, '29-9.csv', table(1999), { asAt: '2005-01-01' }).catch(
    (error) => error,
  )
  t.strictSame(older.removals.map(said), ['BEN ratification 2000-01-01'])
  t.match(await importTable(t, db, '29-9.csv', table(1999), { asAt: '2012-01-01' }), {
    tables: [{ corrected: 1 }],
  })
})

t.test('what stands in a column without a heading is reported', async (t) => {
  const table = csv('Participant,,Ratification', 'Benin,by post,5 Mar 2003')
  const report = await importTable(t, seededDatabase(t), '29-9.csv', table)
  t.strictSame(report.notRead, [{ what: 'column 2, without a heading', cells: 1 }])
})

t.test('the part of a number is no extension', async (t) => {
  const report = await importTable(t, seededDatabase(t), '29-9.a', depositary)
  t.match(report.tables, [{ instrument: 'xxix-9-a' }])
})

t.test('rows may end each in its own way', async (t) => {
  const rows = ['Participant,Accession(a)', 'Fiji,7 Jun 2017 a', 'Chad,8 Jun 2017 a', 'Peru,9 Jun 2017 a']
  for (const [one, other] of [
    ['\r\n', '\n'],
    ['\n', '\r\n'],
    ['\r', '\r'],
  ] as const) {
    const mixed = `${rows[0]}${one}${rows[1]}${other}${rows[2]}${one}${rows[3]}${other}`
    const report = await importTable(t, seededDatabase(t), '29-9.csv', mixed)
    t.match(report, { rows: 3, actions: 3 }, JSON.stringify([one, other]))
  }
})

t.test('an act before there was a treaty is said to be one', async (t) => {
  const report = await importTable(
    t,
    seededDatabase(t),
    'cedaw.csv',
    csv(longHeader, 'cedaw,IRN,accession,1970-06-01,,,,depositary,a table'),
    { asAt: '1970-06-02' },
  )
  t.strictSame(report.warnings, [
    'line 2: is before cedaw was adopted, on 1979-12-18: IRN, accession, 1970-06-01',
  ])
})

t.test('a dry run says what would change, and changes nothing', async (t) => {
  const db = seededDatabase(t)
  const report = await importTable(t, db, '29-9.csv', depositary, { dryRun: true })
  t.match(report, { revision: null, tables: [{ added: 3 }] })
  t.strictSame(
    report.changes.map(({ kind, after }) => `${kind} ${after && said(after)}`),
    ['AFG signature 2000-12-14', 'AFG ratification 2003-09-24', 'DZA accession 2004-03-09'].map(
      (one) => `added ${one}`,
    ),
  )
  t.equal(openStore(db).imports.newest()?.number, 1)
  t.notOk(openStore(db).instruments.codes().includes('xxix-9'))
})

t.test('unknown names may be left out, counted and listed', async (t) => {
  const table = csv('Participant,Accession(a)', 'Fiji,7 Jun 2017 a', 'Atlantis,1 Jan 1990 a')
  const report = await importTable(t, seededDatabase(t), '29-9.csv', table, { skipUnknown: true })
  t.match(report, { actions: 1, rows: 2, leftOut: [{ line: 3, name: 'Atlantis' }] })
  const names = Array.from({ length: 10_002 }, (_, number) => `Atlantis ${number},1 Jan 1990 a`)
  const many = csv('Participant,Accession(a)', ...names)
  const bounded = await importTable(t, seededDatabase(t), '29-9.csv', many, { skipUnknown: true })
  t.equal(bounded.leftOut.length, 10_000)
  t.match(bounded.warnings.at(-1), '2 more lines left out')
})
