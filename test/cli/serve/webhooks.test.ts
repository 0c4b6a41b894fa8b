import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../../fixtures/command.js'
import { csv } from '../../fixtures/imported.js'
import { inShort, receiver } from '../../fixtures/receiver.js'
import { seededDatabase } from '../../fixtures/seeded.js'
import { serving, until } from '../../fixtures/serving.js'
import { temporary } from '../../fixtures/temporary.js'

for (const workers of ['1', '2'])
  t.test(
    `a server of ${workers} process(es) tells subscribers of what any command imports, once`,
    async (t) => {
      const folder = temporary(t)
      const file = join(folder, 'record.db')
      seededDatabase(t, file)
      const environment = {
        DATABASE_URL: `file:${file}`,
        PUBLIC_URL: 'https://treaties.example.org',
        WORKERS: workers,
      }
      const server = await serving(t, environment)
      const metrics = async () => (await fetch(`${server.at}/metrics`)).text()
      t.match(await metrics(), /^ratification_webhook_subscriptions\{state="active"\} 0$/m)

      const { url, received, answers } = await receiver(t)
      const added = await run(['subscription', 'add', url, '--allow-private'], environment)
      t.equal(added.code, 0, 'while the server runs')
      writeFileSync(
        join(folder, '29-1.csv'),
        csv('Participant,Signature', 'Tonga,1 Jan 2001', 'Vanuatu,2 Jan 2001'),
      )
      t.equal((await run(['import', join(folder, '29-1.csv'), '--as-at', '2026-01-01'], environment)).code, 0)
      await until('both changes arrive', () => received.length >= 2)
      t.strictSame(received.map(inShort), ['2 action.added TON xxix-1', '2 action.added VUT xxix-1'])
      t.match(received[0]?.event, {
        data: { links: { page: 'https://treaties.example.org/instruments/xxix-1' } },
      })
      await until('the metrics say so', async () =>
        /^ratification_webhook_deliveries_total\{outcome="delivered"\} 2$/m.test(await metrics()),
      )
      t.match(await metrics(), /^ratification_webhook_lag_revisions 0$/m)

      answers((reply) => reply.writeHead(410).end())
      t.equal((await run(['revert', '2'], environment)).code, 0)
      await until('it is paused', async () => /_subscriptions\{state="paused"\} 1$/m.test(await metrics()))
      t.match(
        server.said(),
        /Webhook sub_\w+ is paused: answered 410\. “ratification subscription resume sub_\w+” goes on/,
      )
      t.match((await run(['subscription', 'list'], environment)).stdout, /paused: .*; PAUSED at /)
      t.equal(await server.stop(), 0, 'it ends well')
    },
  )
