import t from 'tap'
import { failureAfter, longestTrying, nextAttempt } from '../../../src/api/webhooks/retry.js'

const begun = new Date('2026-11-20T00:00:00.000Z')

t.test('delays grow threefold from 5 seconds to 12 hours, and end after three days', async (t) => {
  const delays: number[] = []
  let now = begun
  for (let attempts = 1; ; attempts++) {
    const next = nextAttempt(attempts, begun, now, 0.5)
    if (next === null) break
    delays.push((next.getTime() - now.getTime()) / 1000)
    now = next
  }
  t.strictSame(delays.slice(0, 10), [5, 15, 45, 135, 405, 1215, 3645, 10_935, 32_805, 43_200])
  t.equal(now.getTime() - begun.getTime(), longestTrying, 'the last attempt')
  t.ok(delays.every((one) => one <= 43_200))
  t.equal(delays.length, 14)
})

t.test('chance spreads each delay between half and one and a half', async (t) => {
  const delay = (chance: number) => (nextAttempt(3, begun, begun, chance)?.getTime() ?? 0) - begun.getTime()
  t.strictSame([0, 0.5, 1].map(delay), [22_500, 45_000, 67_500])
})

t.test('what a failure leaves behind', async (t) => {
  const first = failureAfter({ attempts: 0, failingSince: null }, 'x'.repeat(1000), begun, 0.5, false)
  t.strictSame(first, {
    attempts: 1,
    failingSince: '2026-11-20T00:00:00.000Z',
    fault: 'x'.repeat(500),
    nextAttemptAt: '2026-11-20T00:00:05.000Z',
    pausedAt: null,
  })
  const later = new Date('2026-11-23T00:00:00.000Z')
  const paused = { attempts: 2, nextAttemptAt: null, pausedAt: later.toISOString() }
  t.match(failureAfter(first, 'no', later, 0.5, false), paused)
  t.match(failureAfter({ attempts: 0, failingSince: null }, 'gone', later, 0.5, true), {
    ...paused,
    attempts: 1,
  })
})
