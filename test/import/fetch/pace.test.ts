import t from 'tap'
import { pace } from '../../../src/import/fetch/pace.js'

t.test('a request waits until two seconds have gone since the one before', async (t) => {
  let now = 1000
  const slept: number[] = []
  const turn = pace(
    2000,
    () => now,
    async (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
    },
  )
  await turn()
  t.strictSame(slept, [], 'the first goes at once')
  await turn()
  now += 500
  await turn()
  now += 5000
  await turn()
  t.strictSame(slept, [2000, 1500])
})
