import { LRUCache } from 'lru-cache'
import type { Validators } from './conditions.js'

/** A whole reply, ready for the socket. Headers alternate names and values. */
export interface ReadyReply {
  readonly headers: string[]
  readonly bytes: Buffer
  /** The headers of the matching 304. */
  readonly notModified: string[]
  readonly validators: Validators
}

/** In bytes. The least recently used replies are evicted first. */
const capacity = 24 * 1024 * 1024
/** The memory of a reply besides its payload, in bytes: objects, headers, the cache entry. */
const overhead = 4000
/** In characters. Clients may send any address and header, so longer keys are not cached. */
const longestKey = 2000

/** Caches the replies of one version of the record on one day. The next version or day clears it. */
export function replyCache() {
  const replies = new LRUCache<string, ReadyReply>({
    maxSize: capacity,
    maxEntrySize: capacity / 4,
    sizeCalculation: ({ bytes }, key) => bytes.length + key.length + overhead,
  })
  let current = ''

  /** @param epoch  the version of the record and the day */
  const turnTo = (epoch: string): void => {
    if (epoch !== current) replies.clear()
    current = epoch
  }

  return {
    get(epoch: string, key: string): ReadyReply | undefined {
      turnTo(epoch)
      return replies.get(key)
    },

    set(epoch: string, key: string, reply: ReadyReply): void {
      // A request that began before an import must not clear the replies made after it.
      if (current === '') turnTo(epoch)
      if (epoch === current && key.length <= longestKey) replies.set(key, reply)
    },
  }
}

export type ReplyCache = ReturnType<typeof replyCache>
