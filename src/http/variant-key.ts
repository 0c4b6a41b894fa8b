import type { IncomingMessage } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { Validators } from './conditions.js'

/** A whole reply, ready to be written to a socket. Headers are names and values in turn. */
export interface ReadyReply {
  readonly headers: string[]
  readonly bytes: Buffer
  readonly notModified: string[]
  readonly validators: Validators
}

/** What a reply depends on, as it was sent: the framework need not look at a request that was answered before. */
export const wayOf = ({ url = '', headers }: IncomingMessage): string =>
  `${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n${url}`

/** What a reply without a body does not say. */
const ofBody = new Set(['content-type', 'content-encoding', 'content-disposition'])

/** The reply that the framework is about to send, for whoever asks again in the same way. */
export function readyReply(reply: FastifyReply, bytes: Buffer, validators: Validators): ReadyReply {
  const all = Object.entries(reply.getHeaders()).filter(([name]) => name !== 'content-length')
  const notModified = all
    .filter(([name]) => !ofBody.has(name))
    .flatMap(([name, value]) => [name, String(value)])
  const headers = all.flatMap(([name, value]) => [name, String(value)])
  headers.push('content-length', String(bytes.length))
  return { headers, bytes, notModified, validators }
}
