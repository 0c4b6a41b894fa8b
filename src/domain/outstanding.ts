import { grouped } from './grouped.js'
import { isExpectedOn, isMemberOn, type Membership } from './participant.js'
import type { BriefStanding } from './status.js'
import type { Day, NextStep, Requirement, Scope, StatusKind } from './vocabulary.js'

/** A paragraph of a resolution that urges Member States to consider ratifying or acceding to an instrument. */
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

/** An instrument that an answer covers, with the paragraphs that urge it on the day; none if it is not urged. */
export interface Covered {
  readonly terms: JoiningTerms
  readonly by: readonly Urge[]
}

/** An instrument that a State is not a party to, with its next step. */
export interface OutstandingItem {
  readonly instrument: string
  readonly status: Exclude<StatusKind, 'party'>
  readonly standing: BriefStanding | undefined
  readonly nextStep: NextStep
  readonly preconditions: readonly MetPrecondition[]
  readonly urgedBy: readonly Urge[]
}

export interface Outstanding {
  /** The covered instruments that the State is urged to consider ratifying or acceding to. */
  readonly urged: number
  /** The covered instruments to which it is a party. */
  readonly party: number
  readonly items: readonly OutstandingItem[]
}

/** The State's standing to an instrument; undefined if it took no action. */
export type StandingTo = (instrument: string) => BriefStanding | undefined

/**
 * Whether an answer covers a State on `day`. A resolution addresses the Members of the United Nations. For every other
 * instrument, the record must be expected to hold all actions of the State, or “no action” could be wrong.
 */
export const isCoveredOn = (day: Day, state: Membership, scope: Scope): boolean =>
  scope === 'all' ? isExpectedOn(day, state) : isMemberOn(day, state)

/**
 * The instruments to which a State is not yet a party on `day`: those covered, if the answer covers the State and it is not a
 * party. After a withdrawal, the instrument is outstanding again.
 * @param covered  the result of {@link urgedOn} or {@link everyOn} for the day
 * @param scope    `urged`: Members alone, whom the resolutions address. `all`: every State that the record is expected to
 *                 hold; `urgedBy` is then empty for an instrument that is not urged, and for a State that is not a Member
 * @see A/RES/63/194, paragraphs 1 and 2 ("Member States that have not yet done so")
 */
export function outstanding(
  day: Day,
  state: Membership,
  covered: readonly Covered[],
  standingTo: StandingTo,
  scope: Scope = 'urged',
): Outstanding {
  if (!isCoveredOn(day, state, scope)) return { urged: 0, party: 0, items: [] }
  const isAddressed = isMemberOn(day, state)
  const items = covered.flatMap(({ terms, by }): OutstandingItem[] => {
    const standing = standingTo(terms.code)
    const status = standing?.status ?? 'none'
    if (status === 'party') return []
    const preconditions = terms.preconditions.map((precondition) => ({
      ...precondition,
      met: isMet(day, state, precondition, standingTo),
    }))
    const nextStep = nextStepOn(day, status, terms)
    const urgedBy = isAddressed ? by : []
    return [{ instrument: terms.code, status, standing, nextStep, preconditions, urgedBy }]
  })
  const urged = isAddressed ? covered.filter(({ by }) => by.length > 0).length : 0
  return { urged, party: covered.length - items.length, items }
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
 * Whether a State meets a precondition for becoming a party on `day`.
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
): Covered[] {
  return [...urgesByInstrument(day, urges)].flatMap(([code, by]) => {
    const terms = instruments.get(code)
    return terms !== undefined && isAdoptedBy(day, terms) ? [{ terms, by }] : []
  })
}

/** Every instrument adopted by `day`, urged or not. */
export function everyOn(day: Day, urges: readonly Urge[], instruments: Iterable<JoiningTerms>): Covered[] {
  const byCode = urgesByInstrument(day, urges)
  return [...instruments]
    .filter((terms) => isAdoptedBy(day, terms))
    .map((terms) => ({ terms, by: byCode.get(terms.code) ?? [] }))
}

const urgesByInstrument = (day: Day, urges: readonly Urge[]) =>
  grouped(
    urges.filter(({ adoptedOn }) => adoptedOn <= day),
    ({ instrument }) => instrument,
  )

/** Whether an instrument was adopted by the end of `day`; true if its adoption day is unknown. */
export const isAdoptedBy = (day: Day, { adoptedOn }: { readonly adoptedOn: Day | null }): boolean =>
  adoptedOn === null || adoptedOn <= day
