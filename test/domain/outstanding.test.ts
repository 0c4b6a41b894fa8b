import t from 'tap'
import type { Action } from '../../src/domain/action.js'
import { everyOn, type JoiningTerms, outstanding, type Urge, urgedOn } from '../../src/domain/outstanding.js'
import type { Membership } from '../../src/domain/participant.js'
import { type BriefStanding, historyOf, statusOn } from '../../src/domain/status.js'
import type { Day } from '../../src/domain/vocabulary.js'
import { action } from '../fixtures/actions.js'

const resolution = { resolution: 'a-res-63-194', symbol: 'A/RES/63/194', adoptedOn: '2008-12-18' }
const urges: Urge[] = [
  { ...resolution, paragraph: 1, instrument: 'untoc' },
  { ...resolution, paragraph: 1, instrument: 'trafficking-protocol' },
  { ...resolution, paragraph: 2, instrument: 'opsc' },
  { ...resolution, paragraph: 2, instrument: 'cedaw' },
  { ...resolution, paragraph: 2, instrument: 'slavery' },
]
const needsUntoc = { required: 'untoc', requires: 'party', article: 'UNTOC art. 37(2)' } as const
const needsCrc = { required: 'crc', requires: 'party-or-signatory', article: 'OPSC art. 13' } as const
const needsMembership = {
  required: null,
  requires: 'un-or-specialized-agency-member',
  article: 'art. 11',
} as const
const instruments = new Map<string, JoiningTerms>(
  [
    { code: 'untoc', adoptedOn: '2000-11-15', signatureUntil: '2002-12-12', preconditions: [] },
    {
      code: 'trafficking-protocol',
      adoptedOn: '2000-11-15',
      signatureUntil: '2002-12-12',
      preconditions: [needsUntoc],
    },
    { code: 'opsc', adoptedOn: '2000-05-25', signatureUntil: null, preconditions: [needsCrc] },
    { code: 'cedaw', adoptedOn: '1979-12-18', signatureUntil: null, preconditions: [] },
    {
      code: 'slavery',
      adoptedOn: '1956-09-07',
      signatureUntil: '1957-07-01',
      preconditions: [needsMembership],
    },
  ].map((terms) => [terms.code, terms]),
)

const member: Membership = { kind: 'member-state', memberFrom: '1945-10-24', memberUntil: null }

/** What is outstanding on a day for a State with these actions; each acts on the instrument it names. */
function left(day: Day, state: Membership, actions: Action[]) {
  const standingTo = (code: string) => {
    const own = historyOf(actions, { code, inForceOn: null, withdrawalRule: null }, undefined)
    return own.length === 0 ? undefined : statusOn(day, own)
  }
  return outstanding(day, state, urgedOn(day, urges, instruments), standingTo)
}

const to = (instrument: string, one: Action): Action => ({ ...one, instrument })
const everything = [...instruments.keys()].map((code) => to(code, action('accession', '2005-01-01')))
const but = (code: string, ...instead: Action[]): Action[] => [
  ...everything.filter(({ instrument }) => instrument !== code),
  ...instead.map((one) => to(code, one)),
]

type Case = [title: string, Day, Membership, Action[], expected: string[]]
const cases: Case[] = [
  ['a party to all of them', '2026-01-01', member, everything, []],
  [
    'signed only',
    '2026-01-01',
    member,
    but('cedaw', action('signature', '1980-07-17')),
    ['cedaw signatory ratify'],
  ],
  [
    'signed where signature is closed',
    '2026-01-01',
    member,
    but('untoc', action('signature', '2000-12-12')),
    ['untoc signatory ratify'],
  ],
  [
    'not signed, signature open',
    '2026-01-01',
    member,
    but('cedaw'),
    ['cedaw none sign-and-ratify-or-accede'],
  ],
  ['not signed, signature closed', '2026-01-01', member, but('slavery'), ['slavery none accede']],
  [
    'before its consent',
    '2009-01-01',
    member,
    but('opsc', action('accession', '2010-01-01')),
    ['opsc none sign-and-ratify-or-accede'],
  ],
  [
    'withdrawn: outstanding again',
    '2026-01-01',
    member,
    but(
      'untoc',
      action('signature', '2000-12-12'),
      action('ratification', '2004-01-01'),
      action('withdrawal', '2010-01-01'),
    ),
    ['untoc withdrawn accede'],
  ],
  ['before the resolution was adopted', '2008-12-17', member, [], []],
  [
    'a State before its admission to the United Nations',
    '2010-01-01',
    { kind: 'member-state', memberFrom: '2011-07-14', memberUntil: null },
    [],
    [],
  ],
  [
    'an observer is not a Member State',
    '2026-01-01',
    { kind: 'observer-state', memberFrom: null, memberUntil: null },
    [],
    [],
  ],
  [
    'a former State',
    '2026-01-01',
    { kind: 'former-state', memberFrom: '1945-10-24', memberUntil: '1992-12-31' },
    [],
    [],
  ],
]

for (const [title, day, state, actions, expected] of cases) {
  t.test(title, async (t) => {
    const { urged, party, items } = left(day, state, actions)
    t.strictSame(
      items.map(({ instrument, status, nextStep }) => `${instrument} ${status} ${nextStep}`),
      expected,
    )
    t.equal(urged, party + items.length, 'what is urged is joined or outstanding')
  })
}

t.test('signature was still open on an earlier day (UNTOC art. 36)', async (t) => {
  const early = urges.map((urge) => ({ ...urge, adoptedOn: '2000-12-01' }))
  const on = (day: Day) =>
    outstanding(day, member, urgedOn(day, early, instruments), () => undefined).items[0]?.nextStep
  t.equal(on('2002-12-12'), 'sign-and-ratify-or-accede')
  t.equal(on('2002-12-13'), 'accede')
})

t.test('preconditions travel with the item', async (t) => {
  const met = (code: string, actions: Action[]) =>
    left('2026-01-01', member, actions).items.find(({ instrument }) => instrument === code)?.preconditions[0]
  const crc = (one: Action) => [...but('opsc'), to('crc', one)]
  t.match(met('trafficking-protocol', []), { required: 'untoc', article: 'UNTOC art. 37(2)', met: false })
  t.match(met('trafficking-protocol', but('trafficking-protocol')), { met: true })
  t.match(
    met('trafficking-protocol', [to('untoc', action('signature', '2000-12-12'))]),
    { met: false },
    'signing is not enough',
  )
  t.match(met('opsc', but('opsc')), { required: 'crc', met: false })
  t.match(
    met('opsc', crc(action('signature', '1995-02-16'))),
    { met: true },
    'OPSC art. 13: a signatory to the CRC may join',
  )
  t.match(met('opsc', crc(action('accession', '1995-02-16'))), { met: true })
  t.match(met('slavery', but('slavery')), { required: null, met: true })
})

t.test('of every instrument, urged or not', async (t) => {
  const only = urges.filter(({ instrument }) => instrument === 'cedaw')
  const all = (day: Day, state: Membership) => {
    const covered = everyOn(day, only, instruments.values())
    const standing = { status: 'party', signature: null } as BriefStanding
    const { urged, party, items } = outstanding(
      day,
      state,
      covered,
      (code) => (code === 'untoc' ? standing : undefined),
      'all',
    )
    const found = items.map(({ instrument, urgedBy }) => `${instrument} ${urgedBy.length}`)
    return [urged, party, found.join(', ')]
  }
  const observer: Membership = { kind: 'observer-state', memberFrom: null, memberUntil: null }
  const later: Membership = { ...member, memberFrom: '2011-07-14' }
  const former: Membership = {
    kind: 'former-state',
    memberFrom: '1945-10-24',
    memberUntil: '1992-12-31',
  }
  const organization: Membership = { kind: 'organization', memberFrom: null, memberUntil: null }
  const left = 'trafficking-protocol 0, opsc 0, cedaw 1, slavery 0'
  t.strictSame(all('2026-01-01', member), [1, 1, left])
  t.strictSame(all('2026-01-01', observer), [0, 1, left.replace('1', '0')], 'urged nothing')
  t.strictSame(all('2008-12-17', member), [0, 1, left.replace('1', '0')], 'nothing is urged yet')
  t.strictSame(all('1990-01-01', member), [0, 0, 'cedaw 0, slavery 0'], 'what is adopted by then')
  for (const unexpected of [later, former, organization])
    t.strictSame(all('2010-01-01', unexpected), [0, 0, ''], 'may hold what the record does not')
})

t.test('an instrument that two paragraphs urge is one item', async (t) => {
  const today = '2026-01-01'
  const twice = [
    ...urges,
    { resolution: 'b', symbol: 'B', adoptedOn: '2010-07-30', paragraph: 9, instrument: 'untoc' },
  ]
  const { items, urged } = outstanding(today, member, urgedOn(today, twice, instruments), () => undefined)
  t.equal(urged, 5)
  t.strictSame(
    items[0]?.urgedBy.map(({ symbol, paragraph }) => `${symbol} ${paragraph}`),
    ['A/RES/63/194 1', 'B 9'],
  )
})
