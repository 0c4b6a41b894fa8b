import type { Server } from 'node:http'

/** In milliseconds: what is on its way arrives within this time, and connections that nobody uses are closed after it. */
const grace = { most: 1_000, look: 25 }

/**
 * Waits until every connection has had its last answer. node closes at once those that look idle, and with them the requests that
 * have been sent and not been read yet.
 */
export async function lastRequests(server: Server): Promise<void> {
  for (let waited = 0; waited < grace.most && (await connections(server)) > 0; waited += grace.look)
    await new Promise((resolve) => setTimeout(resolve, grace.look))
}

const connections = (server: Server): Promise<number> =>
  new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
