import { type Action, countsFrom, type DayBounds, isConsent, isSignature } from '../action.js'
import type { Day } from '../vocabulary.js'
import type { PrintedStatement } from './printed.js'

/** A statement as a page prints it: with a day, or with the acts with which it was made. */
export type PageStatement = Omit<PrintedStatement, 'made' | 'confirmed'> & {
  /** The day printed with it; null if none is. */
  readonly on: Day | null
  /** `consent` is any act that binds. In their order; empty if nothing is said. */
  readonly acts: readonly ('signature' | 'consent')[]
}

/** What a depositary's page says beside its table of participants, without its text. */
export interface PrintedPage {
  readonly instrument: string
  readonly asAt: Day
  readonly source: string
  readonly statements: readonly PageStatement[]
  readonly extensions: readonly Extension[]
  /** Participants with a statement whose kind was not read. */
  readonly unsure: ReadonlySet<string>
}

/** A territory to which a participant has extended the instrument. */
export interface Extension {
  readonly participant: string
  readonly territory: string
  readonly on: Day
}

/** What an import found of statements and territories, by State. */
export interface StatementNews {
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  /** Territories to which the instrument was extended. */
  readonly territories: number
  /** Statements that differ in a way that the page does not say. */
  readonly unread: number
  /** One line for each that is not the same. */
  readonly lines: readonly string[]
}

/** The acts of the participant on the instrument. */
export interface DaysOfActs {
  readonly acts: readonly Action[]
  /** The day of the page. */
  readonly asAt: Day
  /** The day of adoption; null if unknown. */
  readonly notBefore: Day | null
}

/**
 * Gives a statement its day: the printed one, else that of the act with which it was made. Where nothing is said, it was made
 * with the consent (VCLT art. 19). Where the act is not known, only bounds are.
 */
export function printedOn({ on, acts, ...one }: PageStatement, days: DaysOfActs): PrintedStatement {
  if (on !== null) return { ...one, made: { earliest: on, latest: on }, confirmed: null }
  const known = days.acts.filter((act) => countsFrom(act) <= days.asAt)
  const signed = known.filter(isSignature).at(-1)
  const bound = known.filter(isConsent).toSorted(byDay).at(-1)
  const isSigned = acts.includes('signature')
  const first = isSigned ? signed : (bound ?? signed)
  return {
    ...one,
    made: first ?? { earliest: days.notBefore ?? days.asAt, latest: days.asAt },
    confirmed: isSigned && acts.includes('consent') ? (bound ?? null) : null,
  }
}

const byDay = (a: DayBounds, b: DayBounds): number => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0)
