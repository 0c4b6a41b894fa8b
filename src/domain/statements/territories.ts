import { laterOf } from '../calendar.js'
import type { Certainty, Day } from '../vocabulary.js'
import { type TerritorialEventKind, type TerritoryStatus, territorialEventKinds } from './vocabulary.js'

/** A territory for whose international relations a State answers, or once did. */
export interface Territory {
  readonly code: string
  readonly name: string
  /** The State that answers for it. */
  readonly responsible: string
  /** The first day on which that State no longer answers for it; null if it still does. */
  readonly until: Day | null
  /** The participant that took its place or answers for it since: a State by its independence; null if none is one. */
  readonly successor: string | null
}

/** What a State notified of one territory and one instrument. */
export interface TerritorialEvent {
  readonly instrument: string
  readonly participant: string
  readonly territory: string
  readonly event: TerritorialEventKind
  readonly earliest: Day
  readonly latest: Day
  /** The day from which it takes effect, where a source prints one. */
  readonly effectOn: Day | null
  readonly certainty: Certainty
  readonly source: string
}

export interface TerritoryStanding<E extends TerritorialEvent = TerritorialEvent> {
  readonly status: TerritoryStatus
  /** The first day of that status. */
  readonly since: Day
  /** The event behind it. */
  readonly event: E
}

/** The day from which a territorial event counts: its effect, else the last day on which it may have been notified. */
export const countsFrom = ({ latest, effectOn }: Pick<TerritorialEvent, 'latest' | 'effectOn'>): Day =>
  effectOn === null ? latest : laterOf(latest, effectOn)

/**
 * The status of a territory to an instrument through one State, at the end of `day`. It ends when the State no longer answers
 * for the territory, or when the territory joins in its own name, as the Cook Islands did.
 * @param events      what that State notified of that territory and instrument, in any order
 * @param joinedOn    the day from which the successor's own consent counts; null if it gave none
 * @returns null if the State had notified nothing by then: the treaty then binds its entire territory (VCLT art. 29), but
 *   the record says nothing of this one
 */
export function territoryStandingOn<E extends TerritorialEvent>(
  day: Day,
  events: readonly E[],
  { until }: Pick<Territory, 'until'>,
  joinedOn: Day | null,
): TerritoryStanding<E> | null {
  const end = [until, joinedOn].filter((one) => one !== null).sort()[0] ?? null
  const last = events
    .filter((one) => countsFrom(one) <= day && (end === null || countsFrom(one) < end))
    .sort(byDay)
    .at(-1)
  if (last === undefined) return null
  if (end !== null && end <= day) return { status: 'ended', since: end, event: last }
  return { status: last.event === 'excluded' ? 'excluded' : 'applies', since: countsFrom(last), event: last }
}

const byDay = (a: TerritorialEvent, b: TerritorialEvent): number => {
  const [left, right] = [countsFrom(a), countsFrom(b)]
  if (left !== right) return left < right ? -1 : 1
  return territorialEventKinds.indexOf(a.event) - territorialEventKinds.indexOf(b.event)
}
