import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import { isVouchedFor } from '../../../domain/instruments/gap.js'
import type { Day, ParticipantKind } from '../../../domain/vocabulary.js'
import { counted, dayInWords } from '../../../domain/wording.js'
import type { Messages } from '../../../messages/messages.js'
import type { BadgeTone } from '../../pictures/badge.js'
import { numberWord } from '../words.js'
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

/** “Haiti is a party to four of the five instruments. Still outstanding: OPSC.” */
export function summaryOf(_messages: Messages, one: Summarised): string {
  const { rows, state, kind, urged, isWhole, endedOn } = one
  if (endedOn !== null)
    return `${state.name} ended on ${dayInWords(endedOn)}. The record shows it on days up to then.`
  if (urged.length === 0) return 'None of the instruments existed on this day.'
  if (rows.length === 0) return `The record holds nothing of ${state.name} about these instruments.`
  if (!isWhole) return `${partialSummary(one)}${addressees(kind)}`
  const joined = joinedIn(rows).length
  const left = rows.filter(({ item }) => item !== undefined).map(({ instrument }) => instrument)
  const isNone = rows.length === 1 && joined === 0
  const opening = `${state.name} is ${isNone ? 'not ' : ''}a party to ${shareOf(joined, rows.length)}.`
  if (kind !== 'member-state') return `${opening}${addressees(kind)}`
  if (left.length > 0) {
    const isKnown = left.every((instrument) => isVouchedFor(one.asOf, instrument))
    const names = left.map(({ shortName }) => shortName).join(', ')
    return `${opening} Still outstanding${isKnown ? '' : ', as far as is known'}: ${names}.`
  }
  return joined === rows.length ? `${opening} Nothing is outstanding.` : opening
}

/** “all five instruments”, “one of the three instruments”, “both instruments”. */
function shareOf(joined: number, all: number): string {
  if (all === 1) return 'the one instrument'
  if (all === 2 && joined === 2) return 'both instruments'
  return `${joined === all ? `all ${numberWord(all)}` : `${numberWord(joined)} of the ${numberWord(all)}`} instruments`
}

const addressees = (kind: ParticipantKind): string =>
  kind === 'member-state' ? '' : ' The resolution is addressed to Members of the United Nations.'

/** Of an organization or a former State, the record holds single actions, and nothing of the other instruments. */
function partialSummary({ rows, state, urged }: Summarised): string {
  const names = joinedIn(rows).map(({ instrument }) => instrument.shortName)
  const acted = rows.map(({ instrument }) => instrument.shortName)
  const opening =
    names.length > 0
      ? `${state.name} is a party to ${listed(names)}.`
      : `${state.name} is not a party to ${listed(acted)}.`
  const others = urged.filter(({ code }) => !rows.some(({ instrument }) => instrument.code === code))
  if (others.length === 0) return opening
  return `${opening} The record holds nothing of it about ${listed(others.map(({ shortName }) => shortName))}.`
}

/** “OPSC, CEDAW and CRC”. */
const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')

/** What a badge says of a State, in a few words. */
export function badgeOf(
  _messages: Messages,
  { rows, endedOn, isWhole }: Summarised,
): { message: string; tone: BadgeTone } {
  const joined = joinedIn(rows).length
  if (endedOn !== null) return { message: `ended on ${dayInWords(endedOn)}`, tone: 'unknown' }
  if (rows.length === 0) return { message: 'nothing on record', tone: 'unknown' }
  const tone = joined === 0 ? 'open' : joined === rows.length && isWhole ? 'done' : 'partly'
  const share = isWhole
    ? `${joined} of ${counted(rows.length, 'treaty', 'treaties')}`
    : counted(joined, 'treaty', 'treaties')
  return { message: `party to ${share}`, tone }
}
