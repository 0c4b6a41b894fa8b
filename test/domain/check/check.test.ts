import t from 'tap'
import { checkTotal, faultsOn, notesOn } from '../../../src/domain/check/check.js'
import { action } from '../../fixtures/actions.js'

const untoc = {
  code: 'untoc',
  adoptedOn: '2000-11-15',
  inForceOn: '2003-09-29',
  withdrawalRule: null,
  convention: null,
}
const protocol = { ...untoc, code: 'trafficking-protocol', convention: 'untoc' }
const instruments = [untoc, protocol]
const actions = [
  action('signature', '2000-12-12'),
  action('ratification', '2004-02-01'),
  action('accession', ['2014-01-01', '2015-01-31'], { participant: 'AGO' }),
]
const participants = [
  { code: 'CSK', kind: 'former-state', memberFrom: '1945-10-24', memberUntil: '1992-12-31' },
] as const
const printed = (asAt: string, signatories: number | null, parties: number | null) =>
  checkTotal(
    { instrument: 'untoc', asAt, signatories, parties, source: 'somebody' },
    { participants, instruments, actions },
  ).verdict

t.test('a printed total is equal, undecided or different', async (t) => {
  t.equal(printed('2013-01-01', 1, 1), 'equal')
  t.equal(printed('2015-01', 1, 2), 'equal', 'on some day of the month')
  t.equal(printed('2004-01-15/2004-02-15', 1, 1), 'equal', 'on some day of the interval')
  t.equal(printed('2004-01-15/2004-02-15', 1, 0), 'equal')
  t.equal(printed('2004-01-15/2004-02-15', 1, 2), 'different')
  t.equal(printed('2014-06', 1, 2), 'within-bounds')
  t.equal(printed('2014-06', null, 1), 'equal', 'what was not printed is not compared')
  t.equal(printed('2013-01-01', 1, 2), 'different')
  t.equal(printed('2014-06', 2, 2), 'different')
})

t.test('the record may not contradict treaty law', async (t) => {
  const outside = action('accession', '2005-01-01', {
    instrument: 'trafficking-protocol',
    participant: 'ALB',
  })
  const early = action('signature', '1999-01-01', { participant: 'ALB' })
  t.strictSame(faultsOn('2026-01-01', { participants, instruments, actions }), [])
  const record = { participants, instruments, actions: [...actions, outside, early] }
  t.match(faultsOn('2026-01-01', record), [
    { detail: 'ALB is a party to trafficking-protocol and not to untoc' },
  ])
  t.match(
    notesOn(record),
    [{ detail: 'ALB: signature of untoc on 1999-01-01, before its adoption on 2000-11-15' }],
    'a misprint of the depositary is no fault that stays for ever',
  )
})

t.test('acts that contradict each other are noted', async (t) => {
  const notes = (...acts: ReturnType<typeof action>[]) =>
    notesOn({ participants, instruments: [{ ...untoc, adoptedOn: null }], actions: acts }).map(
      ({ detail, rule }) => `${detail}: ${rule}`,
    )
  const cases: [title: string, acts: ReturnType<typeof action>[], expected: RegExp[]][] = [
    ['signed and ratified', [action('signature', '2000-01-01'), action('ratification', '2001-01-01')], []],
    [
      'signed, and acceded all the same',
      [action('signature', '2000-01-01'), action('accession', '2001-01-01')],
      [],
    ],
    [
      'signed and ratified on one day',
      [action('signature', '2000-01-01'), action('ratification', '2000-01-01')],
      [],
    ],
    [
      'two ratifications',
      [action('ratification', '2016-05-11'), action('ratification', '2016-05-10')],
      [/^AFG: ratification of untoc on 2016-05-10, and ratification on 2016-05-11: two consents/],
    ],
    [
      'a ratification and an accession',
      [action('ratification', '2016-05-10'), action('accession', '2017-05-11')],
      [/two consents/],
    ],
    [
      'three ratifications',
      [
        action('ratification', '2016-05-10'),
        action('ratification', '2016-05-11'),
        action('ratification', '2016-05-12'),
      ],
      [/two consents/, /two consents/],
    ],
    [
      'ratified, withdrawn and joined again',
      [
        action('ratification', '2000-05-10'),
        action('withdrawal', '2005-01-01'),
        action('accession', '2017-05-11'),
      ],
      [],
    ],
    [
      'withdrawn within bounds, and joined again',
      [
        action('ratification', '2000-05-10'),
        action('withdrawal', ['2000-05-10', '2018-01-01']),
        action('accession', '2017-05-11'),
      ],
      [],
    ],
    [
      'taken back, and ratified after all',
      [
        action('ratification', '2000-05-10'),
        action('consent-withdrawn', '2001-01-01'),
        action('ratification', '2002-05-11'),
      ],
      [],
    ],
    [
      'two signatures',
      [action('signature', '2010-01-01'), action('signature', '2010-01-02')],
      [/two signatures/],
    ],
    [
      'a signature, and its confirmation',
      [action('signature', '2010-01-01'), action('confirmation-of-signature', '2010-01-02')],
      [],
    ],
    [
      'ratified before it signed',
      [action('signature', '2016-05-10'), action('ratification', '2010-01-01')],
      [
        /^AFG: ratification of untoc on 2010-01-01, and signature on 2016-05-10: a consent to be bound before/,
      ],
    ],
    [
      'a revocation of a pending withdrawal',
      [action('withdrawal', '2010-05-10'), action('withdrawal-revoked', '2010-06-01')],
      [],
    ],
    [
      'a revocation of a withdrawal in effect',
      [
        action('withdrawal', '2010-05-10', { effectOn: '2011-05-10' }),
        action('withdrawal-revoked', '2011-06-01'),
      ],
      [/^AFG: withdrawal-revoked of untoc on 2011-06-01: no withdrawal was pending/],
    ],
    [
      'before the State existed',
      [action('signature', '2000-05-10', { participant: 'SSD' })],
      [/^SSD: signature of untoc on 2000-05-10; it exists from 2011-07-09 on: no act before/],
    ],
    ['on the day on which it came to be', [action('signature', '2011-07-09', { participant: 'SSD' })], []],
    [
      'by its predecessor',
      [action('accession', '1984-05-30', { participant: 'CZE', performedBy: 'CSK' })],
      [],
    ],
    [
      'after the State had ended',
      [action('ratification', '1993-01-01', { participant: 'CSK' })],
      [/^CSK: ratification of untoc on 1993-01-01; its last day was 1992-12-31: no act after/],
    ],
    ['on its last day', [action('ratification', '1992-12-31', { participant: 'CSK' })], []],
  ]
  for (const [title, acts, expected] of cases) {
    t.match(notes(...acts), expected, title)
    t.equal(notes(...acts).length, expected.length, title)
  }
})

t.test('a predecessor’s act counts for it, then for the State that took its place', async (t) => {
  const cedaw = { ...untoc, code: 'cedaw', adoptedOn: '1979-12-18', inForceOn: '1981-09-03' }
  const record = {
    participants: [
      { code: 'YMD', kind: 'former-state', memberFrom: '1967-12-14', memberUntil: '1990-05-21' },
    ],
    instruments: [cedaw],
    actions: [
      action('accession', '1984-05-30', { instrument: 'cedaw', participant: 'YEM', performedBy: 'YMD' }),
    ],
  } as const
  for (const [asAt, parties] of [
    ['1984-05-29', 0],
    ['1984-05-30', 1],
    ['1990-05-21', 1],
    ['1990-05-22', 1],
  ] as const) {
    const total = { instrument: 'cedaw', asAt, signatories: null, parties, source: 'somebody' }
    t.equal(checkTotal(total, record).verdict, 'equal', asAt)
  }
})

t.test('a State that has ended is counted up to its end, and no longer', async (t) => {
  const cedaw = { ...untoc, code: 'cedaw', adoptedOn: '1979-12-18', inForceOn: '1981-09-03' }
  const of = { instrument: 'cedaw', participant: 'CSK' }
  const record = {
    participants,
    instruments: [cedaw],
    actions: [action('signature', '1980-07-17', of), action('ratification', '1982-02-16', of)],
  }
  const counted = (asAt: string) => {
    const total = { instrument: 'cedaw', asAt, signatories: null, parties: null, source: 'somebody' }
    const { signatories, parties } = checkTotal(total, record)
    return [signatories.certain, signatories.possible, parties.certain, parties.possible]
  }
  t.strictSame(counted('1981-01-01'), [1, 1, 0, 0])
  t.strictSame(counted('1992-12-31'), [1, 1, 1, 1])
  t.strictSame(counted('1993-01-01'), [0, 0, 0, 0])
  const total = { instrument: 'cedaw', signatories: null, parties: 0, source: 'somebody' }
  t.equal(
    checkTotal({ ...total, asAt: '1992-12-01/1993-02-28' }, record).verdict,
    'equal',
    'its end is tried',
  )
})
