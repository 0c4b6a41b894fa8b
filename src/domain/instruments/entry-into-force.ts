import { type Action, knownDay } from '../action.js'
import { laterOf, plusDays, plusMonths } from '../calendar.js'
import type { Day, EntryIntoForceRule } from '../vocabulary.js'

export interface EntryIntoForceTerms {
  /** The treaty's own entry into force; null while it is not in force. */
  readonly inForceOn: Day | null
  /** The rule of its final clauses for a State that becomes a party; null if the record does not hold it. */
  readonly entryIntoForceRule: EntryIntoForceRule | null
}

/**
 * The day on which a State that deposits on `deposit` becomes bound. `own` is the treaty's own entry into force.
 * The month of OPSC art. 14(2) runs only for deposits made once the Protocol is in force.
 */
const rules: Record<EntryIntoForceRule, (deposit: Day, own: Day) => Day> = {
  'thirtieth-day-after-deposit': (deposit, own) => laterOf(plusDays(deposit, 30), own),
  'one-month-after-deposit': (deposit, own) => (deposit < own ? own : plusMonths(deposit, 1)),
  'date-of-deposit': laterOf,
}

/**
 * The day the treaty enters into force for the State that gave this consent to be bound.
 * @returns null if the day of deposit or the rule is unknown, the treaty is not in force, or the State succeeded. A
 *   successor's treaty relations run from the succession of States, not from the deposit.
 * @see 1978 Vienna Convention on Succession of States in respect of Treaties, art. 23 (succession)
 * @see UNTOC art. 38(2); Trafficking Protocol art. 17(2); OPSC art. 14(2); CEDAW art. 27(2); CRC art. 49(2);
 *   Supplementary Slavery Convention art. 13(2)
 */
export function entryIntoForce(
  consent: Pick<Action, 'action' | 'earliest' | 'latest' | 'effectOn'>,
  { inForceOn, entryIntoForceRule }: EntryIntoForceTerms,
): Day | null {
  if (consent.effectOn !== null) return consent.effectOn
  const deposit = knownDay(consent)
  if (deposit === null || inForceOn === null || entryIntoForceRule === null) return null
  if (consent.action === 'succession') return null
  return rules[entryIntoForceRule](deposit, inForceOn)
}
