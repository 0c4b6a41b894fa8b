import { grouped } from './grouped.js'
import { isMemberOn } from './participant.js'
import type { BriefStanding } from './status.js'
import type { Day, NextStep, ParticipantKind, Requirement, StatusKind } from './vocabulary.js'

/** A paragraph of a resolution that urges States to join an instrument. */
export interface Urge {
  readonly resolution: string
  readonly symbol: string
  readonly adoptedOn: Day
  readonly paragraph: number
  readonly instrument: string
}

export interface Precondition {
  /** The required instrument; null if membership is required. */
  readonly required: string | null
  readonly requires: Requirement
  readonly article: string
}

export interface JoiningTerms {
  readonly code: string
  readonly adoptedOn: Day | null
  /** The last day for signature; null if it stays open. */
  readonly signatureUntil: Day | null
  readonly preconditions: readonly Precondition[]
}

export interface MetPrecondition extends Precondition {
  readonly met: boolean
}

/** An instrument that resolutions urge on a day, with the paragraphs that do. */
export interface Urged {
  readonly terms: JoiningTerms
  readonly by: readonly Urge[]
}

/** An instrument that a State has not joined, with its next step. */
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

export interface Membership {
  readonly kind: ParticipantKind
  readonly memberFrom: Day | null
  readonly memberUntil: Day | null
}

/** The State's standing to an instrument; undefined if it took no action. */
export type StandingTo = (instrument: string) => BriefStanding | undefined

/**
 * The instruments that a State has yet to join on `day`: those urged on that day, if it is then a Member and not a party.
 * After a withdrawal, the instrument is outstanding again.
 * @param urgedThen  the result of {@link urgedOn} for the day
 * @see A/RES/63/194, paragraphs 1 and 2 ("Member States that have not yet done so")
 */
export function outstanding(
  day: Day,
  state: Membership,
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
 * The next step of a State that is not a party. After a withdrawal its signature no longer counts, and it joins again.
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
 * Whether a State meets a precondition for joining an instrument on `day`.
 * @see UNTOC art. 37(2); OPSC art. 13; Supplementary Slavery Convention art. 11
 */
function isMet(
  day: Day,
  state: Membership,
  { requires, required }: Precondition,
  standingTo: StandingTo,
): boolean {
  if (requires === 'un-or-specialized-agency-member') return isMemberOn(day, state)
  const standing = required === null ? undefined : standingTo(required)
  if (standing?.status === 'party') return true
  return requires === 'party-or-signatory' && standing !== undefined && standing.signature !== null
}

/** The instruments adopted by `day` that a resolution adopted by then urges, without duplicates. */
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

/** Whether an instrument was adopted by the end of `day`; true if its adoption day is unknown. */
export const isAdoptedBy = (day: Day, { adoptedOn }: { readonly adoptedOn: Day | null }): boolean =>
  adoptedOn === null || adoptedOn <= day
