import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { run } from '../../fixtures/command.js'
import { receiver } from '../../fixtures/receiver.js'
import { seededDatabase } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

t.test('subscriptions are added, listed, tried, resumed and removed; the secret is shown once', async (t) => {
  const file = join(temporary(t), 'record.db')
  const db = seededDatabase(t, file)
  const environment = { DATABASE_URL: `file:${file}` }
  const subscription = (...words: string[]) => run(['subscription', ...words], environment)
  const json = async (...words: string[]) => JSON.parse((await subscription(...words, '--json')).stdout)
  const { url, received, answers } = await receiver(t)

  const filter = [
    '--state',
    'afg,FRA',
    '--instrument',
    'IV-8',
    '--kind',
    'action',
    '--kind',
    'statement.withdrawn',
  ]
  const added = await json('add', url, '--allow-private', '--since', '0', ...filter)
  t.match(added, {
    id: /^sub_[0-9a-f]{12}$/,
    url,
    secret: /^whsec_[\w+/]{43}=$/,
    filter: { state: ['afg', 'fra'], instrument: ['iv-8'], kind: ['action', 'statement.withdrawn'] },
    state: 'active',
    revision: 0,
  })
  const plain = await subscription('add', url, '--allow-private')
  t.match(plain, {
    code: 0,
    stdout: /^sub_\w+: changes after revision 1 go to http.*\nThe secret, shown this once: whsec_/,
  })

  const listed = await subscription('list', '--json')
  t.match(JSON.parse(listed.stdout), [
    { id: added.id, state: 'active', behind: 1, deliveredAt: null },
    { filter: {}, behind: 0 },
  ])
  t.notMatch(listed.stdout, /whsec_|secret/)
  t.match(
    (await subscription('list')).stdout,
    /^sub_\w+ active: http:.*; instrument iv-8; state afg, fra; kind action, statement\.withdrawn; 1 revision behind; nothing delivered yet\nsub_\w+ active: .*; all changes; up to date;/,
  )

  t.match(await subscription('test', added.id), { code: 0, stdout: /the test arrived, .* answered 204/ })
  const [message] = received
  t.match(message?.event, { type: 'subscription.test', data: { subscription: added.id } })
  new Webhook(added.secret).verify(message?.body ?? '', message?.headers as Record<string, string>)
  answers((reply) => reply.writeHead(500).end())
  t.match(await subscription('test', added.id), {
    code: 1,
    stdout: /the test did not arrive at .*: answered 500/,
  })
  t.match(await json('test', added.id), {
    id: added.id,
    isDelivered: false,
    status: 500,
    fault: 'answered 500',
  })

  db.$client
    .prepare(
      `UPDATE subscriptions SET attempts = 3, failing_since = '2026-11-20T00:00:00.000Z', fault = 'answered 500', paused_at = '2026-11-23T00:00:00.000Z' WHERE id = ?`,
    )
    .run(added.id)
  t.match(
    (await subscription('list')).stdout,
    /paused: .*; PAUSED at 2026-11-23T.*; 3 attempts failed since 2026-11-20T.*: answered 500; “ratification subscription resume sub_\w+” goes on/,
  )
  t.match(await json('resume', added.id), { state: 'active', revision: 0, attempts: 0, fault: null })
  t.match(await json('resume', added.id, '--since', '1'), { revision: 1, behind: 0 })

  t.match(await json('remove', added.id), { id: added.id, url })
  t.equal((await json('list')).length, 1)

  const refusals = [
    [['remove', added.id], 1, /A subscription “sub_\w+” is not in the record/],
    [['test', 'sub_x'], 1, /A subscription “sub_x” is not in the record/],
    [['resume', 'sub_x'], 1, /A subscription “sub_x” is not in the record/],
    [['add', url], 1, /is not https: \(http: is allowed with --allow-private alone\)/],
    [['add', 'https://127.0.0.1/'], 1, /“127\.0\.0\.1” is a private address/],
    [['add', 'https://169.254.169.254/'], 1, /“169\.254\.169\.254” is a private address/],
    [['add', 'https://[::1]/'], 1, /“::1” is a private address/],
    [['add', 'https://localhost/'], 1, /“localhost” means .*, a private address/],
    [
      ['add', 'https://a:b@example.org/'],
      1,
      /has a user name or password in it: deliveries are signed instead/,
    ],
    [
      ['add', 'https://1.1.1.1/', '--kind', 'all'],
      1,
      /--kind: “all” is not one of: action, statement, action\.added, /,
    ],
    [['add', 'https://1.1.1.1/', '--group', 'afr'], 1, /“afr” is not a group; did you mean african /],
    [['add', 'https://1.1.1.1/', '--state', 'zz'], 1, /“zz” is not the code of a participant; allowed: /],
    [
      ['add', 'https://1.1.1.1/', '--instrument', 'x'],
      1,
      /“x” is not an instrument in the record; allowed: .*cedaw/,
    ],
    [['add', 'https://1.1.1.1/', '--since', '2'], 1, /“2” is not a revision of the record; allowed: 0 to 1/],
    [
      ['add', 'https://1.1.1.1/', '--since', 'now'],
      1,
      /“now” is not a revision of the record; allowed: 0 to 1/,
    ],
  ] as const
  for (const [words, code, stderr] of refusals)
    t.match(await subscription(...words), { code, stderr }, words.join(' '))
  t.equal((await json('list')).length, 1, 'nothing that is refused is kept')
})

t.test('an operator may allow private addresses for all', async (t) => {
  const file = join(temporary(t), 'record.db')
  seededDatabase(t, file)
  const { url } = await receiver(t)
  const environment = { DATABASE_URL: `file:${file}`, WEBHOOKS_ALLOW_PRIVATE: 'true' }
  const { stdout } = await run(['subscription', 'add', url, '--json'], environment)
  const { id, allowPrivate } = JSON.parse(stdout)
  t.equal(allowPrivate, false, 'it ends with the variable')
  t.equal((await run(['subscription', 'test', id], environment)).code, 0)
  t.match(await run(['subscription', 'test', id], { DATABASE_URL: `file:${file}` }), {
    code: 1,
    stdout: /is not https:/,
  })
})
