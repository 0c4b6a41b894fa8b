import { statuses } from '../domain/vocabulary.js'
import type { ParticipantRow, TableChoice } from './parts/instrument/participants-table.js'

/** What a table of participants is sorted by; null comes last in either direction. */
const keys: Record<string, (row: ParticipantRow) => string | null> = {
  status: ({ status }) => String(statuses.indexOf(status)),
  signed: ({ standing }) => standing?.signature?.latest ?? null,
  joined: ({ standing }) => standing?.consent?.latest ?? null,
}

/** The rows that a reader chose, in the order chosen. They come in the order of names, and equal ones stay in it. */
export function chosenRows(
  rows: readonly ParticipantRow[],
  { status, group, sort }: TableChoice,
): ParticipantRow[] {
  const chosen = rows
    .filter((row) => !status || status.includes(row.status))
    .filter(
      ({ participant: { regionalGroup } }) =>
        !group || (regionalGroup !== null && group.includes(regionalGroup)),
    )
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
