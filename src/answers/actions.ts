import type { ActionChoice } from '../db/actions.js'
import type { Instrument } from '../db/instruments.js'
import { DomainError } from '../domain/errors.js'
import type { ActionKind, Day } from '../domain/vocabulary.js'
import { filters } from '../http/parameters.js'
import { instrumentsNamed, type Reading } from './reading.js'
import { type ParticipantFilter, participantsAsked } from './states.js'

const { state, instrument, action, group, region, kind } = filters

/** The parameters that choose actions by who took them, of what, and how. */
export const actionFilters = { state, instrument, action, group, region, kind }

interface Asked extends Omit<ParticipantFilter, 'q'> {
  readonly instrument?: readonly string[] | undefined
  readonly action?: readonly ActionKind[] | undefined
}

/**
 * What the filters leave, and the instruments that an answer is about.
 * @throws DomainError for a State, region or instrument that is not in the record
 */
export function actionsAsked(
  reading: Reading,
  { instrument, action, ...who }: Asked,
): { choice: ActionChoice; instruments: readonly Instrument[] } {
  const { state, group, region, kind } = who
  const instruments = instrumentsNamed(reading, instrument)
  const restricts = [state, group, region, kind].some((one) => one !== undefined)
  const choice = {
    participants: restricts ? participantsAsked(reading, who).map(({ code }) => code) : undefined,
    instruments: instrument && instruments.map(({ code }) => code),
    actions: action,
  }
  return { choice, instruments }
}

/** @throws DomainError for days of which the last comes before the first */
export function checkDays({ since, until }: { since?: Day | undefined; until?: Day | undefined }): void {
  if (since !== undefined && until !== undefined && since > until)
    throw new DomainError('invalid-parameter', `“${until}” lies before “since”, ${since}`, 'until')
}
