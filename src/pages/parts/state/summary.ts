import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import { isVouchedFor } from '../../../domain/instruments/gap.js'
import type { Day, ParticipantKind } from '../../../domain/vocabulary.js'
import type { Messages } from '../../../messages/messages.js'
import type { BadgeTone } from '../../pictures/badge.js'
import { paragraphText, type Sentence } from '../sentence.js'
import type { StateRow } from './state-rows.js'

/** What a State's summary follows from. */
export interface Summarised {
  readonly state: Participant
  readonly kind: ParticipantKind
  readonly asOf: Day
  /** The instruments that the record can speak of for this State. */
  readonly rows: readonly StateRow[]
  /** The instruments that the resolution urges. */
  readonly urged: readonly Instrument[]
  /** Whether the record claims to hold every action of this State; else it holds only what `rows` show. */
  readonly isWhole: boolean
  /** The last day of a State that has ended by the day of the page; else null. */
  readonly endedOn: Day | null
}

/** The instruments that a State's summary speaks of: all, unless the record holds only some for it. */
export const instrumentsOf = ({ isWhole, rows, urged }: Summarised): readonly Instrument[] =>
  isWhole || rows.length === 0 ? urged : rows.map(({ instrument }) => instrument)

const joinedIn = (rows: readonly StateRow[]) => rows.filter(({ standing }) => standing?.status === 'party')

/** “Haiti is a party to 4 of the 5 instruments. Still outstanding: OPSC.” */
export const summaryOf = (messages: Messages, one: Summarised): string =>
  paragraphText(messages, summarySentences(messages, one))

/** The sentences of a State's summary. */
export function summarySentences(messages: Messages, one: Summarised): Sentence[] {
  const { rows, state, kind, urged, isWhole, endedOn } = one
  if (endedOn !== null) return [{ key: 'state-ended', state, values: { date: messages.day(endedOn) } }]
  if (urged.length === 0) return [{ key: 'state-none-existed' }]
  if (rows.length === 0) return [{ key: 'state-nothing-held', state }]
  const addressees: Sentence[] = kind === 'member-state' ? [] : [{ key: 'addressed-to-members' }]
  if (!isWhole) return [...partialSummary(messages, one), ...addressees]
  const joined = joinedIn(rows).length
  const opening = openingOf(state, joined, rows.length)
  if (addressees.length > 0) return [opening, ...addressees]
  const left = rows.filter(({ item }) => item !== undefined).map(({ instrument }) => instrument)
  if (left.length > 0) return [opening, stillOutstanding(messages, one.asOf, left)]
  return joined === rows.length ? [opening, { key: 'nothing-outstanding' }] : [opening]
}

/** “all 5 instruments”, “1 of the 3 instruments”, “both instruments”, “the one instrument”. */
function openingOf(state: Participant, n: number, total: number): Sentence {
  if (total === 1) return { key: 'state-summary-one', state, values: { isParty: n === 1 } }
  if (n < total) return { key: 'state-summary', state, values: { n, total } }
  return total === 2
    ? { key: 'state-summary-both', state }
    : { key: 'state-summary-all', state, values: { n } }
}

const stillOutstanding = (messages: Messages, day: Day, left: readonly Instrument[]): Sentence => ({
  key: left.every((one) => isVouchedFor(day, one)) ? 'still-outstanding' : 'still-outstanding-known',
  values: { list: messages.list(namesIn(messages, left)) },
})

/** Of an organization or a former State, the record holds single actions, and nothing of the other instruments. */
function partialSummary(messages: Messages, { rows, state, urged }: Summarised): Sentence[] {
  const joined = joinedIn(rows)
  const named = (of: readonly StateRow[]) => ({
    list: listed(
      messages,
      of.map(({ instrument }) => instrument),
    ),
  })
  const opening: Sentence =
    joined.length > 0
      ? { key: 'state-summary-named', state, values: named(joined) }
      : { key: 'state-summary-named-not', state, values: named(rows) }
  const others = urged.filter(({ code }) => !rows.some(({ instrument }) => instrument.code === code))
  if (others.length === 0) return [opening]
  return [opening, { key: 'state-nothing-held-about', values: { list: listed(messages, others) } }]
}

/** Short names as they stand in a list: Chinese writes each in 《》. */
const namesIn = ({ say }: Messages, instruments: readonly Instrument[]): string[] =>
  instruments.map((one) => say('instrument-in-list', { instrument: one.shortName }))

/** “OPSC, CEDAW and CRC”. */
function listed(messages: Messages, instruments: readonly Instrument[]): string {
  const names = namesIn(messages, instruments)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : messages.say('list-end', { list: messages.list(names), last })
}

/** What a badge says of a State, in a few words. */
export function badgeOf(
  { say, day }: Messages,
  { rows, endedOn, isWhole }: Summarised,
): { message: string; tone: BadgeTone } {
  const joined = joinedIn(rows).length
  if (endedOn !== null) return { message: say('badge-ended', { date: day(endedOn) }), tone: 'unknown' }
  if (rows.length === 0) return { message: say('badge-nothing'), tone: 'unknown' }
  const tone = joined === 0 ? 'open' : joined === rows.length && isWhole ? 'done' : 'partly'
  const message = isWhole
    ? say('badge-state', { n: joined, total: rows.length })
    : say('badge-parties', { n: joined })
  return { message, tone }
}
