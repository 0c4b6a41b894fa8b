import type { Line } from '../../csv.js'
import type { ReadingTerms } from '../../format.js'
import { codeKey } from '../column-words.js'
import type { TableColumn } from '../layout.js'
import { plainText } from '../plain-text.js'
import type { RowParticipant } from './participant-cell.js'

/**
 * Reads the participant of a table without names. Two letters or three digits count only under a heading that says whose
 * codes they are: other lists of codes use the same ones for other countries.
 */
export function readParticipantCode(
  { line, cells }: Line,
  { at, heading }: TableColumn,
  { byCode, skipUnknown, notes }: Pick<ReadingTerms, 'byCode' | 'skipUnknown' | 'notes'>,
): RowParticipant | null {
  const value = plainText(cells[at] ?? '')
  const code = isReadable(value, codeKey(heading.words)) ? byCode(value) : undefined
  if (code !== undefined) return { code, isBracketed: false }
  if (value === '')
    notes.fault({ line, column: heading.words, value: null, reason: 'the row names no participant' })
  else if (skipUnknown) notes.leaveOut({ line, name: value })
  else notes.fault({ line, column: heading.words, value, reason: unknown })
  return null
}

const isReadable = (value: string, key: string): boolean =>
  /^[A-Z]{3}$/i.test(value) ||
  /^X-[A-Z]+$/i.test(value) ||
  (/^[A-Z]{2}$/i.test(value) && /iso|2/.test(key)) ||
  (/^\d{1,3}$/.test(value) && /49|numeric/.test(key))

const unknown =
  'is no code of a participant: alpha-3 such as DZA; under “iso2” alpha-2 such as DZ, under “M49” numbers such as 012'
