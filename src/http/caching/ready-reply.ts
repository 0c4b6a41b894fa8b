import type { FastifyReply } from 'fastify'
import { awayHeader } from '../replica-status.js'
import type { ReadyReply } from './cache.js'
import type { Validators } from './conditions.js'

/** A private buffer: a pooled slab would keep evicted bytes alive. */
export function ownBytes(made: Buffer): Buffer {
  if (made.buffer.byteLength === made.length) return made
  const bytes = Buffer.allocUnsafeSlow(made.length)
  made.copy(bytes)
  return bytes
}

/** Headers that a 304 does not have. */
const ofBody = new Set(['content-type', 'content-encoding', 'content-disposition'])
/** Headers that are not cached. */
const ofThisReply = new Set(['content-length', awayHeader])

/** A reply as the fast path sends it again. */
export function readyReply(reply: FastifyReply, bytes: Buffer, validators: Validators): ReadyReply {
  const all = Object.entries(reply.getHeaders()).filter(([name]) => !ofThisReply.has(name))
  const flatHeaders = (headers: typeof all) => headers.flatMap(([name, value]) => [name, String(value)])
  return {
    headers: [...flatHeaders(all), 'content-length', String(bytes.length)],
    bytes,
    notModified: flatHeaders(all.filter(([name]) => !ofBody.has(name))),
    validators,
  }
}
