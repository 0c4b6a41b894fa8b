import type { Participant } from '../db/participants.js'
import { statuses } from '../domain/vocabulary.js'
import type { ParticipantRow, TableChoice } from './parts/instrument/participants-table.js'

/** The sort keys of the table. Null comes last in both directions. */
const keys: Record<string, (row: ParticipantRow) => string | null> = {
  status: ({ status }) => String(statuses.indexOf(status)),
  signed: ({ standing }) => standing?.signature?.latest ?? null,
  joined: ({ standing }) => standing?.consent?.latest ?? null,
}

/**
 * Filters and sorts the rows. They arrive in the order of names, which equal rows keep.
 * @param isChosen  whether a participant is in one of the chosen groups
 */
export function chosenRows(
  rows: readonly ParticipantRow[],
  { status, sort }: TableChoice,
  isChosen: (one: Participant) => boolean,
): ParticipantRow[] {
  const chosen = rows
    .filter((row) => !status || status.includes(row.status))
    .filter(({ participant }) => isChosen(participant))
  const isDescending = sort.startsWith('-')
  const key = keys[sort.replace('-', '')]
  if (key === undefined) return isDescending ? chosen.reverse() : chosen
  return chosen.sort((one, other) => compared(key(one), key(other), isDescending ? -1 : 1))
}

function compared(one: string | null, other: string | null, direction: 1 | -1): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other ? -direction : direction
}
