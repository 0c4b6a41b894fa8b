import type { ReadingTerms } from '../format.js'
import { participantName } from './plain-text.js'

/** Who a row is of. */
export interface RowParticipant {
  readonly code: string
  /** Whether the name stands in brackets: it has withdrawn. */
  readonly isBracketed: boolean
}

/**
 * The participant that a cell names. Whoever is not known is a fault, or is left out where that was asked for.
 * @param column  the cell's heading
 */
export function readParticipant(
  cell: string,
  line: number,
  column: string,
  { names, skipUnknown, notes }: Pick<ReadingTerms, 'names' | 'skipUnknown' | 'notes'>,
): RowParticipant | null {
  const { name, isBracketed } = participantName(cell)
  const code = names.codeOf(name)
  if (code !== undefined) return { code, isBracketed }
  if (name === '') notes.fault({ line, column, value: null, reason: 'the row names no participant' })
  else if (skipUnknown) notes.leaveOut({ line, name })
  else notes.fault({ line, column, value: name, reason: unknownName(name, names.nearest) })
  return null
}

const unknownName = (name: string, nearest: (name: string) => readonly string[]): string => {
  const [first, second, third] = nearest(name).map((known) => `“${known}”`)
  return `no participant of this name is known; nearest in spelling are ${first}, ${second} and ${third}. If it is one of those in the record, add the name: ratification alias add "${name}" CODE`
}
