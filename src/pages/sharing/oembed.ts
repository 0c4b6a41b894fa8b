import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Language } from '../../domain/vocabulary.js'
import { type CachingOptions, caching } from '../../http/caching/caching.js'
import { absolute } from '../../http/links.js'
import { languageAndPath, pageIn } from '../../http/page-places.js'
import { wholeNumber } from '../../http/parameters.js'
import { ProblemError } from '../../http/problems.js'
import type { Routes } from '../../http/routes.js'
import type { Messages } from '../../messages/messages.js'
import { kept } from '../frame/address.js'
import { escaped } from '../frame/escaped.js'
import { openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { type FrameSnippet, frameSnippet } from './frame-snippet.js'
import { type Shared, sharedInstrument, sharedState } from './share-content.js'

const pixels = wholeNumber('a number of pixels', 1).optional()

/** Editors send parameters of their own beside these. */
const Query = z.object({
  url: z.string().max(2000),
  format: z.string().default('json'),
  maxwidth: pixels,
  maxheight: pixels,
})

const TargetQuery = z.object(pageQuery)

/**
 * Tells editors how to embed the card of a State’s or an instrument’s page, or of a card itself (oEmbed 1.0, oembed.com), in the
 * language of that page.
 */
export const oembedRoutes: Routes<CachingOptions> = async (app, context) => {
  await app.register(caching, context)
  app.get(
    '/oembed',
    { config: { namesHost: true }, schema: { hide: true, querystring: Query } },
    (request, reply) => {
      const { url, format, maxwidth, maxheight } = request.query
      const target = targetOf(request, url)
      const { participants, instruments } = context.store
      const page = openPage(request, context, target.times, target.path + target.search)
      const shared =
        target.noun === 'states'
          ? sharedState(page, participants.codeOf(target.code) ?? target.code)
          : sharedInstrument(page, instruments.codeOf(target.code) ?? target.code)
      const embed = absolute(request, pageIn(target.lang, `/embed${shared.page}`) + target.search)
      const snippet = frameSnippet(embed, page.messages, shared, { width: maxwidth, height: maxheight })
      return answer(reply, format, described(request, page.messages, shared, snippet))
    },
  )
}

interface Target {
  readonly noun: 'states' | 'instruments'
  readonly code: string
  readonly lang: Language
  /** The path of its page, with the prefix of its language. */
  readonly path: string
  readonly times: z.output<typeof TargetQuery>
  /** Its day and revision, with the `?`; empty if it names none. */
  readonly search: string
}

/** @throws ProblemError `not-found` for an address of another site, or of a page without a card */
function targetOf(request: FastifyRequest, address: string): Target {
  const none = new ProblemError(
    'not-found',
    `“${address}” is no page of a State or an instrument on this server, such as ${absolute(request, '/states/USA')}`,
  )
  if (!URL.canParse(address)) throw none
  const [own, { host, pathname, searchParams }] = [new URL(absolute(request, '/')), new URL(address)]
  const below = pathname.startsWith(own.pathname) ? `/${pathname.slice(own.pathname.length)}` : ''
  const prefixed = languageAndPath(below)
  const [, noun, code] = /^\/(?:embed\/)?(states|instruments)\/([^/]+)\/?$/.exec(prefixed.path) ?? []
  if (host !== own.host || (noun !== 'states' && noun !== 'instruments') || code === undefined) throw none
  const times = TargetQuery.safeParse(named(searchParams, Object.keys(pageQuery)))
  if (!times.success) throw none
  const search = new URLSearchParams(named(searchParams, kept)).toString()
  // A page that names its language as a parameter leads to the one with the prefix.
  const lang = times.data.lang ?? prefixed.lang
  return {
    noun,
    code: decoded(code),
    lang,
    path: pageIn(lang, `/${noun}/${code}`),
    times: times.data,
    search: search === '' ? '' : `?${search}`,
  }
}

/** The parameters of these names that have a value. */
const named = (parameters: URLSearchParams, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = parameters.get(name)
      return value ? [[name, value] as const] : []
    }),
  )

/** A path may hold a `%` that escapes nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const described = (
  request: FastifyRequest,
  { lang, say }: Messages,
  { heading, page }: Shared,
  { html, width, height }: FrameSnippet,
) => ({
  version: '1.0',
  type: 'rich',
  title: heading,
  provider_name: say('site-name'),
  provider_url: absolute(request, pageIn(lang, '/')),
  thumbnail_url: absolute(request, pageIn(lang, `/og${page}.png`)),
  thumbnail_width: 1200,
  thumbnail_height: 630,
  html,
  width,
  height,
})

/** @throws ProblemError for a format other than the two of oEmbed (§ 2.3.4) */
function answer(reply: FastifyReply, format: string, described: Record<string, string | number>): unknown {
  if (format === 'json') return described
  if (format !== 'xml')
    throw new ProblemError('format-not-implemented', `“${format}” is not one of: json, xml`)
  const elements = Object.entries(described).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  )
  reply.type('text/xml; charset=utf-8')
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`
}
