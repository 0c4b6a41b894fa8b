import { BlockList, isIP, isIPv4 } from 'node:net'

/** IPv4 that is not public. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const ipv4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Carriers' own (RFC 6598)
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and with it the metadata of clouds
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved, broadcast
  ['224.0.0.0', 3],
]

/** Within 2000::/3, what is not public, or holds an IPv4 address. @see https://www.iana.org/assignments/iana-ipv6-special-registry */
const ipv6: readonly [string, number][] = [
  // Teredo, benchmarks, ORCHID
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4
  ['2002::', 16],
  ['3fff::', 20],
]

const special = new BlockList()
for (const [network, bits] of ipv4) special.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of ipv6) special.addSubnet(network, bits, 'ipv6')

/**
 * All that is public in IPv6. Outside are ::1, unique-local and link-local addresses, and IPv4 in the clothes of IPv6 (::ffff:…,
 * 64:ff9b::…).
 */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is not on the public internet; also true for what is no address. */
export function isPrivate(address: string): boolean {
  if (isIPv4(address)) return special.check(address, 'ipv4')
  const [bare = ''] = address.split('%')
  return isIP(bare) !== 6 || !global.check(bare, 'ipv6') || special.check(bare, 'ipv6')
}
