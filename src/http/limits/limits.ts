import type { ServerOptions } from 'node:http'

/** What one client may take of the server. Times are in milliseconds. */
export const listening = {
  /** Who has not sent its headers by then gives its place to others; a table of 64 MiB has five minutes. */
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  /** An idle connection outlives those of usual proxies, which then never write to a closed one. */
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 5_000,
  /** In bytes, the address included: ten times what browsers send. */
  maxHeaderSize: 16_384,
} satisfies ServerOptions

/** So many connections are open at a time; more are closed at once, rather than that all wait. */
export const mostConnections = 10_000

/** So many bytes of a body are read, but for tables, which flow into a file within a limit of their own. */
export const mostOfBody = 262_144

/** The longest code in an address is of some forty characters. */
export const longestParameter = 200
