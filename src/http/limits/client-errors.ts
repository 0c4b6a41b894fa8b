import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type ProblemType, problemTypes } from '../problem-types.js'

/** Errors of Node’s HTTP parser, before there is a request. Any other is answered as an invalid request. */
const faults: Readonly<Record<string, readonly [ProblemType, string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'The headers are longer than the server reads'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request did not arrive in time'],
}

/** Answers a malformed HTTP request with a problem, and closes the connection. */
export function answerClientError(
  this: Pick<FastifyInstance, 'linkTo'>,
  error: Error & { code?: string },
  socket: Socket,
): void {
  // The client has gone.
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [type, detail] = faults[error.code ?? ''] ?? ['invalid-request', 'This is no HTTP request']
  const { status, title } = problemTypes[type]
  const body = JSON.stringify({
    type: this.linkTo(`/problems/${type}`),
    title,
    status,
    detail,
    instance: '',
    errors: [],
  })
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
