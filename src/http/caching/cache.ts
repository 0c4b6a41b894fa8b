import { LRUCache } from 'lru-cache'
import type { Validators } from './conditions.js'

/** A whole reply, ready to be written to a socket. Headers are names and values in turn. */
export interface ReadyReply {
  readonly headers: string[]
  readonly bytes: Buffer
  /** The headers of a 304 in its place. */
  readonly notModified: string[]
  readonly validators: Validators
}

/** In bytes; what was asked for least recently goes first. */
const capacity = 24 * 1024 * 1024
/** What a reply takes beside its bytes: objects, headers, its place in the cache. */
const overhead = 4000
/** Clients may send any address and header: a longer key is not kept. */
const longestKey = 2000

/** Replies that follow from one version of the record on one day: all are dropped with the next. */
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
      // A request that began before an import must not drop the replies that came after it.
      if (current === '') turnTo(epoch)
      if (epoch === current && key.length <= longestKey) replies.set(key, reply)
    },
  }
}

export type ReplyCache = ReturnType<typeof replyCache>
