import t from 'tap'
import { seededDatabase } from '../fixtures/seeded.js'
import { testKind } from '../fixtures/table-cases.js'

const db = seededDatabase(t)
const head = 'Country,Signature,Ratification'
const ratified = 'TCD ratification 2016-05-10'

testKind(t, db, 'dates', {
  read: [
    ...[
      '2016-05-10T00:00:00Z',
      '2016-05-10T00:00:00.000+00:00',
      '10/May/2016',
      '10-MAY-2016',
      '10.V.2016',
      '10May2016',
      '10th May 2016',
      '10 May 2016.',
      '2016 May 10',
      '10 mai 2016',
      '10. Mai 2016',
      '10 de mayo de 2016',
      "'10 May 2016",
      '20160510',
      '10 May 2016 [1]',
      'Ratified (2016-05-10)',
      'Ratified: 10 May 2016',
      'Ratified on 10 May 2016',
      '10 May 2016 (ratification)',
    ].map((cell) => [`${head}|Chad,,${cell}`, ratified] as const),
    [
      `${head}|Chad,Signed 1 Jan 2010,Acceded (2016-05-10)`,
      'TCD signature 2010-01-01; TCD accession 2016-05-10',
    ],
    [`${head}|Chad,,10 May 2016|Fiji,Not signed,Not ratified|Peru,No,No|Mali,—,N/A`, ratified],
    ['Country,"Ratification, Accession (a)"|Chad,a: 10 May 2016', 'TCD accession 2016-05-10'],
  ],
  refused: [
    ...['2016', 'May 2016', '2016-05', '05/2016', 'circa 1990'].map(
      (cell) =>
        [
          `${head}|Chad,,${cell}`,
          /gives no day, and an act counts from its day/,
          { line: 2, value: cell },
        ] as const,
    ),
    ...['01/01/1900', '1899-12-30', '1 Jan 1900'].map(
      (cell) => [`${head}|Chad,,${cell}`, /what spreadsheets show for no date at all/] as const,
    ),
    ...['Yes', 'x', '✓', '1'].map((cell) => [`${head}|Chad,,${cell}`, /says whether, and no date/] as const),
    ...[
      'unknown',
      '?',
      'pending',
      '10-12 May 2016',
      '10 May 2016 / 12 Jun 2017',
      '10 мая 2016',
      '2016-25-05',
      '31 Apr 2016',
      '1462838400',
    ].map((cell) => [`${head}|Chad,,${cell}`, /is not a date/] as const),
    [`${head}|Chad,,a: 10 May 2016`, /marker “a”, which the heading does not declare/],
    [`${head}|Chad,,signed 10 May 2016`, /names another act than its column/],
    [
      'Country,Ratification,Type|Chad,Acceded 10 May 2016,Ratification',
      /names another act than its column or the column of acts/,
    ],
    [`${head}|Chad,,Ratified 10 May 2030`, /lies after 2020-06-30/],
  ],
})

testKind(t, db, 'rows that contradict each other', {
  read: [
    [`${head}|Chad,,10 May 2016|Chad,,10 May 2016`, ratified, /line 3: repeats an earlier one/],
    [
      'Country,Ratification,Accession|Chad,10 May 2016,11 May 2017',
      `${ratified}; TCD accession 2017-05-11`,
      /two consents to be bound/,
    ],
    [
      'Country,Ratification,Accession|Chad,10 May 2016,10 May 2016',
      `${ratified}; TCD accession 2016-05-10`,
      /two consents to be bound/,
    ],
    [
      'Country,Ratification,Withdrawal|Chad,10 May 2016,1 Jan 2010',
      `${ratified}; TCD withdrawal 2010-01-01`,
      /a withdrawal before the first consent/,
    ],
    [
      'Participant,Action,Date|Chad,Withdrawal,2010-01-01|Chad,Ratification,2016-05-10',
      `${ratified}; TCD withdrawal 2010-01-01`,
      /a withdrawal before the first consent/,
    ],
    [
      `${head}|Chad,1 Jan 2017,10 May 2016`,
      `${ratified}; TCD signature 2017-01-01`,
      /a consent to be bound before the signature/,
    ],
    [
      `${head}|Chad,1 Jan 2010,|Chad,2 Jan 2010,`,
      'TCD signature 2010-01-01; TCD signature 2010-01-02',
      /two signatures/,
    ],
    [`${head}|Eritrea,,1 Jan 1980`, 'ERI ratification 1980-01-01', /no act before the State exists/],
    [`${head}|Czechoslovakia,,1 Jan 2000`, 'CSK ratification 2000-01-01', /no act after the State has ended/],
    [
      `${head}|Congo,,1 Jan 2000|Republic of the Congo,,1 Jan 2001`,
      'COG ratification 2000-01-01; COG ratification 2001-01-01',
      /two consents/,
    ],
    [
      'Country,Ratification,Entry into force|Chad,10 May 2016,1 May 2016',
      ratified,
      /in force from 2016-05-01, before the ratification/,
    ],
  ],
})

testKind(t, db, 'names', {
  read: [
    ['S. Korea', 'KOR'],
    ['N. Korea', 'PRK'],
    ['UK', 'GBR'],
    ['Ivory Coast', 'CIV'],
    ['FYROM', 'MKD'],
    ['Holland', 'NLD'],
    ['Congo-Brazzaville', 'COG'],
    ['Congo (Kinshasa)', 'COD'],
    ['Vatican City', 'VAT'],
    ['East Timor', 'TLS'],
    ['Pays-Bas', 'NLD'],
    ['Moldau', 'MDA'],
    ['USSR', 'RUS'],
  ].map(
    ([name, code]) =>
      [`Country,Ratification|${name},10 May 2016`, `${code} ratification 2016-05-10`] as const,
  ),
  refused: [
    ['Kongo', /did you mean .*\(COG\).*\(COD\)/],
    ['Germny', /did you mean Germany \(DEU\)/],
    ['Koreea', /did you mean/],
    ['Yugoslavia', /did you mean .*\(YUG\)/],
    ['Taiwan', /is known\. To record/],
    ['Atlantis', /is known\. To record/],
  ].map(
    ([name, reason]) =>
      [`Country,Ratification|${name},10 May 2016`, reason as RegExp, { value: String(name) }] as const,
  ),
})
