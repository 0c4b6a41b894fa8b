import { type Action, countsFrom, isConsent, isDayKnown } from './action.js'
import { plusMonths } from './calendar.js'
import type { Day, WithdrawalRule } from './vocabulary.js'

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
