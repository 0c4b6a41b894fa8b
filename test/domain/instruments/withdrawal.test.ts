import t from 'tap'
import { type WithdrawalTerms, withdrawalEffect } from '../../../src/domain/instruments/withdrawal.js'
import type { Day } from '../../../src/domain/vocabulary.js'
import { action } from '../../fixtures/actions.js'

const untoc = { inForceOn: '2003-09-29', withdrawalRule: 'one-year-after-notification' } as const
const slavery = { inForceOn: '1957-04-30', withdrawalRule: 'end-of-three-year-period' } as const
const cedaw = { inForceOn: '1981-09-03', withdrawalRule: null } as const

const cases: [title: string, WithdrawalTerms, notified: Day, expected: Day][] = [
  ['UNTOC art. 40(2): one year', untoc, '2010-03-01', '2011-03-01'],
  ['one year from a leap day', untoc, '2012-02-29', '2013-02-28'],
  ['Slavery Convention art. 14: the end of the first period', slavery, '1959-01-01', '1960-04-30'],
  ['exactly six months before a period ends', slavery, '1959-10-30', '1960-04-30'],
  ['too late for this period: the next one', slavery, '1959-10-31', '1963-04-30'],
  ['Slavery Convention, in this century', slavery, '2026-01-01', '2029-04-30'],
  ['CEDAW has no clause: the notification itself', cedaw, '2010-03-01', '2010-03-01'],
]

for (const [title, terms, notified, expected] of cases) {
  t.test(title, async (t) => {
    t.equal(withdrawalEffect(action('withdrawal', notified), terms), expected)
  })
}

t.test('the day that the source prints goes before any rule', async (t) => {
  t.equal(
    withdrawalEffect(action('withdrawal', '2010-03-01', { effectOn: '2010-06-01' }), untoc),
    '2010-06-01',
  )
})
