import { type Action, countsFrom, isConsent, isDayKnown, isLeaving } from '../action.js'
import { plusMonths } from '../calendar.js'
import type { Day, WithdrawalRule } from '../vocabulary.js'
import { type EntryIntoForceTerms, entryIntoForce } from './entry-into-force.js'

export interface WithdrawalTerms {
  readonly inForceOn: Day | null
  /** The rule of its final clauses; null if it has none (CEDAW) or the record does not hold it. */
  readonly withdrawalRule: WithdrawalRule | null
}

const rules: Record<WithdrawalRule, (notified: Day, own: Day | null) => Day> = {
  'one-year-after-notification': (notified) => plusMonths(notified, 12),
  'end-of-three-year-period': (notified, own) => (own === null ? notified : endOfPeriod(notified, own)),
}

/**
 * The day from which a withdrawn participant is no longer bound. It is the day that the source prints, else the day by the
 * final clauses, else the latest day of the notification itself.
 * @see UNTOC art. 40(2); Trafficking Protocol art. 19(2); OPSC art. 15(1); Supplementary Slavery Convention art. 14
 */
export function withdrawalEffect(
  { latest, effectOn }: Pick<Action, 'latest' | 'effectOn'>,
  { withdrawalRule, inForceOn }: WithdrawalTerms,
): Day {
  return effectOn ?? (withdrawalRule === null ? latest : rules[withdrawalRule](latest, inForceOn))
}

/** Whether the day of effect of a withdrawal is printed or follows from the final clauses. */
const isEffectKnown = ({ effectOn }: Action, { withdrawalRule }: WithdrawalTerms): boolean =>
  effectOn !== null || withdrawalRule !== null

/**
 * The day on which a notice of withdrawal was revoked; null if it stands. It may be revoked at any time before it takes
 * effect (VCLT art. 68). Where the day of effect is not known, a depositary that records the revocation vouches for that.
 * @param own  all actions of the participant on the instrument
 */
export function revokedOn(withdrawal: Action, own: readonly Action[], terms: WithdrawalTerms): Day | null {
  if (withdrawal.action !== 'withdrawal') return null
  const effect = isEffectKnown(withdrawal, terms) ? withdrawalEffect(withdrawal, terms) : null
  const days = own
    .filter(({ action }) => action === 'withdrawal-revoked')
    .map(countsFrom)
    .filter((day) => withdrawal.earliest <= day && (effect === null || day < effect))
  return days.sort()[0] ?? null
}

/**
 * Whether an act takes back a consent before the treaty is in force for the State, which then was never bound. Words such as
 * “withdrawal of ratification” say so, unless the treaty is known to be in force for it: then it is a withdrawal.
 * @param own  all actions of the participant on the instrument
 */
export function undoesConsent(
  act: Action,
  own: readonly Action[],
  terms: WithdrawalTerms & Partial<EntryIntoForceTerms>,
): boolean {
  if (!isLeaving(act)) return false
  const consent = own
    .filter((one) => isConsent(one) && countsFrom(one) < countsFrom(act))
    .sort((a, b) => (countsFrom(a) < countsFrom(b) ? 1 : -1))[0]
  const { inForceOn, entryIntoForceRule = null } = terms
  const inForce = consent ? entryIntoForce(consent, { inForceOn, entryIntoForceRule }) : null
  if (act.action === 'consent-withdrawn') return inForce === null || act.latest < inForce
  if (!isDayKnown(act) || consent === undefined) return false
  return (inForce !== null && act.latest < inForce) || (inForceOn !== null && act.latest < inForceOn)
}

/** The end of the first three-year period from the entry into force that leaves six months' notice. */
function endOfPeriod(notified: Day, own: Day): Day {
  for (let years = 3; ; years += 3) {
    const end = plusMonths(own, 12 * years)
    if (notified <= plusMonths(end, -6)) return end
  }
}

/**
 * Narrows the bounds of withdrawals that a table shows only by brackets: a participant that joined again left before that.
 * @param table  the actions of one participant in one table
 */
export const leftBeforeRejoining = (table: readonly Action[]): Action[] =>
  table.map((action) => {
    if (action.action !== 'withdrawal' || isDayKnown(action)) return action
    const rejoined = table
      .filter((one) => isConsent(one) && action.earliest < one.earliest && one.latest < action.latest)
      .map(countsFrom)
      .sort()[0]
    if (rejoined === undefined) return action
    const { effectOn } = action
    return {
      ...action,
      latest: rejoined,
      effectOn: effectOn !== null && effectOn < rejoined ? effectOn : rejoined,
    }
  })
