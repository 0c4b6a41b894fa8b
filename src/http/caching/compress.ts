import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from '../negotiation.js'

const [brotli, deflate] = [promisify(brotliCompress), promisify(gzip)]
/** Higher qualities save few bytes, and the first client waits for them. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** Compresses a payload. */
export async function compressed(bytes: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'identity') return bytes
  return coding === 'br' ? brotli(bytes, quality) : deflate(bytes)
}
