import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from '../negotiation.js'

const [brotli, deflate] = [promisify(brotliCompress), promisify(gzip)]
/** As small as is worth the time of the first client that asks. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** The bytes of an answer in a coding. */
export async function compressed(bytes: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'identity') return bytes
  return coding === 'br' ? brotli(bytes, quality) : deflate(bytes)
}
