import type { NewInstrument } from '../db/instruments.js'
import type { Store } from '../db/store.js'
import { treatyNumber } from '../domain/instruments/treaty-number.js'
import { FileRefused } from '../tables/fault.js'
import type { Notes } from '../tables/notes.js'
import type { IndexedTreaty } from '../tables/treaty-index.js'

/** The instrument of a table, and the row to enter if the record does not hold it yet. */
export interface TableInstrument {
  readonly code: string
  readonly enters?: NewInstrument
  /** Index data for an instrument that the record may hold by number only. */
  readonly completes?: NewInstrument
}

/** What is known of a table without reading its rows. */
export interface NamedTable {
  readonly fileName: string
  /** The code or number given for the instrument, if any. */
  readonly instrument?: string | undefined
  /** The treaties in an index beside the file, by number. */
  readonly index?: ReadonlyMap<string, IndexedTreaty> | undefined
}

/**
 * Finds the instrument of a table: from the option, else from the file itself, else from the file's name. A treaty that
 * the record does not hold is to be entered, with the data of the file or the index.
 * @throws FileRefused if none of them names an instrument, or the file is of another one than the option
 */
export function instrumentOf(
  { fileName, instrument, index }: NamedTable,
  treaty: IndexedTreaty | null,
  { codeOf }: Pick<Store['instruments'], 'codeOf'>,
  { warn }: Pick<Notes, 'warn'>,
): TableInstrument {
  const given = instrument ?? treaty?.number ?? fileName.replace(/\.(csv|tsv|txt|xml|html?)$/i, '')
  const number = treatyNumber(given)
  const code = codeOf(number ?? given)
  const isKnown = code !== undefined || number !== null
  if (instrument !== undefined && isKnown && treaty !== null && !isSame(treaty, number, code, codeOf))
    throw anotherTreaty(fileName, treaty, instrument)
  const known =
    number === null ? undefined : (index?.get(number) ?? (treaty?.number === number ? treaty : undefined))
  if (code !== undefined) return known ? { code, completes: toInstrument(code, known) } : { code }
  if (number === null) throw unknown(fileName, given, instrument !== undefined)
  if (!known) warn(`neither the record nor an index knows ${number}: it is entered by its number alone`)
  const nothing = { title: null, adoptedAt: null, adoptedOn: null, url: null }
  const enters = toInstrument(number.toLowerCase(), known ?? { number, ...nothing })
  return { code: enters.code, enters }
}

/** The depositary's XML prints the number without the part of its chapter: XI-16 for XI-B-16. */
const isSame = (
  treaty: IndexedTreaty,
  number: string | null,
  code: string | undefined,
  codeOf: (number: string) => string | undefined,
): boolean =>
  (code !== undefined && codeOf(treaty.number) === code) ||
  treaty.number === number ||
  treaty.number === number?.replace(/^([IVX]+)-[A-E](?=-)/, '$1')

function anotherTreaty(file: string, { number, title }: IndexedTreaty, given: string): FileRefused {
  const reason = `the file is of another treaty than ${given}: it says itself that it is of ${number}${title === null ? '' : `, ${title}`}`
  return new FileRefused([{ file, line: null, column: null, value: null, reason }])
}

const toInstrument = (code: string, { title, ...known }: IndexedTreaty): NewInstrument => ({
  code,
  ...known,
  title: title ?? known.number,
})

function unknown(file: string, value: string, isGiven: boolean): FileRefused {
  const reason = isGiven
    ? 'is neither an instrument in the record nor a number such as XVIII-12-a'
    : 'the name does not say which instrument the table is of, as 18-12-a.csv does: the instrument is to be given'
  return new FileRefused([{ file, line: null, column: null, value: isGiven ? value : null, reason }])
}
