import { plusDays } from './calendar.js'
import { grouped } from './grouped.js'
import { isMemberOn } from './participant.js'
import type { BriefStanding } from './status.js'
import type { Day, NextStep, ParticipantKind, Requirement, StatusKind } from './vocabulary.js'

/** What a paragraph of a resolution urges. */
export interface Urge {
  readonly resolution: string
  readonly symbol: string
  readonly adoptedOn: Day
  readonly paragraph: number
  readonly instrument: string
}

export interface Precondition {
  /** The instrument it is about; null where it is about membership. */
  readonly required: string | null
  readonly requires: Requirement
  readonly article: string
}

export interface JoiningTerms {
  readonly code: string
  readonly adoptedOn: Day | null
  /** The last day on which it may be signed; null where it stays open. */
  readonly signatureUntil: Day | null
  readonly preconditions: readonly Precondition[]
}

export interface MetPrecondition extends Precondition {
  readonly met: boolean
}

/** An instrument that is urged on a day, and the paragraphs that urge it. */
export interface Urged {
  readonly terms: JoiningTerms
  readonly by: readonly Urge[]
}

/** An instrument that a State has yet to join, and what is left to do. */
export interface OutstandingItem {
  readonly instrument: string
  readonly status: Exclude<StatusKind, 'party'>
  readonly standing: BriefStanding | undefined
  readonly nextStep: NextStep
  readonly preconditions: readonly MetPrecondition[]
  readonly urgedBy: readonly Urge[]
}

export interface Outstanding {
  readonly urged: number
  readonly party: number
  readonly items: readonly OutstandingItem[]
}

export interface Addressed {
  readonly kind: ParticipantKind
  readonly memberFrom: Day | null
  readonly memberUntil: Day | null
}

/** The State's standing to an instrument; undefined where it took no action. */
export type StandingTo = (instrument: string) => BriefStanding | undefined

/**
 * What a State has still to join on `day`: every instrument that is urged on that day, and to which the State, a Member
 * on that day, is not a party. A withdrawn State is outstanding again.
 * @param urgedThen  what {@link urgedOn} finds for the day
 * @see A/RES/63/194, paragraphs 1 and 2 ("Member States that have not yet done so")
 */
export function outstanding(
  day: Day,
  state: Addressed,
  urgedThen: readonly Urged[],
  standingTo: StandingTo,
): Outstanding {
  const items: OutstandingItem[] = []
  const urged = isMemberOn(day, state) ? urgedThen : []
  for (const { terms, by: urgedBy } of urged) {
    const standing = standingTo(terms.code)
    const status = standing?.status ?? 'none'
    if (status === 'party') continue
    const preconditions = terms.preconditions.map((precondition) => ({
      ...precondition,
      met: isMet(day, state, precondition, standingTo),
    }))
    const nextStep = nextStepOn(day, status, terms)
    items.push({ instrument: terms.code, status, standing, nextStep, preconditions, urgedBy })
  }
  return { urged: urged.length, party: urged.length - items.length, items }
}

/**
 * What a State that is not a party does next. One that has withdrawn has used its signature up, and joins anew.
 * @see UNTOC art. 36; Trafficking Protocol art. 16; OPSC art. 13; CEDAW art. 25; Supplementary Slavery Convention art. 11
 */
function nextStepOn(
  day: Day,
  status: StatusKind,
  { signatureUntil }: Pick<JoiningTerms, 'signatureUntil'>,
): NextStep {
  if (status === 'signatory') return 'ratify'
  return signatureUntil !== null && day > signatureUntil ? 'accede' : 'sign-and-ratify-or-accede'
}

/**
 * Whether a State meets on `day` what an instrument requires of those who join it.
 * @see UNTOC art. 37(2); OPSC art. 13; Supplementary Slavery Convention art. 11
 */
function isMet(
  day: Day,
  state: Addressed,
  { requires, required }: Precondition,
  standingTo: StandingTo,
): boolean {
  if (requires === 'un-or-specialized-agency-member') return isMemberOn(day, state)
  const standing = required === null ? undefined : standingTo(required)
  if (standing?.status === 'party') return true
  return requires === 'party-or-signatory' && standing !== undefined && standing.signature !== null
}

/** Each instrument that exists by `day` and that a resolution adopted by then urges, once. */
export function urgedOn(
  day: Day,
  urges: readonly Urge[],
  instruments: ReadonlyMap<string, JoiningTerms>,
): Urged[] {
  const inForce = urges.filter(({ adoptedOn }) => adoptedOn <= day)
  return [...grouped(inForce, ({ instrument }) => instrument)].flatMap(([code, by]) => {
    const terms = instruments.get(code)
    return terms !== undefined && isAdoptedBy(day, terms) ? [{ terms, by }] : []
  })
}

/**
 * The days, in order, from each of which on a State's answer may be another: between two of them all days have the same.
 * @param instruments  those that are urged on any day, and those that their preconditions are about
 * @param periods  the State's standing to them, one after the other
 */
export function daysOfChange(
  { memberFrom, memberUntil }: Addressed,
  urges: readonly Urge[],
  instruments: readonly JoiningTerms[],
  periods: readonly { readonly from: Day; readonly until: Day | null }[],
): Day[] {
  const days = [
    memberFrom,
    memberUntil,
    ...urges.map(({ adoptedOn }) => adoptedOn),
    ...instruments.flatMap(({ adoptedOn, signatureUntil }) => [
      adoptedOn,
      signatureUntil && plusDays(signatureUntil, 1),
    ]),
    ...periods.flatMap(({ from, until }) => [from, until]),
  ]
  return [...new Set(days.filter((day) => day !== null))].sort()
}

/** Whether an instrument existed at the end of `day`; one whose adoption the record does not date is taken to. */
export const isAdoptedBy = (day: Day, { adoptedOn }: { readonly adoptedOn: Day | null }): boolean =>
  adoptedOn === null || adoptedOn <= day
