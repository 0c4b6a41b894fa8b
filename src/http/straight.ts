import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, onSendHookHandler } from 'fastify'
import { z } from 'zod'
import type { AppOptions } from '../app.js'
import type { Version } from '../db/version.js'
import { isConditional } from './conditions.js'
import { metaAndLinks } from './envelope.js'
import { linkFrom } from './links.js'
import type { Tally } from './metrics.js'
import { outstandingTexts } from './outstanding-texts.js'
import { awayHeader } from './replica-status.js'
import { questionOf, validatorsOf } from './validators.js'

/** What is asked most, each State on each day: what one has still to ratify, today or on a day. */
const route = '/v1/states/:state/outstanding'
const plain = /^(\/v1\/states\/([A-Z]{3})\/outstanding)(?:\?asOf=(\d{4}-\d\d-\d\d))?$/

/** What follows from the question, rather than being the same for all of them. */
const own = new Set(['etag', 'last-modified', 'content-length', awayHeader])

/** So many ways of asking, of so many letters, are remembered as asked before; then all are forgotten. */
const [mostWays, longestWay] = [5000, 300]

/**
 * Answers a plain question that nobody has asked yet in a fraction of the time that the framework would take, which is
 * that of its way there. Who asks it again is left to the framework, which keeps the answer for all who follow.
 */
export function straightAnswers(context: AppOptions, tally: Tally) {
  const { today, followed, build, publicUrl } = context
  const textOf = outstandingTexts(context)
  const server = { linkTo: linkFrom(publicUrl) }
  const askedBefore = new Set<string>()
  /** The headers of such an answer, as the framework gave them with the first of them; names and values in turn. */
  let headers: string[] | null = null

  const learn: onSendHookHandler = (request, reply, payload, next) => {
    if (reply.statusCode === 200 && plain.test(request.url) && !reply.hasHeader('content-encoding'))
      headers ??= Object.entries(reply.getHeaders())
        .filter(([name]) => !own.has(name))
        .flatMap(([name, value]) => [name, String(value)])
    next(null, payload)
  }

  return {
    /** Learns from what the framework answers, on the routes registered after it. */
    learnFrom(app: FastifyInstance): void {
      app.addHook('onRoute', (added) => {
        if (added.url === route && added.method === 'GET') added.onSend = learn
      })
    },

    /** @returns whether the request is answered; if not, it is the framework's, as is whatever is wrong with it */
    answer(request: IncomingMessage, response: ServerResponse, way: string, version: Version): boolean {
      const { url = '' } = request
      if (headers === null || !isPlain(request, way) || askedBefore.has(way)) return false
      const body = bodyOf(url, version)
      if (body === null) return false
      if (askedBefore.size >= mostWays) askedBefore.clear()
      askedBefore.add(way)
      tally.record++
      const { importedAt } = version
      const premises = { version, today: today(), build, pinned: null, importedAt }
      const { etag, 'last-modified': modified } = validatorsOf(premises, questionOf(url), 'identity')
      const length = String(Buffer.byteLength(body))
      const { awaySince } = followed() ?? {}
      if (awaySince) response.setHeader(awayHeader, awaySince)
      const all = [...headers, 'etag', etag, 'last-modified', modified, 'content-length', length]
      response.writeHead(200, all).end(body)
      return true
    },
  }

  function bodyOf(url: string, version: Version): string | null {
    const [, path = '', code = '', asOf = today()] = plain.exec(url) ?? []
    if (code === '' || asOf > today() || !z.regexes.date.test(asOf)) return null
    try {
      const { text, meta } = textOf(version, code, asOf)
      return `${text},${JSON.stringify(metaAndLinks({ url, server }, meta, path)).slice(1)}`
    } catch {
      // The framework meets the same fault, and knows how to say so.
      return null
    }
  }
}

export type StraightAnswers = ReturnType<typeof straightAnswers>

/** Whether the answer is wanted as it is, whatever whoever asks holds already: to compress it takes longer than to make it. */
const isPlain = ({ method, headers }: IncomingMessage, way: string): boolean =>
  method === 'GET' &&
  way.length < longestWay &&
  (headers['accept-encoding'] ?? 'identity') === 'identity' &&
  !isConditional(headers)
