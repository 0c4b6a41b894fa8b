import type { z } from 'zod'
import { defaultResolution } from '../../answers/resolutions.js'
import type { OutstandingEntry } from '../shapes/outstanding.js'
import type { InstrumentProgress, OverallRank } from '../shapes/progress.js'
import {
  briefChange,
  briefInstrument,
  briefNonParty,
  briefOutstanding,
  briefProgress,
  briefRank,
  briefState,
  briefStatement,
  briefStatus,
  briefStatusTo,
  withoutEmpty,
} from './brief.js'
import { type Input, inputs, paging } from './inputs.js'

export interface Tool {
  readonly title: string
  readonly description: string
  readonly input: z.ZodRawShape
  /** The address of the API that answers it. */
  readonly address: (input: Input) => string
  /** What the answer of the API shows in brief; of a list, the same of its entries. */
  readonly shown: (body: never) => object
}

/** A tool that answers a list, page by page. */
const list = <Item>({ input, ...tool }: Omit<Tool, 'shown'>, brief: (item: Item) => object): Tool => ({
  ...tool,
  input: { ...input, lang, ...paging },
  shown: ({ data }: { data: Item[] }) => ({ data: data.map((item) => withoutEmpty(brief(item))) }),
})

const { state, instrument, group, lang, asOf } = inputs

/** Each tool is one GET request to the API, which validates and answers it. */
export const tools: Readonly<Record<string, Tool>> = {
  find_state: list(
    {
      title: 'Find a State',
      description:
        'States and other participants in treaties by code, name or part of a name, best first: their codes, UN regional group and membership.',
      input: { name: inputs.q, asOf },
      address: ({ name, ...rest }) => query('/v1/states', { q: name, ...rest }),
    },
    briefState,
  ),
  list_instruments: list(
    {
      title: 'Which treaties the record holds',
      description:
        'Every treaty of the record, or those that fit a name: code, title, how many are parties, how many Member States are left, and which paragraphs urge States to consider ratifying or acceding to it.',
      input: { name: inputs.q.optional(), asOf },
      address: ({ name, ...rest }) => query('/v1/instruments', { q: name, ...rest }),
    },
    briefInstrument,
  ),
  state_outstanding: {
    title: 'What a State has yet to ratify',
    description:
      'The treaties that General Assembly resolutions urge a State to consider ratifying or acceding to, and to which it is not a party, with the next step and what must hold first.',
    input: { state, lang, asOf },
    address: ({ state, ...rest }) =>
      query(`/v1/states/${encodeURIComponent(String(state))}/outstanding`, rest),
    shown: (body: OutstandingEntry) => {
      const { outstanding, ...rest } = briefOutstanding(body)
      return { ...rest, outstanding: outstanding.map(withoutEmpty) }
    },
  },
  state_statuses: list(
    {
      title: 'What a State is a party to',
      description:
        'One State’s status to every treaty of the record: party, signatory, withdrawn or none, with the days.',
      input: { state, instrument: inputs.instruments, status: inputs.status, asOf },
      address: ({ state, ...rest }) =>
        query(`/v1/states/${encodeURIComponent(String(state))}/statuses`, rest),
    },
    briefStatus,
  ),
  instrument_statuses: list(
    {
      title: 'Who is a party to a treaty',
      description:
        'Every participant’s status to one treaty: party, signatory, withdrawn or none, with the days of signature, consent and entry into force, and how many reservations stand.',
      input: { instrument, status: inputs.status, group, asOf },
      address: ({ instrument, ...rest }) =>
        query(`/v1/instruments/${encodeURIComponent(String(instrument))}/statuses`, rest),
    },
    briefStatusTo,
  ),
  who_is_not_a_party: list(
    {
      title: 'Who is not a party to a treaty',
      description:
        'The Member States that are not parties to one treaty: whether they have signed, and what they have left to do. “urgedBy” is there only if a resolution urges the State to consider ratifying or acceding to it.',
      input: { instrument, group, asOf },
      address: (input) => query('/v1/outstanding', { ...input, scope: 'all' }),
    },
    briefNonParty,
  ),
  progress: {
    title: 'How far a resolution was followed',
    description:
      'For each treaty that a resolution urges States to consider ratifying or acceding to: Member States that were parties at its adoption, at each year end and now; by regional group; and who has become a party since, in order.',
    input: {
      resolution: inputs.q.optional().meta({
        description: 'Code or symbol of the resolution; A/RES/63/194 where absent',
      }),
      lang,
      asOf,
    },
    address: ({ resolution = defaultResolution, ...rest }) =>
      query(`/v1/resolutions/${encodeURIComponent(String(resolution))}/progress`, rest),
    shown: ({ resolution, ranking, instruments }: ProgressBody) => ({
      resolution,
      ranking: ranking.map(briefRank),
      instruments: instruments.map((one) => withoutEmpty(briefProgress(one))),
    }),
  },
  statements: list(
    {
      title: 'Who has reserved what, and who objected',
      description:
        'Lists reservations that stand, by State: the articles, the days, what was withdrawn, and who objected. Use “kind” for declarations, understandings, objections and communications. An empty list means “none” only where “coverage” does not say that something is missing.',
      input: {
        instrument: inputs.instruments,
        state: inputs.states,
        article: inputs.article,
        group,
        kind: inputs.kind,
        standing: inputs.standing,
        exceptPurpose: inputs.purpose,
        asOf,
      },
      address: (input) => query('/v1/statements', input),
    },
    briefStatement,
  ),
  what_changed: list(
    {
      title: 'What changed',
      description:
        'What the record learned with each import: actions added, corrected (before and after) or removed. All that it holds came with its first import, revision 1: ask for what came later.',
      input: {
        sinceRevision: inputs.sinceRevision,
        since: inputs.since,
        state: inputs.states,
        instrument: inputs.instruments,
        action: inputs.action,
      },
      address: (input) => query('/v1/changes', input),
    },
    briefChange,
  ),
}

interface ProgressBody {
  readonly resolution: object
  readonly ranking: readonly z.infer<typeof OverallRank>[]
  readonly instruments: readonly z.infer<typeof InstrumentProgress>[]
}

function query(path: string, parameters: Input): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
