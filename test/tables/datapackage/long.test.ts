import t from 'tap'
import { readLongFormat } from '../../../src/tables/datapackage/long.js'
import { FileRefused } from '../../../src/tables/fault.js'
import { longHeader } from '../../fixtures/imported.js'

const known = {
  isInstrument: (code: string) => code === 'cedaw',
  isParticipant: (code: string) => ['AFG', 'SSD'].includes(code),
}
const read = (...rows: string[]) => readLongFormat([longHeader, ...rows].join('\r\n'), 'actions.csv', known)

t.test('a row is an action, on a day or within bounds', async (t) => {
  t.strictSame(
    read(
      'cedaw,AFG,signature,1980-08-14,,,,depositary,"a table, as at a day"',
      'cedaw,SSD,accession,,2015-01-01,2015-12-31,,secondary,press',
    ),
    [
      {
        instrument: 'cedaw',
        participant: 'AFG',
        action: 'signature',
        earliest: '1980-08-14',
        latest: '1980-08-14',
        effectOn: null,
        performedBy: null,
        certainty: 'depositary',
        source: 'a table, as at a day',
      },
      {
        instrument: 'cedaw',
        participant: 'SSD',
        action: 'accession',
        earliest: '2015-01-01',
        latest: '2015-12-31',
        effectOn: null,
        performedBy: null,
        certainty: 'secondary',
        source: 'press',
      },
    ],
  )
})

const refusals: [
  string,
  row: string,
  expected: Partial<{ line: number; column: string | null; value: string | null; reason: RegExp }>,
][] = [
  [
    'no such day',
    'cedaw,AFG,signature,1999-02-31,,,,depositary,x',
    { column: 'on', value: '1999-02-31', reason: /a day like/ },
  ],
  [
    'no such action',
    'cedaw,AFG,ratified,1999-02-01,,,,depositary,x',
    { column: 'action', value: 'ratified', reason: /not one of: signature/ },
  ],
  [
    'no such participant',
    'cedaw,ZZZ,signature,1999-02-01,,,,depositary,x',
    { column: 'participant', value: 'ZZZ' },
  ],
  [
    'no such instrument',
    'none,AFG,signature,1999-02-01,,,,depositary,x',
    { column: 'instrument', value: 'none' },
  ],
  ['neither day nor bounds', 'cedaw,AFG,signature,,,,,depositary,x', { column: 'on', value: null }],
  [
    'a day and bounds',
    'cedaw,AFG,signature,1999-02-01,1999-01-01,1999-12-31,,depositary,x',
    { column: 'on' },
  ],
  [
    'bounds the wrong way round',
    'cedaw,AFG,signature,,1999-12-31,1999-01-01,,depositary,x',
    { column: 'latest' },
  ],
  [
    'the same again',
    'cedaw,AFG,signature,1980-08-14,,,,depositary,x',
    { column: null, reason: /the same as line 2/ },
  ],
  ['a cell too few', 'cedaw,AFG,signature', { column: null, reason: /Length/ }],
  ['a quote left open', 'cedaw,AFG,signature,1999-02-01,,,,depositary,"x', { reason: /quote/i }],
]

for (const [title, row, expected] of refusals) {
  t.test(`refused, with its place: ${title}`, async (t) => {
    try {
      read('cedaw,AFG,signature,1980-08-14,,,,depositary,x', row)
      t.fail('it was read')
    } catch (error) {
      t.ok(error instanceof FileRefused)
      t.match(error, { faults: [{ file: 'actions.csv', line: 3, ...expected }] })
    }
  })
}

t.test('every fault of a file is listed, and the words name the place', async (t) => {
  const message =
    /actions\.csv, line 2, column “on”, “yesterday”: .*\n.*line 3, column “certainty”, “sure”: “sure” is not one of: depositary/
  t.throws(
    () => read('cedaw,AFG,signature,yesterday,,,,depositary,x', 'cedaw,AFG,signature,1980-08-14,,,,sure,x'),
    message,
  )
})

t.test('a heading that is not the format’s is refused', async (t) => {
  t.throws(
    () => readLongFormat('instrument,who\ncedaw,AFG', 'actions.csv', known),
    /“who” is not a column of it; .*“participant” is missing/,
  )
})
