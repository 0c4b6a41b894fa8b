import type { Day } from './vocabulary.js'

/** What the record is known not to hold of an instrument, on the days `[from, until)`. */
export interface Gap {
  readonly from: Day
  readonly until: Day
  readonly what: string
}

/** The gaps that touch `day`. */
export const gapsOn = <G extends Gap>(day: Day, gaps: readonly G[]): G[] =>
  gaps.filter(({ from, until }) => from <= day && day < until)
