import type { Day } from '../vocabulary.js'

/** What the record is known not to hold of an instrument, on the days `[from, until)`. */
export interface Gap {
  readonly from: Day
  readonly until: Day
  readonly what: string
}

/** The gaps that touch any day from `first` to `last`. */
export const gapsBetween = <G extends Gap>(first: Day, last: Day, gaps: readonly G[]): G[] =>
  gaps.filter(({ from, until }) => from <= last && first < until)

/** The gaps that touch `day`. */
export const gapsOn = <G extends Gap>(day: Day, gaps: readonly G[]): G[] => gapsBetween(day, day, gaps)

/** Whether the record of an instrument is vouched for up to `day`. After that, an absent action is only not known. */
export const isVouchedFor = (day: Day, { asAt }: { readonly asAt: Day | null }): boolean =>
  asAt !== null && day <= asAt
