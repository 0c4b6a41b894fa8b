import { createHash } from 'node:crypto'
import t from 'tap'
import { csv } from '../fixtures/imported.js'
import { importingApp, token } from '../fixtures/importing.js'

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex')
const tableOf = (day: number) => csv('Participant,Accession(a)', `Algeria,${day} Mar 2004 a`)

t.test(
  'each import says with which token it came; one that is revoked opens nothing from then on',
  async (t) => {
    const { post, ask, store } = await importingApp(t)
    const createdAt = '2026-11-23T00:00:00.000Z'
    store.tokens.add({ name: 'alice', digest: digest('secret-a'), createdAt })
    store.tokens.add({ name: 'bob', digest: digest('secret-b'), createdAt })
    const as = (secret: string, day: number) =>
      post('instrument=XXIX-9&asAt=2010-01-01', tableOf(day), { authorization: `Bearer ${secret}` })

    t.equal((await as('secret-a', 1)).status, 201)
    t.equal((await as('secret-b', 2)).status, 201)
    t.equal((await as(token, 3)).status, 201)
    store.tokens.revoke('alice', createdAt)
    t.match(await as('secret-a', 4), { status: 401, body: { detail: /none of this server, or was revoked/ } })
    t.equal((await as(digest('secret-b'), 4)).status, 401, 'its digest is not the token')
    t.equal((await as('secret-b', 5)).status, 201, 'the others stand')

    const { body } = await ask('/v1/imports')
    t.strictSame(
      body.data.map(({ importedBy }: { importedBy: string | null }) => importedBy),
      [null, 'alice', 'bob', 'environment', 'bob'],
    )
    t.match((await ask('/v1/imports/2')).body, { importedBy: 'alice' })
  },
)

t.test('without a token in the environment, those of the record are enough', async (t) => {
  const { post, store } = await importingApp(t, { withToken: false })
  store.tokens.add({ name: 'alice', digest: digest('secret-a'), createdAt: '2026-11-23T00:00:00.000Z' })
  const reply = await post('instrument=XXIX-9', tableOf(1), { authorization: 'Bearer secret-a' })
  t.equal(reply.status, 201)
})
