import t from 'tap'
import { createTurns } from '../../src/import/turns.js'

t.test('one at a time, in order; the ninth is sent away', async (t) => {
  const { take } = createTurns()
  const order: number[] = []
  const imports = Array.from({ length: 9 }, async (_, number) => {
    const end = await take()
    if (end === null) return 'busy'
    order.push(number)
    await new Promise(setImmediate)
    t.equal(order.at(-1), number, 'no other has begun meanwhile')
    end()
    return 'done'
  })
  t.strictSame(await Promise.all(imports), [...Array(8).fill('done'), 'busy'])
  t.strictSame(order, [0, 1, 2, 3, 4, 5, 6, 7])
  t.type(await take(), 'function', 'and there is room again')
})

t.test('who waits too long is sent away, and holds up nobody', async (t) => {
  // A server has its port to keep it alive; the wait itself does not.
  const port = setInterval(() => {}, 1000)
  t.teardown(() => clearInterval(port))
  const { take } = createTurns(10)
  const first = await take()
  t.equal(await take(), null)
  first?.()
  t.type(await take(), 'function')
})
