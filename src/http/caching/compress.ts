import { pipeline, type Readable } from 'node:stream'
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from 'node:zlib'
import type { Coding } from '../negotiation.js'

/** The first client waits for higher qualities. 5 is a sixth faster, and leaves a map of names in Cyrillic over 25 KB. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

/**
 * Compresses a payload, about 100 KB in a millisecond. It blocks on purpose: requests that wait for the same payload then
 * find it in the cache, where each would otherwise make it again.
 */
export function compressed(bytes: Buffer, coding: Coding): Buffer {
  if (coding === 'identity') return bytes
  return coding === 'br' ? brotliCompressSync(bytes, quality) : gzipSync(bytes)
}

/** Compresses a stream. If the source fails, the answer breaks off, so that half a table never looks whole. */
export function compressedStream(source: Readable, coding: Coding): Readable {
  if (coding === 'identity') return source
  return pipeline(source, coding === 'br' ? createBrotliCompress(quality) : createGzip(), () => {})
}
