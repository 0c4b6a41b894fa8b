import { Writable } from 'node:stream'
import t from 'tap'
import { csv } from '../fixtures/imported.js'
import { importingApp, token } from '../fixtures/importing.js'

const client = '192.0.2.77'
const secrets = [token, 'not-the-token', 'c2VjcmV0', 'session=abc', client, 'Ludwig', 'mozilla']

t.test('the log has a line for each request, and neither a secret nor who asked', async (t) => {
  const lines: string[] = []
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  })
  const { app, db, post } = await importingApp(t, { logger: { level: 'trace', stream } })
  const from = (url: string, headers = {}) =>
    app.inject({ url, remoteAddress: client, headers: { 'user-agent': 'mozilla', ...headers } })
  await from('/v1/states?q=Ludwig', { 'x-forwarded-for': client })
  await from('/v1/states/ZZZ', { authorization: 'Basic c2VjcmV0', cookie: 'session=abc' })
  await from(`/nothing?token=${token}`, { 'x-request-id': 'a-request-of-theirs' })
  await from('/v1', { 'x-request-id': 'no good\u007f' })
  await post('instrument=XXIX-9', csv('Participant,Accession(a)', 'Algeria,9 Mar 2004 a'))
  await post('instrument=XXIX-9', '', { authorization: 'Bearer not-the-token' })
  app.log.error({ headers: { authorization: `Bearer ${token}` }, req: { method: 'GET', ip: client } }, 'ours')
  db.$client.exec('DROP TABLE statuses')
  t.equal((await from('/v1/outstanding', { authorization: `Bearer ${token}` })).statusCode, 500)

  const text = lines.join('')
  for (const secret of secrets) t.notOk(text.includes(secret), secret)
  const answered = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
  t.match(answered, [
    { route: '/v1/states', status: 200, method: 'GET', milliseconds: Number, requestId: /^[\w-]{36}$/ },
    { route: '/v1/states/:state', status: 404 },
    { route: 'none', status: 404, requestId: 'a-request-of-theirs' },
    { route: '/v1', status: 200, requestId: /^[\w-]{36}$/ },
    { route: '/v1/imports', method: 'POST', status: 201 },
    { route: '/v1/imports', method: 'POST', status: 401 },
    { route: '/v1/outstanding', status: 500 },
  ])
  t.equal(answered.length, 7)
  const failure = lines.map((line) => JSON.parse(line)).find(({ level, err }) => level === 50 && err)
  t.match(failure, { requestId: answered[6].requestId, err: { message: /no such table/ } })
})
