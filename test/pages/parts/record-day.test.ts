import t from 'tap'
import { messagesIn } from '../../../src/messages/messages.js'
import { recordDaysIn, statusLabel } from '../../../src/pages/parts/record-day.js'

const english = messagesIn('en')
const until = (asAt: string | null) => ({ asAt })

t.test('a page claims no later day than the record can speak for', async (t) => {
  /** The day asked about, how far the record of each instrument goes, and what a heading says. */
  const cases = [
    ['2026-11-23', ['2026-11-23'], '23 November 2026'],
    ['2008-12-18', ['2024-10-09', '2026-04-13'], '18 December 2008'],
    ['2026-11-23', ['2026-04-13'], 'record as at 13 April 2026'],
    ['2026-11-23', ['2026-04-13', '2024-10-09'], 'record as at 9 October 2024 to 13 April 2026'],
    ['2025-01-01', ['2026-04-13', '2024-10-09'], 'record as at 9 October 2024 to 1 January 2025'],
    ['2026-11-23', [null], 'record as at no stated day'],
    [
      '2026-11-23',
      [null, '2026-04-13'],
      'record as at 13 April 2026 at the latest; for some instruments no day is stated',
    ],
  ] as const
  for (const [day, asAt, words] of cases) t.equal(recordDaysIn(english, day, asAt.map(until)), words)
})

t.test('after that day, an absent action is only not known', async (t) => {
  t.equal(statusLabel(english, 'none', '2026-04-13', until('2026-04-13')), 'No action')
  t.equal(statusLabel(english, 'none', '2026-04-14', until('2026-04-13')), 'None known')
  t.equal(statusLabel(english, 'none', '2026-04-14', until(null)), 'None known')
  t.equal(statusLabel(english, 'party', '2026-04-14', until('2026-04-13')), 'Party')
})
