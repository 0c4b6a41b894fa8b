import t from 'tap'
import { holdsOn } from '../../../src/domain/calendar.js'
import {
  barsEntryIntoForce,
  effectOf,
  kindByTime,
  lastDayToObject,
  objectionDays,
} from '../../../src/domain/statements/objection.js'

interface Case {
  readonly title: string
  readonly madeOn: string
  readonly notifiedOn: string
  readonly consentOn: string | null
  readonly kind: 'objection' | 'communication'
}
const cases: Case[] = [
  {
    title: 'Austria to Qatar',
    madeOn: '2010-02-12',
    notifiedOn: '2009-05-08',
    consentOn: '1982-03-31',
    kind: 'objection',
  },
  {
    title: 'Norway to Qatar, in time',
    madeOn: '2010-05-06',
    notifiedOn: '2009-05-08',
    consentOn: '1981-05-21',
    kind: 'objection',
  },
  {
    title: 'Germany to Brazil, on its own ratification',
    madeOn: '1985-07-10',
    notifiedOn: '1984-02-01',
    consentOn: '1985-07-10',
    kind: 'objection',
  },
  {
    title: 'the Netherlands to Egypt, ten years later',
    madeOn: '1991-07-23',
    notifiedOn: '1981-09-18',
    consentOn: '1991-07-23',
    kind: 'objection',
  },
  {
    title: 'Denmark to the Maldives, late',
    madeOn: '1997-02-12',
    notifiedOn: '1993-07-01',
    consentOn: '1983-04-21',
    kind: 'communication',
  },
  {
    title: 'Mexico to Qatar, two days late',
    madeOn: '2010-05-10',
    notifiedOn: '2009-05-08',
    consentOn: '1981-12-10',
    kind: 'communication',
  },
  {
    title: 'a State that is no party',
    madeOn: '1986-12-12',
    notifiedOn: '1986-08-13',
    consentOn: null,
    kind: 'objection',
  },
]
for (const { title, madeOn, kind, ...terms } of cases)
  t.test(title, async (t) => {
    t.equal(kindByTime(madeOn, terms), kind)
  })

t.test('the last day', async (t) => {
  t.equal(lastDayToObject({ notifiedOn: '2004-02-29', consentOn: null }), '2005-02-28')
})

t.test('effect', async (t) => {
  t.equal(effectOf({ kind: 'objection', effect: null }), 'not-stated')
  t.equal(effectOf({ kind: 'communication', effect: 'does-not-bar' }), null)
  t.ok(barsEntryIntoForce({ kind: 'objection', effect: 'bars-entry-into-force' }), 'Sweden to the Maldives')
  t.notOk(barsEntryIntoForce({ kind: 'objection', effect: null }), 'silence bars nothing')
})

t.test('from when and until when an objection stands', async (t) => {
  const made = { event: 'made' as const, latest: '2010-02-12' }
  const withdrawn = { event: 'withdrawn' as const, latest: '2012-01-01' }
  const daysOf = (kind: 'objection' | 'communication', ...events: (typeof made | typeof withdrawn)[]) =>
    objectionDays({ kind, events })
  t.strictSame(daysOf('objection', made), { from: '2010-02-12', until: null })
  t.equal(daysOf('communication', made), null)
  t.equal(daysOf('objection', withdrawn), null, 'never made')
  const days = { from: '2010-02-12', until: '2012-01-01' }
  t.strictSame(daysOf('objection', withdrawn, made), days)
  const standing = ['2010-02-11', '2010-02-12', '2011-12-31', '2012-01-01'].map((day) => holdsOn(day, days))
  t.strictSame(standing, [false, true, true, false])
})
