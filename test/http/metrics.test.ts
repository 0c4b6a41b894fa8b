import t from 'tap'
import { csv } from '../fixtures/imported.js'
import { importingApp } from '../fixtures/importing.js'

t.test('what the server does is counted, for Prometheus', async (t) => {
  const { app, post } = await importingApp(t)
  const origin = await app.listen({ port: 0 })
  for (let time = 0; time < 3; time++) await (await fetch(`${origin}/v1/states/USA`)).text()
  await app.inject({ url: '/v1/states/USA', headers: { accept: 'application/json' } })
  await app.inject('/v1/states/ZZZ')
  await app.inject('/nothing')
  const table = csv('Participant,Accession(a)', 'Algeria,9 Mar 2004 a')
  await post('instrument=XXIX-9&dryRun=true', table)
  await post('instrument=XXIX-9', table)
  await post('instrument=XXIX-9&fileName=again.csv', table)
  await post('instrument=XXIX-9', 'no,table')

  const reply = await app.inject('/metrics')
  t.match(reply.headers, { 'content-type': /^text\/plain; version=/, 'cache-control': 'no-store' })
  for (const line of [
    'ratification_requests_total{method="GET",route="/v1/states/:state",status="404"} 1',
    'ratification_requests_total{method="GET",route="none",status="404"} 1',
    'ratification_answers_total{from="cache"} 2',
    'ratification_record_revision 2',
    'ratification_imports_total{outcome="dry-run"} 1',
    'ratification_imports_total{outcome="imported"} 1',
    'ratification_imports_total{outcome="unchanged"} 1',
    'ratification_imports_total{outcome="refused"} 1',
  ])
    t.ok(reply.body.includes(`${line}\n`), line)
  t.match(reply.body, /request_duration_seconds_bucket\{le="0.005",route="\/v1\/states\/:state"\} \d/)
  t.match(reply.body, /\nprocess_resident_memory_bytes \d/)
  t.equal((await app.inject({ method: 'POST', url: '/metrics' })).statusCode, 405)
})
