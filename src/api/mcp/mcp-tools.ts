import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { openReading, type RecordSource } from '../../answers/reading.js'
import type { Meta } from '../../http/envelope.js'
import { ownAddress } from '../../http/limits/rate-limit.js'
import { version } from '../../http/version.js'
import type { StatementMeta } from '../shapes/coverage.js'
import { withoutEmpty } from './brief.js'
import { type Input, resolved, UnclearName } from './inputs.js'
import { type Tool, tools } from './tools.js'

export interface McpOptions extends RecordSource {
  /** Where clients reach the API, for citations: `https://api.example.org`. */
  readonly origin: string
}

const instructions =
  'Who is, and who is not, a party to treaties. States and treaties may be given by code or by name. Answers are brief: what is null or empty is left out, and a long list has “total” and “nextCursor”. Quote the citation of an answer with what you take from it; the depositary’s own record prevails.'

/**
 * A Model Context Protocol server. Each tool returns an answer of the API in brief, with its citation.
 * @param app  the API
 * @see https://modelcontextprotocol.io/specification
 */
export function createMcpServer(app: FastifyInstance, options: McpOptions): McpServer {
  const server = new McpServer({ name: 'treaty-ratification-status', version }, { instructions })
  for (const [name, tool] of Object.entries(tools)) {
    const { title, description, input } = tool
    const annotations = { readOnlyHint: true, openWorldHint: false }
    const config = { title, description, inputSchema: z.strictObject(input), annotations }
    server.registerTool(name, config, (given: Input) => run(app, options, tool, given))
  }
  return server
}

async function run(
  app: FastifyInstance,
  options: McpOptions,
  tool: Tool,
  given: Input,
): Promise<CallToolResult> {
  try {
    const { input, names } = resolved(openReading(options, {}), given)
    return await answerWithin(app, options, tool, input, names)
  } catch (error) {
    if (error instanceof UnclearName) return failure(error.message)
    throw error
  }
}

/**
 * The most characters of an answer. It is sent twice, as text and as structured content; both together stay under 10,000
 * tokens of four characters.
 */
const mostCharacters = 18_000
/** The most entries to begin with. */
const mostEntries = 250

/** Answers a tool; a list without a `limit`, with as many entries as fit. */
async function answerWithin(
  app: FastifyInstance,
  { origin }: McpOptions,
  tool: Tool,
  input: Input,
  names: Readonly<Record<string, string>>,
): Promise<CallToolResult> {
  const { limit: givenLimit } = input
  const isOpen = 'limit' in tool.input && givenLimit === undefined
  let limit = mostEntries
  for (;;) {
    const reply = await get(app, tool.address(isOpen ? { ...input, limit } : input))
    if (reply.statusCode !== 200) return failure(reply.json().detail)
    const brief = briefOf(reply.json(), tool, {
      origin,
      names,
      total: Number(reply.headers['x-total-count']),
    })
    const size = JSON.stringify(brief).length
    if (!isOpen || limit === 1 || size <= mostCharacters) return result(brief)
    const shown = Math.min(limit, brief.data?.length ?? 1)
    limit = Math.max(1, Math.floor((shown * mostCharacters * 0.95) / size))
  }
}

async function get(app: FastifyInstance, address: string) {
  const ask = (url: string) => app.inject({ url, remoteAddress: ownAddress })
  const first = await ask(address)
  const { location } = first.headers
  return first.statusCode === 308 && location ? ask(pathOf(location)) : first
}

interface Body {
  readonly meta: z.infer<typeof Meta> & Partial<z.infer<typeof StatementMeta>>
  readonly links: { readonly permalink: string; readonly next?: string | null }
}

/** An answer of the API in brief, with what of its `meta` a reader needs, and a citation that names the host. */
function briefOf(
  body: Body,
  { shown }: Tool,
  { origin, names, total }: { origin: string; names: Readonly<Record<string, string>>; total: number },
): Brief {
  const { meta, links } = body
  const { asOf, revision, asAt, gaps, cite } = meta
  const next = links.next && new URL(links.next, origin).searchParams.get('cursor')
  return {
    ...(Object.keys(names).length > 0 && { takenAs: names }),
    ...(Number.isInteger(total) && { total }),
    ...shown(body as never),
    ...withoutEmpty({
      nextCursor: next,
      asOf,
      revision,
      asAt: asAt
        .filter(() => asAt.length <= mostInstruments)
        .map(({ instrument, asAt }) => `${instrument} ${asAt ?? 'no day stated'}`),
      gaps: gaps.slice(0, mostInstruments),
      coverage: meta.coverage?.filter(({ coverage }) => coverage !== 'whole').slice(0, mostInstruments),
    }),
    cite: cite.replace(links.permalink, new URL(links.permalink, origin).href),
  }
}

interface Brief {
  readonly data?: readonly object[]
  readonly cite: string
  readonly [field: string]: unknown
}

/** Of how many instruments an answer says how far the record goes; list_instruments says it of each. */
const mostInstruments = 12

const result = (brief: Brief): CallToolResult => ({
  structuredContent: brief,
  content: [
    { type: 'text', text: JSON.stringify(brief) },
    { type: 'text', text: `Cite as: ${brief.cite}` },
  ],
})

const failure = (message: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: message }],
})

/** The path of a redirect's Location, which is absolute if PUBLIC_URL is set. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, 'http://any')
  return pathname + search
}
