import t from 'tap'
import { clientOf } from '../../../src/http/limits/rate-limit.js'

t.test('a client is an address of IPv4, or a network of IPv6', async (t) => {
  const cases = [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:0DB8:1:2::7', '2001:db8:1:2::'],
    ['2001:db8:1:3::7', '2001:db8:1:3::'],
    ['fe80::1%eth0', 'fe80::'],
    ['::1', '::'],
    ['unknown', 'unknown'],
  ] as const
  for (const [ip, client] of cases) t.equal(clientOf(ip), client, ip)
})
