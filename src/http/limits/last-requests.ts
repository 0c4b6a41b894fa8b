import type { Server } from 'node:http'

/** In milliseconds: how long to wait for requests on their way, and how often to check. */
const grace = { most: 1_000, interval: 25 }

/**
 * Waits until every connection has got its last answer. Node alone would close idle connections at once, and drop requests
 * that were sent but not yet read.
 */
export async function lastRequests(server: Server): Promise<void> {
  for (let waited = 0; waited < grace.most && (await connections(server)) > 0; waited += grace.interval)
    await new Promise((resolve) => setTimeout(resolve, grace.interval))
}

const connections = (server: Server): Promise<number> =>
  new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
