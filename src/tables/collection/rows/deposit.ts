import { effectOf } from '../../../domain/action.js'
import type { Line } from '../../csv.js'
import type { ReadingTerms } from '../../format.js'
import { type Dated, faultAt } from '../dated-acts.js'

/**
 * The dates of a row without the day of a deposit that another column names the act of. Where the two days differ, the other may be
 * that of a law at home, and only the user knows: an act counts from its deposit (VCLT art. 16).
 */
export function withoutDeposit(line: Line, dated: readonly Dated[], terms: ReadingTerms): readonly Dated[] {
  const isDeposit = ({ column }: Dated): boolean => column.heading.acts.some(({ isUnsaid }) => isUnsaid)
  if (dated.length < 2) return dated
  const deposit = dated.find((one) => isDeposit(one) && one.kind === 'participation')
  const act = dated.find((one) => !isDeposit(one) && effectOf(one.kind) === 'binds')
  if (deposit === undefined || act === undefined) return dated
  const words = act.column.heading.words
  if (deposit.on !== act.on)
    faultAt(
      line,
      deposit.column,
      terms,
      `is the day of deposit, and “${words}” has another, ${act.on}. If the deposit is what counts: --ignore-column "${words}" --column "${deposit.column.heading.words}=${act.kind}" (over HTTP: ignoreColumn, column)`,
    )
  return dated.filter((one) => one !== deposit)
}
