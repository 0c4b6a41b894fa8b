import type { NewInstrument } from '../db/instruments.js'
import type { Store } from '../db/store.js'
import { treatyNumber } from '../domain/treaty-number.js'
import { FileRefused } from '../tables/fault.js'
import type { Notes } from '../tables/notes.js'
import type { IndexedTreaty } from '../tables/treaty-index.js'

/** The instrument that a table is of, and what to enter of it where the record does not hold it. */
export interface TableInstrument {
  readonly code: string
  readonly enters?: NewInstrument
  /** What the index says of an instrument that the record may know by its number alone. */
  readonly completes?: NewInstrument
}

/** What is said of a table beside its content. */
export interface NamedTable {
  readonly fileName: string
  /** The code or number of the instrument, where it was given. */
  readonly instrument?: string | undefined
  /** What an index beside the file says of treaties, by their numbers. */
  readonly index?: ReadonlyMap<string, IndexedTreaty> | undefined
}

/**
 * Finds out of which instrument a table is: from what was asked, from the file itself, else from the file's name. A
 * treaty that the record does not hold is one to enter, with what the file or the index says of it.
 * @throws FileRefused where nothing says
 */
export function instrumentOf(
  { fileName, instrument, index }: NamedTable,
  treaty: IndexedTreaty | null,
  { codeOf }: Pick<Store['instruments'], 'codeOf'>,
  { warn }: Pick<Notes, 'warn'>,
): TableInstrument {
  const said = instrument ?? treaty?.number ?? fileName.replace(/\.(csv|tsv|txt|xml)$/i, '')
  const number = treatyNumber(said)
  const code = codeOf(number ?? said)
  if (
    instrument !== undefined &&
    treaty !== null &&
    codeOf(treaty.number) !== code &&
    treaty.number !== number
  )
    warn(`the file says itself that it is of ${treaty.number}; it was imported as ${instrument}`)
  const known =
    number === null ? undefined : (index?.get(number) ?? (treaty?.number === number ? treaty : undefined))
  if (code !== undefined) return known ? { code, completes: toInstrument(code, known) } : { code }
  if (number === null) throw unknown(fileName, said, instrument !== undefined)
  if (!known) warn(`neither the record nor an index knows ${number}: it is entered by its number alone`)
  const nothing = { title: null, adoptedAt: null, adoptedOn: null, url: null }
  const enters = toInstrument(number.toLowerCase(), known ?? { number, ...nothing })
  return { code: enters.code, enters }
}

const toInstrument = (code: string, { title, ...known }: IndexedTreaty): NewInstrument => ({
  code,
  ...known,
  title: title ?? known.number,
})

function unknown(file: string, value: string, isAsked: boolean): FileRefused {
  const reason = isAsked
    ? 'is neither an instrument in the record nor a number such as XVIII-12-a'
    : 'the name does not say which instrument the table is of, as 18-12-a.csv does: the instrument is to be given'
  return new FileRefused([{ file, line: null, column: null, value: isAsked ? value : null, reason }])
}
