import type { Participant } from '../../../db/participants.js'
import { grouped } from '../../../domain/grouped.js'
import type { Messages } from '../../../messages/messages.js'
import { inOrderOfNames } from '../name.js'

interface OfState {
  readonly state: Participant
}

/** Rows by State, the States in the order of their names in the language. */
export function byStateIn<Row extends OfState>(
  messages: Messages,
  rows: readonly Row[],
): { readonly state: Participant; readonly own: readonly Row[] }[] {
  const states = [...grouped(rows, ({ state }) => state)].map(([state, own]) => ({ state, own }))
  return inOrderOf(messages, states)
}

/** Rows in the order of the names of their States in the language. */
export const inOrderOf = <Row extends OfState>(messages: Messages, rows: readonly Row[]): Row[] =>
  inOrderOfNames(messages, rows, ({ state }) => state)
