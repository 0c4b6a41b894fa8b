import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ArticleCode } from '../../domain/statements/articles.js'
import { StatementKind, StatementPurpose, StatementStanding } from '../../domain/statements/vocabulary.js'
import { ActionKind, Day, StatusKind } from '../../domain/vocabulary.js'
import { ownAddress } from '../../http/limits/rate-limit.js'
import { version } from '../../http/version.js'

const state = z
  .string()
  .regex(/^[^./]+$/, 'is not a code')
  .meta({ description: 'ISO 3166-1 alpha-3, alpha-2 or M49 code; find_state gives it' })
const instrument = z
  .string()
  .regex(/^[^./]+$/, 'is not a code')
  .meta({ description: 'Code or number of the instrument: cedaw, or IV-8' })
const group = z.array(z.string().min(1)).meta({
  description:
    'Groups of States, by code, name or abbreviation, as of the day: african-union, “European Union”, OIC, LDC, or a UN regional group such as asia-pacific. A wrong one is answered with all that there are',
})
const asOf = Day.optional().meta({
  description: 'As it stood at the end of this day, by deposit; today where absent',
})

/** Each tool is one GET request to the API, which validates and answers it. */
const tools: Readonly<Record<string, Tool>> = {
  find_state: {
    title: 'Find a State',
    description:
      'States and other participants in treaties by part of a name, in any of the six UN languages or another name in use: their codes, UN regional group and membership.',
    inputSchema: { name: z.string().min(1), asOf },
    address: ({ name, asOf }) => query('/v1/states', { q: name, asOf }),
  },
  state_outstanding: {
    title: 'What a State has yet to ratify',
    description:
      'The instruments that General Assembly resolutions urge a State to consider ratifying or acceding to, and to which it is not a party, with the next step and what must hold first.',
    inputSchema: { state, asOf },
    address: ({ state, asOf }) =>
      query(`/v1/states/${encodeURIComponent(String(state))}/outstanding`, { asOf }),
  },
  instrument_statuses: {
    title: 'Who has joined an instrument',
    description:
      'Every participant’s status to one instrument: party, signatory, withdrawn or none, with the days of signature, consent and entry into force.',
    inputSchema: {
      instrument,
      status: z.array(StatusKind).optional(),
      group: group.optional(),
      asOf,
    },
    address: ({ instrument, ...rest }) =>
      query(`/v1/instruments/${encodeURIComponent(String(instrument))}/statuses`, rest),
  },
  statements: {
    title: 'Who has reserved what, and who objected',
    description:
      'Lists reservations that stand, by State: the articles, the days, what was withdrawn, and who objected. Use “kind” for declarations, understandings, objections and communications. An empty list means “none” only if “meta.coverage” is “whole”.',
    inputSchema: {
      instrument: z.array(instrument).optional(),
      state: z.array(state).optional(),
      article: z.array(ArticleCode).optional(),
      group: group.optional(),
      kind: z.array(StatementKind).default(['reservation']),
      standing: z.array(StatementStanding).default(['standing', 'partly-withdrawn', 'uncertain']),
      exceptPurpose: z.array(StatementPurpose).optional().meta({
        description: 'disputes: leaves out the opt-outs of dispute settlement',
      }),
      limit: z.int().min(1).max(250).default(25).meta({
        description: 'The most to answer; if “links.next” is not null, there are more',
      }),
      asOf,
    },
    address: (input) => query('/v1/statements', input),
  },
  what_changed: {
    title: 'What changed',
    description:
      'What the record learned with each import: actions added, corrected (before and after) or removed. All that it holds came with its first import, revision 1: ask for what came later.',
    inputSchema: {
      sinceRevision: z.int().min(0).optional().meta({ description: 'Only what later imports changed' }),
      since: Day.optional().meta({ description: 'Only what was imported on this day (UTC) or a later one' }),
      state: z.array(state).optional(),
      instrument: z.array(instrument).optional(),
      action: z.array(ActionKind).optional(),
    },
    address: (input) => query('/v1/changes', { ...input, limit: 100 }),
  },
}

type Input = Readonly<Record<string, unknown>>

interface Tool {
  readonly title: string
  readonly description: string
  readonly inputSchema: z.ZodRawShape
  /** The address that the tool requests. */
  readonly address: (input: Input) => string
}

function query(path: string, parameters: Input): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/**
 * A Model Context Protocol server. Each tool returns an answer of the API, with its citation.
 * @param app  the API
 * @see https://modelcontextprotocol.io/specification
 */
export function createMcpServer(app: FastifyInstance): McpServer {
  const server = new McpServer(
    { name: 'treaty-ratification-status', version },
    {
      instructions:
        'Who has, and who has not, joined treaties. Quote the citation of an answer with what you take from it; the depositary’s own record prevails.',
    },
  )
  for (const [name, { address, ...described }] of Object.entries(tools)) {
    const config = { ...described, annotations: { readOnlyHint: true, openWorldHint: false } }
    server.registerTool(name, config, (input: Input) => answerOf(app, address(input)))
  }
  return server
}

async function answerOf(app: FastifyInstance, address: string): Promise<CallToolResult> {
  const get = (url: string) => app.inject({ url, remoteAddress: ownAddress })
  const first = await get(address)
  const { location } = first.headers
  const reply = first.statusCode === 308 && location ? await get(pathOf(location)) : first
  const body = reply.json()
  if (reply.statusCode !== 200) return { isError: true, content: [{ type: 'text', text: body.detail }] }
  const { cite } = body.meta
  return {
    structuredContent: body,
    content: [
      { type: 'text', text: JSON.stringify(body) },
      { type: 'text', text: `Cite as: ${cite}` },
    ],
  }
}

/** The path of a redirect's Location, which is absolute if PUBLIC_URL is set. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, 'http://any')
  return pathname + search
}
