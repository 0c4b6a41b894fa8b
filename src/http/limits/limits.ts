import type { ServerOptions } from 'node:http'

/** Limits on one client. Times are in milliseconds. */
export const serverOptions = {
  /** Slow clients must not hold connections, but an upload of 64 MiB gets five minutes. */
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  /** Longer than the idle timeout of common proxies, so that they never reuse a closed connection. */
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 5_000,
  /** In bytes, with the address: ten times what browsers send. */
  maxHeaderSize: 16_384,
} satisfies ServerOptions

/** The most open connections. Further ones are closed at once, so that the others do not wait. */
export const mostConnections = 10_000

/** The limit of a body. Uploads are streamed to a file, with a limit of their own. */
export const mostBodyBytes = 262_144

/** In characters. The longest code in an address has some forty. */
export const longestParameter = 200
