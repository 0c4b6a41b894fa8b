import type { z } from 'zod'
import type { DatedAction } from '../shapes/action.js'
import type { DayFields } from '../shapes/dated.js'
import type { RecordedChange } from '../shapes/import.js'
import type { Instrument } from '../shapes/instrument.js'
import type { OutstandingEntry } from '../shapes/outstanding.js'
import type { State } from '../shapes/participant.js'
import type { InstrumentProgress, OverallRank } from '../shapes/progress.js'
import type { StatementEvent, StatementList } from '../shapes/statement.js'
import type { StatusList } from '../shapes/status.js'

type Status = z.infer<typeof StatusList>['data'][number]
type Statement = z.infer<typeof StatementList>['data'][number]
type Action = z.infer<typeof DatedAction>
type Progress = z.infer<typeof InstrumentProgress>

/** “2003-03-05”, or “between 2018-10-19 and 2019-05-27”. */
const dayOf = ({ on, earliest, latest }: DayFields): string => on ?? `between ${earliest} and ${latest}`

/** “ratification 2003-03-05”, with its certainty if the depositary does not vouch for it. */
const act = ({ action, certainty, performedBy, ...day }: Action): string =>
  [
    `${action} ${dayOf(day)}`,
    ...(performedBy === null ? [] : [`by ${performedBy}`]),
    ...(certainty === 'depositary' ? [] : [`(${certainty} source)`]),
  ].join(' ')

const event = ({ event, certainty, articles, ...day }: StatementEvent): string =>
  [
    `${event} ${dayOf(day)}`,
    ...(articles === null || articles.length === 0 ? [] : [`(${articles.join(', ')})`]),
    ...(certainty === 'depositary' ? [] : [`(${certainty} source)`]),
  ].join(' ')

const urges = (urgedBy: readonly { resolution: string; paragraph: number }[]): string[] =>
  urgedBy.map(({ resolution, paragraph }) => `${resolution} para. ${paragraph}`)

export const briefState = ({
  code,
  name,
  kind,
  group,
  region,
  subregion,
  memberFrom,
  memberUntil,
}: State) => ({
  state: code,
  name,
  kind,
  group,
  region: subregion?.name ?? region?.name,
  memberFrom,
  memberUntil,
})

export const briefInstrument = (one: z.infer<typeof Instrument>) => ({
  instrument: one.code,
  shortName: one.shortName,
  number: one.number,
  title: one.title,
  adoptedOn: one.adopted.on,
  inForceOn: one.inForceOn,
  asAt: one.asAt,
  gap: one.gap,
  counts: one.counts,
  urgedBy: urges(one.urgedBy),
  depositary: one.depositary.url ?? one.depositary.name,
})

export const briefStatus = ({
  state,
  instrument,
  status,
  signature,
  consent,
  withdrawal,
  ...more
}: Status) => ({
  state: state.code,
  name: state.name,
  kind: state.kind === 'member-state' ? null : state.kind,
  instrument: instrument.code,
  status,
  // Of a plain signature, the day alone.
  signature: signature && act(signature).replace(/^signature /, ''),
  consent: consent && act(consent),
  inForceOn: consent?.inForceOn,
  withdrawal: withdrawal && `${act(withdrawal)}, effective ${withdrawal.effectiveOn}`,
  reservations: more.statements.reservations || null,
  gap: more.gap,
})

/** What one State has left, instrument by instrument. */
export const briefOutstanding = ({ state, counts, outstanding }: OutstandingEntry) => ({
  state: state.code,
  name: state.name,
  counts,
  outstanding: outstanding.map(briefItem),
})

/** A participant’s status to the one instrument asked about. */
export function briefStatusTo(status: Status) {
  const { instrument: _, ...brief } = briefStatus(status)
  return brief
}

/** A State that is not a party to the one instrument asked about. */
export function briefNonParty({ state, outstanding: [item] }: OutstandingEntry) {
  if (item === undefined) return { state: state.code, name: state.name }
  const { instrument: _, ...brief } = briefItem(item)
  return { state: state.code, name: state.name, ...brief }
}

const briefItem = ({ instrument, status, signedOn, nextStep, preconditions, urgedBy }: Item) => ({
  instrument: instrument.code,
  status,
  signedOn,
  nextStep,
  unmetPreconditions: preconditions
    .filter(({ met }) => !met)
    .map(
      ({ instrument, requires, article }) =>
        `${requires}${instrument === null ? '' : ` to ${instrument.code}`} (${article})`,
    ),
  urgedBy: urges(urgedBy),
})
type Item = OutstandingEntry['outstanding'][number]

export const briefStatement = (one: Statement) => ({
  id: one.id,
  state: one.state.code,
  name: one.state.name,
  instrument: one.instrument.code,
  territory: one.territory?.name,
  performedBy: one.performedBy,
  kind: one.kind,
  purpose: one.purpose,
  effect: one.effect,
  standing: one.standing,
  // “[]” names none, which is not “null”: not read.
  articles: one.articles === null ? 'not read' : one.articles.join(', ') || 'names none',
  without: one.without.join(', '),
  summary: one.summary,
  events: one.events.map(event),
  toward: one.toward.map(({ state, statement }) => statement ?? state.code),
  objectedBy: one.objectedBy.map(({ code }) => code),
})

export const briefChange = ({ revision, kind, state, instrument, before, after }: RecordedChange) => ({
  revision,
  kind,
  state: state.code,
  name: state.name,
  instrument: instrument.code,
  before: before && act(before),
  after: after && act(after),
})

export const briefRank = ({ rank, group, joined, urged, share }: z.infer<typeof OverallRank>) => ({
  rank,
  group,
  joined,
  urged,
  share,
})

export const briefProgress = ({ instrument, atAdoption, yearEnds, now, joinedSince }: Progress) => ({
  instrument: instrument.code,
  shortName: instrument.shortName,
  atAdoption: briefCount(atAdoption),
  yearEnds: yearEnds.map(({ on, memberParties }) => `${on.slice(0, 4)}: ${memberParties}`).join(', '),
  now: briefCount(now),
  groups: now.groups.map(({ group, parties, members }) => `${group}: ${parties} of ${members}`),
  joinedSince: joinedSince.map(({ state, ...day }) => `${state.code} ${dayOf(day)}`).join(', '),
})

const briefCount = ({ on, parties, memberParties, members, remaining, share }: Progress['now']) => ({
  on,
  parties,
  memberParties,
  members,
  remaining,
  share,
})

/** Leaves out what says nothing: null, an empty text, an empty list. */
export const withoutEmpty = (value: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, one]) =>
        one !== null && one !== undefined && one !== '' && !(Array.isArray(one) && one.length === 0),
    ),
  )
