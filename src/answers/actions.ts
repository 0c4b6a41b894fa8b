import type { ActionChoice, RecordedAction } from '../db/actions.js'
import type { Instrument } from '../db/instruments.js'
import { DomainError } from '../domain/errors.js'
import type { ActionKind, Day } from '../domain/vocabulary.js'
import { instrumentsNamed } from './instruments.js'
import type { Reading } from './reading.js'
import { everFound, type StateFilter } from './states.js'

/** Selects actions by participant, instrument, kind and day. */
export interface ActionFilter extends Omit<StateFilter, 'q'> {
  readonly instrument?: readonly string[] | undefined
  readonly action?: readonly ActionKind[] | undefined
  readonly since?: Day | undefined
  readonly until?: Day | undefined
}

/** A slice of a list. */
export interface Part {
  readonly offset: number
  readonly limit: number
}

/** Actions in order of date, and the instruments that the answer covers. */
export function actionsIn(reading: Reading, filter: ActionFilter) {
  const { choice, instruments } = choiceOf(reading, filter)
  const chosen = { ...choice, since: filter.since, until: filter.until }
  const { actions } = reading.store
  return {
    instruments,
    total: actions.count(chosen, reading),
    rows: (part: Part): RecordedAction[] => actions.page(chosen, reading, part),
  }
}

/** The newest actions on some instruments, newest first. */
export function latestActions(
  reading: Reading,
  instruments: readonly string[],
  most: number,
): RecordedAction[] {
  const { actions } = reading.store
  const offset = Math.max(0, actions.count({ instruments }, reading) - most)
  return actions.page({ instruments }, reading, { offset, limit: most }).reverse()
}

/**
 * Resolves a filter to the codes that `db/` selects by, and to the instruments that the answer covers.
 * @throws DomainError for an unknown State, region or instrument, or days in the wrong order
 */
export function choiceOf(
  reading: Reading,
  { instrument, action, since, until, ...who }: ActionFilter,
): { choice: ActionChoice; instruments: readonly Instrument[] } {
  if (since !== undefined && until !== undefined && since > until)
    throw new DomainError('invalid-parameter', `“${until}” lies before “since”, ${since}`, 'until')
  const { state, group, region, kind } = who
  const instruments = instrumentsNamed(reading, instrument)
  const restricts = [state, group, region, kind].some((one) => one !== undefined)
  const choice = {
    participants: restricts ? everFound(reading, who).map(({ code }) => code) : undefined,
    instruments: instrument && instruments.map(({ code }) => code),
    actions: action,
  }
  return { choice, instruments }
}
