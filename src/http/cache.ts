import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { ReadyReply } from './variant-key.js'

export type Coding = 'br' | 'gzip' | 'identity'

/** An answer as bytes, as it is and as it was compressed for whoever took it so. */
export interface HeldAnswer {
  /** What the answer says of itself, whoever asks. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
  readonly coded: Map<Coding, Buffer>
}

/** So many bytes of answers are held; what was asked for least recently goes first. */
const capacity = 16 * 1024 * 1024
/** What holding an answer takes beside its bytes: objects, headers, its place in the cache. */
const overhead = 3000
/** So many ways of asking for one answer are remembered, none longer than this: clients may send any header. */
const [mostWays, longestWay] = [50, 400]
/** What remembering a way takes: its name, and the headers of its reply. */
const bytesOfWay = 2500

const compress = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
}
/** As small as is worth the time of the first who asks. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** Answers that follow from one version of the record on one day: all are forgotten with the next. */
export function answerCache() {
  const ready = new Map<string, ReadyReply>()
  const ways = new Map<string, string[]>()
  const held = new LRUCache<string, HeldAnswer>({
    maxSize: capacity,
    maxEntrySize: capacity / 4,
    sizeCalculation: (answer, key) => {
      const { bytes, coded } = answer
      const whole = bytes.length + key.length + overhead + (ways.get(key)?.length ?? 0) * bytesOfWay
      return [...coded.values()].reduce((sum, { length }) => sum + length, whole)
    },
    noDisposeOnSet: true,
    dispose: (_answer, key) => {
      for (const way of ways.get(key) ?? []) ready.delete(way)
      ways.delete(key)
    },
  })
  /** What has come to take more room is another object to the cache, which would not size the same one again. */
  const sizeAnew = (key: string, answer: HeldAnswer) => held.set(key, { ...answer })
  const underWay = new WeakMap<HeldAnswer['coded'], Map<Coding, Promise<Buffer>>>()
  let version = ''

  const isCurrent = (now: string): boolean => {
    if (now === version) return true
    version = now
    held.clear()
    return false
  }

  return {
    get: (now: string, key: string): HeldAnswer | undefined => (isCurrent(now) ? held.get(key) : undefined),

    set(now: string, key: string, answer: HeldAnswer): void {
      if (now === version) held.set(key, answer)
    },

    /** The bytes of an answer in a coding: compressed once, however many wait for it. */
    async coded(key: string, answer: HeldAnswer, coding: Coding): Promise<Buffer> {
      if (coding === 'identity') return answer.bytes
      const found = answer.coded.get(coding)
      if (found) return found
      const waited = underWay.get(answer.coded) ?? new Map<Coding, Promise<Buffer>>()
      underWay.set(answer.coded, waited)
      const begun = waited.get(coding) ?? compress[coding](answer.bytes, coding === 'br' ? quality : {})
      waited.set(coding, begun)
      const bytes = await begun
      answer.coded.set(coding, bytes)
      if (held.peek(key)?.coded === answer.coded) sizeAnew(key, answer)
      return bytes
    },

    /** The whole reply to a request that was answered before, asked in the same way. */
    ready: (now: string, way: string): ReadyReply | undefined =>
      isCurrent(now) ? ready.get(way) : undefined,

    /** Remembers the whole reply to a way of asking for an answer, as long as that answer is held. */
    remember(key: string, way: string, reply: ReadyReply): void {
      const answer = held.get(key)
      if (answer === undefined) return
      const known = ways.get(key) ?? []
      if (known.length >= mostWays || way.length > longestWay || ready.has(way)) return
      ways.set(key, [...known, way])
      ready.set(way, reply)
      sizeAnew(key, answer)
    },
  }
}

export type AnswerCache = ReturnType<typeof answerCache>
