import { LRUCache } from 'lru-cache'

/** Imports are counted apart from reads. */
export type RequestKind = 'reads' | 'imports'

export interface Count {
  /** How many requests the client has made in its minute, this one included. */
  readonly requests: number
  /** In how many milliseconds its minute ends. */
  readonly endsIn: number
}

/** Counts a request of a client. Where several processes share the port, one of them counts for all. */
export type RequestCounter = (kind: RequestKind, client: string) => Count | Promise<Count>

/** In milliseconds. */
const minute = 60_000

/** Beyond these, the client that was not seen for longest is forgotten. */
const mostClients = 5000

/**
 * Counts the requests of each client in the minute that its first one begins.
 * @param now  in milliseconds; it never goes back
 */
export function requestCounter(now = () => performance.now()) {
  const windows = () => new LRUCache<string, { begun: number; requests: number }>({ max: mostClients })
  const clients = { reads: windows(), imports: windows() }
  return (kind: RequestKind, client: string): Count => {
    const instant = now()
    const known = clients[kind].get(client)
    const window = known && instant < known.begun + minute ? known : { begun: instant, requests: 0 }
    window.requests++
    clients[kind].set(client, window)
    return { requests: window.requests, endsIn: window.begun + minute - instant }
  }
}
