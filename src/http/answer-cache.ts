import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

export type Coding = 'br' | 'gzip' | 'identity'

/** An answer as bytes, as it is and as it was compressed for whoever took it so. */
export interface HeldAnswer {
  /** What the answer says of itself, whoever asks. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
  readonly coded: Map<Coding, Buffer>
}

/** So many bytes of answers are held; what was asked for least recently goes first. */
const capacity = 32 * 1024 * 1024

const compress = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
}
/** As small as is worth the time of the first who asks. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** Answers that follow from one version of the record on one day: all are forgotten with the next. */
export function answerCache() {
  const held = new LRUCache<string, HeldAnswer>({
    maxSize: capacity,
    maxEntrySize: capacity / 4,
    sizeCalculation: ({ bytes, coded }, key) =>
      [...coded.values()].reduce((sum, { length }) => sum + length, bytes.length + key.length + 500),
  })
  const underWay = new WeakMap<HeldAnswer, Map<Coding, Promise<Buffer>>>()
  let version = ''

  return {
    get(now: string, key: string): HeldAnswer | undefined {
      if (now === version) return held.get(key)
      version = now
      held.clear()
      return undefined
    },

    set(now: string, key: string, answer: HeldAnswer): void {
      if (now === version) held.set(key, answer)
    },

    /** The bytes of an answer in a coding: compressed once, however many wait for it. */
    async coded(key: string, answer: HeldAnswer, coding: Coding): Promise<Buffer> {
      if (coding === 'identity') return answer.bytes
      const found = answer.coded.get(coding)
      if (found) return found
      const waited = underWay.get(answer) ?? new Map<Coding, Promise<Buffer>>()
      underWay.set(answer, waited)
      const begun = waited.get(coding) ?? compress[coding](answer.bytes, coding === 'br' ? quality : {})
      waited.set(coding, begun)
      const bytes = await begun
      answer.coded.set(coding, bytes)
      if (held.peek(key) === answer) held.set(key, answer)
      return bytes
    },
  }
}

export type AnswerCache = ReturnType<typeof answerCache>
