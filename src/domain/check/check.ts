import { type Action, countsFrom, isLeaving } from '../action.js'
import { daysOf } from '../calendar.js'
import { grouped } from '../grouped.js'
import { existsOn, lastDaysOf, type Membership, successionDay } from '../participant.js'
import {
  actsOf,
  byActor,
  type EffectiveAction,
  type HistoryTerms,
  historyOf,
  type Standing,
  statusOn,
} from '../status.js'
import type { Day } from '../vocabulary.js'
import { contradictionsIn } from './contradictions.js'

/** Printed counts of signatories and parties as at a day, a month or an interval: the number held on some day of it. */
export interface PrintedTotal {
  readonly instrument: string
  readonly asAt: string
  readonly signatories: number | null
  readonly parties: number | null
  readonly source: string
}

export interface CheckedInstrument extends HistoryTerms {
  readonly adoptedOn: Day | null
  /** The convention of a protocol, whose parties alone may become parties (UNTOC art. 37(2)); null for any other treaty. */
  readonly convention: string | null
}

const verdicts = ['equal', 'within-bounds', 'different'] as const
export type Verdict = (typeof verdicts)[number]

/** The certain count in the record, and the highest count that the bounds of its actions allow. */
export interface Count {
  readonly certain: number
  readonly possible: number
}

export interface CheckedTotal {
  readonly total: PrintedTotal
  readonly signatories: Count
  readonly parties: Count
  readonly verdict: Verdict
}

/** A contradiction within the record, or with treaty law. */
export interface Fault {
  readonly rule: string
  readonly detail: string
}

/** A record to check: all its participants, instruments and actions. */
export interface CheckedRecord {
  readonly participants: readonly (Membership & { readonly code: string })[]
  readonly instruments: readonly CheckedInstrument[]
  readonly actions: readonly Action[]
}

/**
 * Compares a printed total with the record, on the day of its interval that fits it best. A number between the certain and
 * the possible count is undecided: the bounds of some action contain the day.
 */
export function checkTotal(total: PrintedTotal, record: CheckedRecord): CheckedTotal {
  const [first, last] = daysOf(total.asAt)
  // The last day comes first, for it is the one to show where no day fits.
  const days = [
    last,
    first,
    ...daysOfChange(total.instrument, record).filter((day) => first < day && day < last),
  ]
  const checked = days.map((day) => checkTotalOn(day, total, record))
  const best = verdicts.find((verdict) => checked.some((one) => one.verdict === verdict))
  return checked.find(({ verdict }) => verdict === best) as CheckedTotal
}

/** The days on which the count of an instrument may change: by an action, its effect, or the end of a former State. */
function daysOfChange(code: string, record: CheckedRecord): Day[] {
  const effects = [...historiesOf(code, record).values()].flat()
  const ends = record.participants.flatMap(({ memberUntil }) =>
    memberUntil === null ? [] : [memberUntil, successionDay(memberUntil)],
  )
  return [
    ...new Set([...effects.flatMap((one) => [one.earliest, countsFrom(one), one.effectiveOn]), ...ends]),
  ]
}

function checkTotalOn(day: Day, total: PrintedTotal, record: CheckedRecord): CheckedTotal {
  const certain = standingsOn(day, total.instrument, record)
  const possible = standingsOn(day, total.instrument, {
    ...record,
    actions: record.actions.map(asEarlyAsCanBe),
  })
  const signatories = {
    certain: certain.filter(hasSigned).length,
    possible: possible.filter(hasSigned).length,
  }
  const parties = { certain: certain.filter(isParty).length, possible: possible.filter(isParty).length }
  const found = [verdictOn(total.signatories, signatories), verdictOn(total.parties, parties)]
  const verdict = verdicts.findLast((one) => found.includes(one)) ?? 'equal'
  return { total, signatories, parties, verdict }
}

/** The faults on `day`: parties to a protocol that are not parties to its convention. */
export function faultsOn(day: Day, record: CheckedRecord): Fault[] {
  const partiesTo = (code: string): string[] =>
    standingsOn(day, code, record)
      .filter(isParty)
      .map(({ participant }) => participant)
  return record.instruments.flatMap(({ code, convention }) => {
    const joined = convention === null ? null : new Set(partiesTo(convention))
    const outside = joined === null ? [] : partiesTo(code).filter((participant) => !joined.has(participant))
    return outside.map((participant) => ({
      rule: 'only parties to the convention are parties to its protocol (UNTOC art. 37(2))',
      detail: `${participant} is a party to ${code} and not to ${convention}`,
    }))
  })
}

/**
 * What a table contradicts itself in, and the depositary printed so: actions before the adoption of their instrument, or
 * that contradict each other. One treaty's misprint does not make the record unsound.
 */
export function notesOn({ participants, instruments, actions }: CheckedRecord): Fault[] {
  const lastDayOf = lastDaysOf(participants)
  const byInstrument = grouped(actions, ({ instrument }) => instrument)
  return instruments.flatMap((instrument) => {
    const own = byInstrument.get(instrument.code) ?? []
    const ofEach = grouped(own, ({ participant }) => participant)
    return [
      ...actionsBeforeAdoption(instrument, own),
      ...[...ofEach.values()].flatMap((acts) => contradictionsIn(acts, lastDayOf)),
    ]
  })
}

/** Whether an action is dated before the text was adopted (VCLT arts. 9 and 11). */
export const isBeforeAdoption = ({ latest }: Pick<Action, 'latest'>, adoptedOn: Day | null): boolean =>
  adoptedOn !== null && latest < adoptedOn

function actionsBeforeAdoption(
  { code, adoptedOn }: Pick<CheckedInstrument, 'code' | 'adoptedOn'>,
  actions: readonly Action[],
): Fault[] {
  return actions
    .filter((action) => isBeforeAdoption(action, adoptedOn))
    .map(({ participant, action, latest }) => ({
      rule: 'no action before adoption',
      detail: `${participant}: ${action} of ${code} on ${latest}, before its adoption on ${adoptedOn}`,
    }))
}

/**
 * The standing to one instrument of all participants that exist at the end of `day`. A State that has ended is no longer a
 * party, and the depositary no longer counts it. Its successors are parties by their own actions.
 * @see Vienna Convention on Succession of States in respect of Treaties, arts. 31 and 34
 */
function standingsOn(day: Day, code: string, record: CheckedRecord): (Standing & { participant: string })[] {
  const ended = new Set(record.participants.filter((one) => !existsOn(day, one)).map(({ code }) => code))
  return [...historiesOf(code, record)]
    .filter(([participant]) => !ended.has(participant))
    .map(([participant, history]) => ({ participant, ...statusOn(day, history) }))
}

/** Each participant's history with one instrument. */
function historiesOf(
  code: string,
  { participants, instruments, actions }: CheckedRecord,
): Map<string, EffectiveAction[]> {
  const terms = instruments.find((instrument) => instrument.code === code)
  if (terms === undefined) return new Map()
  const convention = instruments.find((instrument) => instrument.code === terms.convention)
  const lastDayOf = lastDaysOf(participants)
  const relevant = actions.filter(({ instrument }) => instrument === code || instrument === convention?.code)
  return new Map(
    [...byActor(relevant)].map(([participant, own]) => [
      participant,
      historyOf(actsOf(participant, own, lastDayOf), terms, convention),
    ]),
  )
}

/** Reads bounds so that parties are most: joining counts from the earliest day, withdrawal from the latest. */
const asEarlyAsCanBe = (action: Action): Action =>
  isLeaving(action) ? action : { ...action, latest: action.earliest }

const isParty = ({ status }: Standing): boolean => status === 'party'
const hasSigned = ({ signature }: Standing): boolean => signature !== null

function verdictOn(printed: number | null, { certain, possible }: Count): Verdict {
  if (printed === null || printed === certain) return 'equal'
  return printed > certain && printed <= possible ? 'within-bounds' : 'different'
}
