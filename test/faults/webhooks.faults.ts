import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Database } from '../../src/db/sqlite/driver.js'
import { runAlone } from '../fixtures/command.js'
import { ended, integrityOf, memberNames, served } from '../fixtures/faults.js'
import { csv } from '../fixtures/imported.js'
import { inShort, receiver } from '../fixtures/receiver.js'
import { until } from '../fixtures/serving.js'
import { kills } from './kills.js'

// The server is killed while it tells a subscriber of a hundred changes, each time at another moment: before an attempt, during one,
// after the answer. The subscriber fails and hangs as well. It must hear of every change, in order.

const times = Math.ceil(kills / 5)
const changes = 100

t.test(`kill -9 in the middle of deliveries, ${times} times`, { timeout: 600_000 }, async (t) => {
  const root = t.testdir()
  const file = join(root, 'record.db')
  const environment = { DATABASE_URL: `file:${file}` }
  await runAlone(['seed'], environment)
  const { url, received, answers } = await receiver(t)
  t.equal((await runAlone(['subscription', 'add', url, '--allow-private'], environment)).code, 0)
  const rows = memberNames(file)
    .slice(0, changes)
    .map((name, at) => `"${name}",${(at % 28) + 1} Mar 1999`)
  writeFileSync(join(root, '29-1.csv'), csv('Participant,Signature', ...rows))
  t.equal((await runAlone(['import', join(root, '29-1.csv'), '--as-at', '2000-01-01'], environment)).code, 0)

  const heard: string[] = []
  let isDue: () => boolean = () => false
  let kill = (): void => {}
  answers((reply, message) => {
    heard.push(inShort(message))
    const number = received.length
    if (isDue()) {
      // Every third kill comes before the answer, during it, or a moment after.
      if (number % 3 === 0) return kill()
      reply.writeHead(200).end('ok', () => (number % 3 === 1 ? kill() : setTimeout(kill, number % 7)))
      return
    }
    if (number % 17 === 5) reply.writeHead(500).end()
    else reply.writeHead(204).end()
  })
  for (let time = 0; time < times; time++) {
    const { server } = await served(t, environment)
    const begun = received.length
    isDue = () => received.length >= begun + 3 + (time % 4)
    kill = () => void server.kill('SIGKILL')
    forget(file)
    await until('it is killed', () => server.signalCode !== null || isAllDelivered(file))
    kill()
    await until('it has ended', () => server.signalCode !== null)
    t.equal(integrityOf(file), 'ok', `killed ${time + 1} time(s), ${heard.length} heard`)
  }
  isDue = () => false
  const { server } = await served(t, environment)
  // This once, nobody helps: the claim of the process that was killed ends by itself.
  await until('all is delivered', () => isAllDelivered(file), 120_000)
  server.kill('SIGTERM')
  t.equal(await ended(server), 0)

  const inOrder = [...new Set(heard)]
  t.equal(inOrder.length, changes, 'every change was heard, at least once')
  const acts = new Database(file, { readonly: true })
  const recorded = acts
    .prepare(
      'SELECT participant FROM actions WHERE known_from = 2 ORDER BY instrument, participant, latest, id',
    )
    .pluck()
    .all()
  acts.close()
  t.strictSame(
    inOrder,
    recorded.map((code) => `2 action.added ${code} xxix-1`),
    'in order',
  )
  const steps = heard.map((one) => inOrder.indexOf(one))
  t.ok(
    steps.every((one, at) => at === 0 || one === steps[at - 1] || one === (steps[at - 1] ?? 0) + 1),
    'a repeat is of the change before',
  )
  const bodies = new Map(received.map(({ id, body }) => [id, body]))
  t.ok(
    received.every(({ id, body }) => bodies.get(id) === body),
    'and the same, byte for byte',
  )
  t.ok(heard.length > changes, `${heard.length} attempts`)
})

/** Ends claims and waits, which would take half a minute each. */
function forget(file: string): void {
  const db = new Database(file)
  db.exec('UPDATE subscriptions SET claimed_by = NULL, claimed_until = NULL, next_attempt_at = NULL')
  db.close()
}

function isAllDelivered(file: string): boolean {
  const db = new Database(file, { readonly: true })
  const revision = db.prepare('SELECT revision FROM subscriptions').pluck().get()
  db.close()
  return revision === 2
}
