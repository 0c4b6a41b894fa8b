import type { LookupFunction } from 'node:net'
import t from 'tap'
import {
  checkName,
  checkUrl,
  DestinationRefused,
  guardedLookup,
} from '../../../src/api/webhooks/destination.js'
import { testMessage } from '../../../src/api/webhooks/messages.js'
import { send } from '../../../src/api/webhooks/send.js'
import { secret } from '../../fixtures/delivering.js'
import { receiver } from '../../fixtures/receiver.js'

/** A resolver by which a name means these addresses, one list for each time it is asked. */
function resolver(...answers: readonly string[][]): LookupFunction {
  const left = [...answers]
  return (_host, _options, callback) => {
    const found = (left.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    callback(null, found)
  }
}

t.test('addresses that are refused by themselves', async (t) => {
  const cases = [
    ['http://example.org/', /is not https: \(http: is allowed with --allow-private alone\)/],
    ['ftp://example.org/', /is not https:/],
    ['example.org', /is no address like https:\/\/example\.org\/hooks/],
    ['https://user@example.org/', /The address of example\.org has a user name or password/],
    ['https://:hunter2@example.org/', /The address of example\.org has a user name or password/],
    [
      'https://example.org:25/',
      /has a port that is kept for other protocols; allowed: 443, and 1024 or higher/,
    ],
    ['https://127.0.0.1/', /“127\.0\.0\.1” is a private address/],
    ['https://2130706433/', /“127\.0\.0\.1” is a private address/],
    ['https://0x7f.1/', /“127\.0\.0\.1” is a private address/],
    ['https://0177.0.0.1/', /“127\.0\.0\.1” is a private address/],
    ['https://１２７.0.0.1/', /“127\.0\.0\.1” is a private address/],
    ['https://[::1]/', /“::1” is a private address/],
    ['https://[::ffff:169.254.169.254]/', /“::ffff:a9fe:a9fe” is a private address/],
    ['https://0.0.0.0/', /“0\.0\.0\.0” is a private address/],
    [`https://example.org/${'x'.repeat(2000)}`, /is longer than 2000 characters/],
  ] as const
  for (const [url, message] of cases)
    t.throws(() => checkUrl(url, false), { name: 'DestinationRefused', message }, url)
  t.throws(() => checkUrl('https://:hunter2@example.org/', false), { message: /^(?!.*hunter2)/ })
  for (const url of ['https://example.org/hook?key=1', 'https://example.org:8443/', 'https://1.1.1.1/'])
    t.equal(checkUrl(url, false).href, url)
  for (const url of ['http://127.0.0.1:25/', 'https://[::1]:22/', 'http://intranet/'])
    t.equal(checkUrl(url, true).href, url)
})

t.test('names that mean private addresses', async (t) => {
  const url = new URL('https://hooks.example.org/')
  t.equal(await checkName(url, resolver(['1.1.1.1', '2606:4700::1111'])), true)
  for (const found of [
    ['127.0.0.1'],
    ['1.1.1.1', '10.0.0.1'],
    ['::1'],
    ['fd00::1'],
    ['::ffff:127.0.0.1'],
    ['169.254.169.254'],
  ])
    await t.rejects(checkName(url, resolver(found)), DestinationRefused, found.join())
  await t.rejects(checkName(new URL('https://localhost/')), /“localhost” means .*, a private address/)
  const fails: LookupFunction = (_host, _options, callback) => callback(new Error('ENOTFOUND'), [])
  t.equal(await checkName(url, fails), false, 'one that cannot be looked up yet')
})

t.test('the socket gets only what was checked, in the form that it asks for', async (t) => {
  const looked = (options: { all: boolean }) =>
    new Promise((resolve) =>
      guardedLookup(false, resolver(['1.1.1.1', '8.8.8.8']))('x', options, (...given) => resolve(given)),
    )
  t.strictSame(await looked({ all: false }), [null, '1.1.1.1', 4])
  t.match(await looked({ all: true }), [null, [{ address: '1.1.1.1' }, { address: '8.8.8.8' }]])
})

t.test('a name that changes its meaning between the check and the delivery reaches nothing', async (t) => {
  const { url, received } = await receiver(t)
  const resolve = resolver(['1.1.1.1'], ['127.0.0.1'])
  const at = new URL(`https://hooks.example.org:${new URL(url).port}/`)
  t.equal(await checkName(at, resolve), true)
  const now = () => new Date()
  const message = testMessage('sub_1', now())
  const outcome = await send({ url: at.href, secret, allowPrivate: false }, message, { now, resolve })
  t.match(outcome, {
    isDelivered: false,
    fault: /“hooks\.example\.org” means 127\.0\.0\.1, a private address/,
  })
  t.equal(received.length, 0)

  const named = `http://hooks.example.org:${at.port}/`
  const allowed = { url: named, secret, allowPrivate: true }
  t.match(await send(allowed, message, { now, resolve: resolver(['127.0.0.1']) }), {
    isDelivered: true,
    status: 204,
  })
  t.match(received[0], {
    headers: { host: `hooks.example.org:${at.port}` },
    event: { type: 'subscription.test' },
  })
})

t.test('a certificate that nobody vouches for, or no TLS at all, is a failure', async (t) => {
  const { url, received } = await receiver(t)
  const now = () => new Date()
  const secure = url.replace('http:', 'https:')
  const outcome = await send({ url: secure, secret, allowPrivate: true }, testMessage('sub_1', now()), {
    now,
  })
  t.match(outcome, { isDelivered: false, status: null, fault: /SSL|wrong version|packet/i })
  t.equal(received.length, 0)
})
