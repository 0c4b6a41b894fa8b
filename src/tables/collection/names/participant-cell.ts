import type { ReadingTerms } from '../../format.js'
import { participantName } from '../plain-text.js'
import { nameKey } from './name-key.js'
import type { ParticipantNames } from './names.js'

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
  const code = names.codeOf(name)
  if (code !== undefined) return { code, isBracketed }
  if (nameKey(name) === '') notes.fault({ line, column, value: null, reason: 'the row names no participant' })
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

/** Why a name is refused, with those that it is near to. */
export const unknownName = (name: string, nearest: ParticipantNames['nearest']): string => {
  const near = nearest(name)
  const texts = near.map((known) => `${known.name} (${known.code})`)
  const hint = near.length > 0 ? `; did you mean ${inWords(texts)}?` : '.'
  return `${unknown}${hint} To record it as another name of a participant: ratification alias add "${name}" CODE`
}

const inWords = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
