import type { ActionChoice, RecordedAction } from '../db/actions.js'
import type { Instrument } from '../db/instruments.js'
import { DomainError } from '../domain/errors.js'
import type { ActionKind, Day } from '../domain/vocabulary.js'
import { instrumentsNamed } from './instruments.js'
import type { Reading } from './reading.js'
import { type StateFilter, statesIn } from './states.js'

/** Which actions: by who took them, of what instrument, how, and from which day to which. */
export interface ActionFilter extends Omit<StateFilter, 'q'> {
  readonly instrument?: readonly string[] | undefined
  readonly action?: readonly ActionKind[] | undefined
  readonly since?: Day | undefined
  readonly until?: Day | undefined
}

/** A list that is read a part at a time. */
export interface Part {
  readonly offset: number
  readonly limit: number
}

/** Actions in order of date, and the instruments that they are about. */
export function actionsIn(reading: Reading, filter: ActionFilter) {
  const { choice, about } = choiceOf(reading, filter)
  const chosen = { ...choice, since: filter.since, until: filter.until }
  const { actions } = reading.store
  return {
    about,
    total: actions.count(chosen, reading),
    rows: (part: Part): RecordedAction[] => actions.page(chosen, reading, part),
  }
}

/** The newest actions about some instruments, newest first. */
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
 * What the filters leave, as the record is asked for it, and the instruments that an answer is about.
 * @throws DomainError for a State, region or instrument that is not in the record, or days in the wrong order
 */
export function choiceOf(
  reading: Reading,
  { instrument, action, since, until, ...who }: ActionFilter,
): { choice: ActionChoice; about: readonly Instrument[] } {
  if (since !== undefined && until !== undefined && since > until)
    throw new DomainError('invalid-parameter', `“${until}” lies before “since”, ${since}`, 'until')
  const { state, group, region, kind } = who
  const about = instrumentsNamed(reading, instrument)
  const restricts = [state, group, region, kind].some((one) => one !== undefined)
  const choice = {
    participants: restricts ? statesIn(reading, who).map(({ code }) => code) : undefined,
    instruments: instrument && about.map(({ code }) => code),
    actions: action,
  }
  return { choice, about }
}
