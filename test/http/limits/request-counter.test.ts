import t from 'tap'
import { requestCounter } from '../../../src/http/limits/request-counter.js'

t.test('a client’s minute begins with its first request; imports are counted apart', async (t) => {
  let now = 1000
  const count = requestCounter(() => now)
  t.strictSame(count('reads', 'a'), { requests: 1, endsIn: 60_000 })
  now += 59_000
  t.strictSame(count('reads', 'a'), { requests: 2, endsIn: 1000 })
  t.strictSame(count('reads', 'b'), { requests: 1, endsIn: 60_000 })
  t.strictSame(count('imports', 'a'), { requests: 1, endsIn: 60_000 })
  now += 1000
  t.strictSame(count('reads', 'a'), { requests: 1, endsIn: 60_000 })
})

t.test('it forgets whom it has not seen for longest, and those who ask often last', async (t) => {
  const count = requestCounter(() => 0)
  for (let client = 0; client < 20_000; client++) {
    count('reads', `10.0.${client}`)
    count('reads', 'often')
  }
  t.equal(count('reads', '10.0.0').requests, 1)
  t.equal(count('reads', 'often').requests, 20_001)
})
