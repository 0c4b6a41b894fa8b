import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { WebhookEvent } from '../../../src/api/shapes/webhook.js'
import { revertImport } from '../../../src/db/write/revert.js'
import { delivering, secret } from '../../fixtures/delivering.js'
import { inShort, receiver } from '../../fixtures/receiver.js'
import { seededApp } from '../../fixtures/seeded.js'

const [second, hour, day] = [1000, 3_600_000, 86_400_000]

t.test('each change is sent once, in order, signed, as the API shows it', async (t) => {
  const { db, subscribe, deliverer, importSignatures, state } = delivering(t)
  const { url, received } = await receiver(t)
  const id = subscribe(url)
  await importSignatures(['AFG', 'ALB', 'DZA'])
  await importSignatures(['AFG', 'AND', 'DZA'])
  const { look } = deliverer('one')
  await look()
  t.strictSame(received.map(inShort), [
    '2 action.added AFG xxix-1',
    '2 action.added ALB xxix-1',
    '2 action.added DZA xxix-1',
    '3 action.removed ALB xxix-1',
    '3 action.added AND xxix-1',
  ])
  for (const { headers, body, event } of received) {
    t.strictSame(
      new Webhook(secret).verify(body, headers as Record<string, string>),
      event,
      'the library verifies it',
    )
    t.throws(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>))
    t.strictSame(WebhookEvent.parse(event), event)
    t.match(headers, {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': /^treaty-ratification-status\//,
    })
  }
  t.equal(new Set(received.map(({ id }) => id)).size, 5, 'each has an id of its own')
  const { ask } = await seededApp(t, { db })
  const { body } = await ask('/v1/changes?sinceRevision=1')
  t.strictSame(
    received.map(({ event }) => event.type !== 'subscription.test' && event.data.change),
    body.data,
  )
  t.match(received[0]?.event, {
    timestamp: body.data[0] && (await ask('/v1/imports/2')).body.importedAt,
    data: {
      title: 'Afghanistan signed XXIX-1 on 1 January 2001',
      links: {
        page: 'https://treaties.example.org/instruments/xxix-1',
        api: 'https://treaties.example.org/v1/states/AFG/statuses?instrument=xxix-1',
      },
    },
  })
  t.match(state(id), { revision: 3, delivered: null, attempts: 0, claimedBy: null, claimedUntil: null })
  await look()
  t.equal(received.length, 5, 'nothing is left')
})

t.test(
  'a subscriber that fails, hangs, redirects and comes back misses nothing, and is told in order',
  async (t) => {
    const { subscribe, deliverer, importSignatures, forward, state, log } = delivering(t)
    const { url, received, answers } = await receiver(t)
    const id = subscribe(url)
    await importSignatures(['AFG', 'ALB', 'DZA'])
    const { look, status } = deliverer('one', {}, 500)
    const failures = [
      [500, 'answered 500'],
      ['hang', 'no answer within 0.5 seconds'],
      ['close', 'socket hang up'],
      [301, 'answered 301: redirects are not followed'],
      [404, 'answered 404'],
    ] as const
    for (const [how, fault] of failures) {
      answers((reply, message) => {
        if (inShort(message).includes('ALB')) {
          if (how === 'close') reply.destroy()
          else if (how !== 'hang') reply.writeHead(how, { location: '/elsewhere' }).end()
        } else {
          reply.writeHead(200).end('ok')
        }
      })
      await look()
      t.match(state(id), { fault, pausedAt: null, claimedBy: null })
      await look()
      t.match(state(id), { fault }, 'it is not tried before its time')
      forward(12 * hour)
    }
    t.match(state(id), { attempts: 5 })
    t.match(status(), { failing: 1, active: 0, lag: 1, failed: 5, delivered: 1 })
    answers((reply) => {
      // A reply that never ends is cut off; its status counts all the same.
      reply.writeHead(200)
      const pour = (): void => {
        while (!reply.destroyed && reply.write('x'.repeat(16_384)));
        if (!reply.destroyed) reply.once('drain', pour)
      }
      pour()
    })
    await look()
    const shown = received.map(inShort)
    t.strictSame(shown, [
      '2 action.added AFG xxix-1',
      ...Array(6).fill('2 action.added ALB xxix-1'),
      '2 action.added DZA xxix-1',
    ])
    t.equal(new Set(received.map(({ id }) => id)).size, 3, 'an attempt has the id of the one before')
    t.equal(new Set(received.map(({ body }) => body)).size, 3, 'and its body')
    t.match(state(id), { revision: 2, attempts: 0, fault: null, failingSince: null })
    t.match(status(), { active: 1, failing: 0, lag: 0, oldestSeconds: 0 })
    t.match(log, [
      /^Webhook sub_1: answered 500; the next attempt is at /,
      /delivered again, after 5 failed attempts/,
    ])
  },
)

t.test('after three days it is paused, and said so; resumed, it goes on where it stopped', async (t) => {
  const { subscribe, deliverer, importSignatures, forward, state, log, subscriptions, now } = delivering(t)
  const { url, received, answers } = await receiver(t)
  const id = subscribe(url)
  await importSignatures(['AFG'])
  const { look, status } = deliverer('one')
  answers((reply) => reply.writeHead(503).end())
  const begun = now().getTime()
  const times: number[] = []
  while (state(id).pausedAt === null) {
    await look()
    times.push(now().getTime() - begun)
    forward(new Date(state(id).nextAttemptAt ?? now()).getTime() - now().getTime())
  }
  t.strictSame(times.slice(0, 4), [0, 5 * second, 20 * second, 65 * second])
  t.equal(times.at(-1), 3 * day, 'the last attempt')
  t.match(
    log.at(-1),
    /^Webhook sub_1 is paused: answered 503\. “ratification subscription resume sub_1” goes on/,
  )
  t.match(status(), { paused: 1, failing: 0, lag: 0 })
  forward(30 * day)
  await importSignatures(['AFG', 'ALB'])
  await look()
  t.equal(received.length, times.length, 'nothing is sent while it is paused')
  answers((reply) => reply.writeHead(204).end())
  t.ok(subscriptions.resume(id))
  await look()
  t.strictSame(received.slice(times.length).map(inShort), [
    '2 action.added AFG xxix-1',
    '3 action.added ALB xxix-1',
  ])
})

t.test('410 pauses at once', async (t) => {
  const { subscribe, deliverer, importSignatures, state } = delivering(t)
  const { url, answers } = await receiver(t)
  const id = subscribe(url)
  await importSignatures(['AFG'])
  answers((reply) => reply.writeHead(410).end())
  await deliverer('one').look()
  t.match(state(id), { attempts: 1, fault: 'answered 410', pausedAt: /^\d/, nextAttemptAt: null })
})

t.test(
  'one process delivers, however many look; a dead one holds a subscription for half a minute',
  async (t) => {
    const { subscribe, deliverer, importSignatures, forward, subscriptions, now, state } = delivering(t)
    const { url, received } = await receiver(t)
    const ids = [subscribe(url), subscribe(url), subscribe(url)]
    await importSignatures(['AFG', 'ALB', 'DZA', 'AND', 'AGO'])
    const processes = ['one', 'two', 'three'].map((name) => deliverer(name))
    await Promise.all(processes.map(({ look }) => look()))
    t.equal(received.length, 15)
    t.equal(new Set(received.map(({ id }) => id)).size, 15, 'each change once for each subscriber')

    await importSignatures(['AFG'])
    const at = now()
    const until = new Date(at.getTime() + 30 * second).toISOString()
    t.ok(subscriptions.claim(ids[0] ?? '', 'dead', at.toISOString(), until))
    await processes[0]?.look()
    t.equal(state(ids[0] ?? '').revision, 2, 'the claim holds')
    t.strictSame(
      ids.slice(1).map((id) => state(id).revision),
      [3, 3],
    )
    forward(30 * second)
    await processes[0]?.look()
    t.equal(state(ids[0] ?? '').revision, 3)
  },
)

t.test('a hanging subscriber keeps no other waiting', async (t) => {
  const { subscribe, deliverer, importSignatures, state } = delivering(t)
  const [slow, quick] = [await receiver(t), await receiver(t)]
  const ids = [subscribe(slow.url), subscribe(quick.url)]
  let release = (): unknown => undefined
  const isAsked = new Promise<void>((resolve) => {
    slow.answers((reply) => {
      release = () => reply.writeHead(204).end()
      resolve()
    })
  })
  await importSignatures(['AFG'])
  const { look, stop } = deliverer('one')
  const looking = look()
  await isAsked
  await importSignatures(['AFG', 'ALB'])
  await look()
  t.equal(state(ids[1] ?? '').revision, 3)
  t.equal(quick.received.length, 2)
  release()
  slow.answers((reply) => reply.writeHead(204).end())
  await looking
  await stop(0)
  t.equal(state(ids[0] ?? '').revision, 3)
})

t.test('a stop aborts what hangs: no failure is counted, and the next process sends it again', async (t) => {
  const { subscribe, deliverer, importSignatures, state } = delivering(t)
  const { url, received, answers } = await receiver(t)
  const id = subscribe(url)
  await importSignatures(['AFG', 'ALB'])
  const isAsked = new Promise<void>((resolve) => answers(() => resolve()))
  const first = deliverer('one')
  const looking = first.look()
  await isAsked
  await first.stop(0)
  await looking
  t.match(state(id), { revision: 1, delivered: null, attempts: 0, claimedBy: null })
  await first.look()
  answers((reply) => reply.writeHead(204).end())
  await deliverer('two').look()
  t.strictSame(received.map(inShort), [
    '2 action.added AFG xxix-1',
    '2 action.added AFG xxix-1',
    '2 action.added ALB xxix-1',
  ])
})

t.test('one that is removed or paused in the middle gets nothing more', async (t) => {
  const { subscribe, deliverer, importSignatures, subscriptions } = delivering(t)
  const { url, received, answers } = await receiver(t)
  const id = subscribe(url)
  await importSignatures(['AFG', 'ALB'])
  answers((reply) => {
    subscriptions.remove(id)
    reply.writeHead(204).end()
  })
  await deliverer('one').look()
  t.equal(received.length, 1)
})

t.test('filters are those of the lists', async (t) => {
  const { subscribe, deliverer, importSignatures, db } = delivering(t)
  const { ask } = await seededApp(t, { db })
  await importSignatures(['AFG', 'DZA', 'FRA'])
  const cases = [
    [{ state: ['afg', 'fra'], kind: ['action' as const] }, '/v1/changes?state=afg,fra'],
    [{ group: ['african' as const], kind: ['action' as const] }, '/v1/changes?group=african'],
    [{ region: ['002'], instrument: ['xxix-1'] }, '/v1/changes?region=002&instrument=xxix-1'],
    [{ instrument: ['opsc'], kind: ['action.added' as const] }, '/v1/changes?instrument=opsc'],
    [
      { instrument: ['cedaw'], state: ['irl'], kind: ['statement.withdrawn' as const] },
      '/v1/changes/statements?instrument=cedaw&state=irl&event=withdrawn',
    ],
    [
      { instrument: ['cedaw'], group: ['african' as const], kind: ['statement' as const] },
      '/v1/changes/statements?instrument=cedaw&group=african',
    ],
  ] as const
  for (const [filter, address] of cases) {
    const { url, received } = await receiver(t)
    subscribe(url, filter as never, { revision: 0 })
    await deliverer(address).look()
    const { data } = (await ask(`${address}&limit=1000`)).body
    t.ok(data.length > 0)
    t.strictSame(
      received.map(({ event }) => event.type !== 'subscription.test' && event.data.change),
      data,
      `${address}: ${data.length}`,
    )
  }
})

t.test('a filter that selects nothing any more is a failure that says so', async (t) => {
  const { subscribe, deliverer, importSignatures, state } = delivering(t)
  const { url, received } = await receiver(t)
  const ids = [subscribe(url, { state: ['zzz'] }), subscribe(url, { mood: ['good'] } as never)]
  await importSignatures(['AFG'])
  await deliverer('one').look()
  for (const id of ids) t.match(state(id), { attempts: 1, fault: /^its filter selects nothing any more: / })
  t.equal(received.length, 0)
})

t.test('a revert is told of like any import', async (t) => {
  const { subscribe, deliverer, importSignatures, db, now } = delivering(t)
  const { url, received } = await receiver(t)
  subscribe(url)
  await importSignatures(['AFG'])
  revertImport(db, 2, now().toISOString())
  await deliverer('one').look()
  t.strictSame(received.map(inShort), ['2 action.added AFG xxix-1', '3 action.removed AFG xxix-1'])
})

t.test('nothing goes to a private address, whatever was checked before', async (t) => {
  const { subscribe, deliverer, importSignatures, state } = delivering(t)
  const { url, received } = await receiver(t)
  const { port } = new URL(url)
  const cases = [
    [`https://127.0.0.1:${port}/`, /“127.0.0.1” is a private address/],
    ['https://169.254.169.254/latest/meta-data', /“169.254.169.254” is a private address/],
    [`https://[::1]:${port}/`, /“::1” is a private address/],
    [`https://[::ffff:127.0.0.1]:${port}/`, /“::ffff:7f00:1” is a private address/],
    [`https://localhost:${port}/`, /“localhost” means (127.0.0.1|::1), a private address/],
    [url, /is not https:/],
  ] as const
  const ids = cases.map(([address]) => subscribe(address, {}, { allowPrivate: false }))
  await importSignatures(['AFG'])
  await deliverer('one').look()
  for (const [at, [address, fault]] of cases.entries()) t.match(state(ids[at] ?? '').fault, fault, address)
  t.equal(received.length, 0)

  const all = deliverer('two', { allowPrivate: true })
  subscribe(url, {}, { allowPrivate: false })
  await all.look()
  t.equal(received.length, 1, 'an operator may allow them all')
})
