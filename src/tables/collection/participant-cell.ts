import type { ReadingTerms } from '../format.js'
import { nameKey } from './names.js'
import { participantName } from './plain-text.js'

/** The participant of a row. */
export interface RowParticipant {
  readonly code: string
  /** Whether the name is in brackets: the participant has withdrawn. */
  readonly isBracketed: boolean
}

/**
 * Reads the participant that a cell names. An unknown one is a fault, or is skipped with `skipUnknown`.
 * @param column  the cell's heading
 */
export function readParticipant(
  cell: string,
  line: number,
  column: string,
  { names, skipUnknown, notes }: Pick<ReadingTerms, 'names' | 'skipUnknown' | 'notes'>,
): RowParticipant | null {
  const { name, isBracketed } = participantName(cell)
  const isName = nameKey(name) !== ''
  const code = isName ? names.codeOf(name) : undefined
  if (code !== undefined) return { code, isBracketed }
  if (!isName) notes.fault({ line, column, value: null, reason: 'the row names no participant' })
  else if (skipUnknown) notes.leaveOut({ line, name })
  else
    notes.fault({
      line,
      column,
      value: name,
      reason: notes.isFull() ? unknown : unknownName(name, names.nearest),
    })
  return null
}

const unknown = 'no participant of this name is known'

const unknownName = (name: string, nearest: (name: string) => readonly string[]): string => {
  const [first, second, third] = nearest(name).map((known) => `“${known}”`)
  return `${unknown}; nearest in spelling are ${first}, ${second} and ${third}. If it is one of those in the record, add the name: ratification alias add "${name}" CODE`
}
