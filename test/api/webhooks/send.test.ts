import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { testMessage } from '../../../src/api/webhooks/messages.js'
import { send } from '../../../src/api/webhooks/send.js'

const now = new Date('2026-11-20T12:00:00Z')
const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`

/** What came of an attempt at a subscriber that answers with these bytes, and closes. */
async function sendTo(t: Test, answer: string) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    socket.once('data', () => socket.end(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return send({ url, secret, allowPrivate: true }, testMessage('sub_1', now), { now: () => now })
}

t.test('an attempt ends, whatever the subscriber answers', async (t) => {
  const cases = [
    [
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      null,
      /without an answer|hang up/,
    ],
    ['', null, /hang up/],
    ['hello', null, /Parse Error/],
    ['HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n', 410, /answered 410/],
    ['HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n', 302, /redirects are not followed/],
  ] as const
  for (const [answer, status, fault] of cases)
    t.match(await sendTo(t, answer), { isDelivered: false, status, fault }, answer)
  t.strictSame(await sendTo(t, 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut'), {
    isDelivered: true,
    status: 200,
  })
})
