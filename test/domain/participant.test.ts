import t from 'tap'
import { existsOn, isExpectedOn, isMemberOn, kindOn, nameOn } from '../../src/domain/participant.js'
import type { ParticipantKind } from '../../src/domain/vocabulary.js'

const switzerland = { kind: 'member-state', memberFrom: '2002-09-10', memberUntil: null } as const
const holySee = { kind: 'observer-state', memberFrom: null, memberUntil: null } as const
const czechoslovakia = { kind: 'former-state', memberFrom: '1945-10-24', memberUntil: '1992-12-31' } as const
const union = { kind: 'organization', memberFrom: null, memberUntil: null } as const

type Case = [
  string,
  typeof switzerland | typeof holySee | typeof czechoslovakia | typeof union,
  string,
  boolean,
  ParticipantKind,
  boolean,
  boolean,
]
const cases: Case[] = [
  // who, on, is a Member, of which kind, exists, is expected to act
  ['Switzerland, before its admission', switzerland, '2002-09-09', false, 'other-state', true, false],
  ['Switzerland, on the day of its admission', switzerland, '2002-09-10', true, 'member-state', true, true],
  ['the Holy See', holySee, '2026-01-01', false, 'observer-state', true, true],
  ['Czechoslovakia, on its last day', czechoslovakia, '1992-12-31', true, 'member-state', true, false],
  ['Czechoslovakia, after its end', czechoslovakia, '1993-01-01', false, 'former-state', false, false],
  ['the European Union', union, '2026-01-01', false, 'organization', true, false],
]

for (const [title, participant, on, member, kind, exists, expected] of cases) {
  t.test(title, async (t) => {
    t.equal(isMemberOn(on, participant), member)
    t.equal(kindOn(on, participant), kind)
    t.equal(existsOn(on, participant), exists)
    t.equal(isExpectedOn(on, participant), expected)
  })
}

t.test('a State bears the name of the day', async (t) => {
  const before = [
    { name: 'Serbia and Montenegro', until: '2006-06-03' },
    { name: 'Yugoslavia (Federal Republic of)', until: '2003-02-04' },
  ]
  t.equal(nameOn('2001-03-12', 'Serbia', before), 'Yugoslavia (Federal Republic of)')
  t.equal(nameOn('2003-02-04', 'Serbia', before), 'Serbia and Montenegro')
  t.equal(nameOn('2006-06-02', 'Serbia', before), 'Serbia and Montenegro')
  t.equal(nameOn('2006-06-03', 'Serbia', before), 'Serbia')
})
