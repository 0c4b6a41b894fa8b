import t from 'tap'
import { importTable } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'
import { testKind } from '../fixtures/table-cases.js'

const db = seededDatabase(t)
const head = 'Country,Signature,Ratification'
const chad = `${head}|Chad,,10 May 2016`
const ratified = 'TCD ratification 2016-05-10'

testKind(t, db, 'rows of no participant', {
  read: [
    ...[
      'Total,,1',
      'Total: 96,,',
      'Number of parties,,96',
      'Source: UN Treaty Collection,,',
      '* With a reservation,,',
      '"Source: UN, accessed 5 May 2020"',
      'Source: UN, accessed 5 May 2020',
      'Note,,',
      '1. Chad made a reservation.',
      'Africa,,',
      'Latin America and the Caribbean,,',
      'B,,',
      'States not party:,,',
      `${head}`,
      'Last updated 1 June 2020,,',
      ',,Total: 1',
    ].map((row) => [`${chad}|${row}`, ratified, /line 3 is of no participant, and is not read/] as const),
    [`${head}|(1),(2),(3)|Chad,,10 May 2016`, ratified, /line 2 is of no participant/],
    [`${head}|text,date,date|Chad,,10 May 2016`, ratified, /line 2 is of no participant/],
    [`No.,${head}|1,Chad,,10 May 2016`, ratified],
    [
      'Country,Ratification|Chad [1],10 May 2016|Fiji (2),10 May 2016|Mali¹,10 May 2016|* Peru,10 May 2016',
      `FJI ratification 2016-05-10; MLI ratification 2016-05-10; PER ratification 2016-05-10; ${ratified}`,
    ],
  ],
  refused: [
    ...[
      'Atlantic States,,',
      'Withdrawn:,,',
      'Former parties,,',
      'Sources of energy,,10 May 2016',
      'Total,,10 May 2016',
    ].map((row) => [`${chad}|${row}`, /no participant of this name is known/, { line: 3 }] as const),
  ],
})

testKind(t, db, 'other matters', {
  read: [
    'Acceptance of Article 20 inquiry procedure',
    'Acceptance of amendment to art. 43(2)',
    'Declaration under article 41',
    'Acceptance of the competence of the Committee',
    'Objections',
    'Territorial application',
    'Art. 14 declaration',
    'Accession to amendment',
    'Withdrawal of reservation',
    'Individual communications procedure accepted',
    'Acceptance of Annex III',
    'Acceptation de la procédure de plaintes',
  ].map((heading) => [`Country,Ratification,${heading}|Chad,10 May 2016,1 Jan 2017`, ratified] as const),
  refused: [
    'Optional Protocol',
    'Ratification of Optional Protocol',
    'Initial report submitted',
    'National legislation',
  ].map(
    (heading) =>
      [
        `Country,Ratification,${heading}|Chad,10 May 2016,1 Jan 2017`,
        /names no treaty action/,
        { column: heading },
      ] as const,
  ),
})

testKind(t, db, 'French tables of the depositary', {
  read: [
    [
      'Participant,Signature,"Ratification, Acceptation(A), Approbation(AA), Adhésion(a), Succession(d)"|Afrique du Sud,,16 nov 1971 a|Belgique,1 févr 1960,2 août 1961 A',
      'BEL signature 1960-02-01; BEL acceptance 1961-08-02; ZAF accession 1971-11-16',
    ],
    [
      'Participant;Signature;Ratification, Adhésion(a)|Côte d’Ivoire;;16 nov. 1971 a',
      'CIV accession 1971-11-16',
    ],
    [
      'Participant,Signature,Signature définitive(s),Adhésion(a)|Suisse,1 janv 1960,,|Suède,,2 févr 1960 s,',
      'CHE signature 1960-01-01; SWE definitive-signature 1960-02-02',
    ],
    [
      'Participant,"Confirmation formelle(c), Adhésion(a)"|Union européenne,16 nov 2010 c',
      'EUE formal-confirmation 2010-11-16',
    ],
    [
      'Participant,"Ratification, Adhésion (a)",Dénonciation|Tchad,16 nov 1971 a,1 mars 1990',
      'TCD accession 1971-11-16; TCD withdrawal 1990-03-01',
    ],
    [
      'État,Date de signature,Date du dépôt de l’instrument de ratification|Tchad,1er févr 1970,16 novembre 1971',
      'TCD signature 1970-02-01; TCD ratification 1971-11-16',
    ],
    ['État,Date d’adhésion|Tchad,16 novembre 1971', 'TCD accession 1971-11-16'],
    ['Participant,Ratification ou adhésion (a)|Tchad,16 nov 1971 a', 'TCD accession 1971-11-16'],
    ['Participant,Consentement à être lié(P)|Tchad,16 nov 1971 P', 'TCD participation 1971-11-16'],
    [
      'Participant,"Participation(P), Application provisoire(n)"|Tchad,16 nov 1971 n',
      'TCD provisional-application 1971-11-16',
    ],
    [
      'Participant,"Ratification, Adhésion(a)"|Rép. dém. du Congo,1 déc 1990 a|Saint-Siège,2 juil 1990',
      'COD accession 1990-12-01; VAT ratification 1990-07-02',
    ],
  ],
})

testKind(t, db, 'codes alone', {
  read: [
    ['iso_a3,signed,ratified|TCD,2010-01-01,2016-05-10', `TCD signature 2010-01-01; ${ratified}`],
    ['iso3c,year,Ratification|TCD,2016,10 May 2016', ratified],
    ['ISO code (3),Ratification|TCD,10 May 2016', ratified],
    ['iso_3166_1_alpha_3,ratification_date|TCD,2016-05-10', ratified],
    ['country_code,Ratification|tcd,10 May 2016', ratified],
    ['un_m49,ratified|148,2016-05-10', ratified],
  ],
  refused: [
    ['COW code,Ratification|483,10 May 2016', /no column of participants/],
    ['geo,Ratification|TCD,10 May 2016', /no column of participants/],
    ['iso3,Ratification|ROM,10 May 2016', /is no code of a participant/],
    ['ISO 3166-1 alpha-2,Ratification|UK,10 May 2016', /is no code of a participant/],
    ['ISO3,Country,Ratification|TCD,Fiji,10 May 2016', /the code is not that of “Fiji”/],
  ],
})

const preambles: [above: string, day: string | null][] = [
  ['État au 1er janvier 2018', '2018-01-01'],
  ['Situation au 02/01/2018', '2018-01-02'],
  ['État des ratifications au 3 mars 2018', '2018-03-03'],
  ['Stand: 1. Januar 2018', '2018-01-01'],
  ['Stand am 01.02.2018;;', '2018-02-01'],
  ['(as of 1 January 2018)', '2018-01-01'],
  ['Treaty status as of January 5, 2018', '2018-01-05'],
  ['# status as of 2018-01-01|# source: UN', '2018-01-01'],
  ['CEDAW|Status as at: 01-02-2018 09:15:21 EDT,,|,,', '2018-02-01'],
  ['Title|Entry into force: 3 September 1981|As of 1 Jan 2018', '2018-01-01'],
  ['As at,1 January 2018,', '2018-01-01'],
  ['As of January 2018', null],
  ['As of 01/02/2018', null],
  ['Generated on 2018-01-01 12:00:00 UTC', null],
  ['"Data retrieved January 1, 2018"', null],
]
for (const [above, day] of preambles)
  t.test(`preamble: ${above}`, async (t) => {
    const separator = above.includes(';') ? ';' : ','
    const table = `${above}|${chad.replaceAll(',', separator)}`.replaceAll('|', '\n')
    const { asAt, actions, warnings } = await importTable(t, db, '29-9.csv', table, {
      asAt: '2020-06-30',
      dryRun: true,
    })
    t.equal(actions, 1)
    t.equal(asAt, day ?? '2020-06-30')
    if (day === null) t.match(warnings.join('\n'), /line 1 stands above the heading and is not read/)
  })
