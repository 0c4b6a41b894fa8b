import type { Day } from '../domain/vocabulary.js'
import { FileRefused } from '../tables/fault.js'
import type { Notes } from '../tables/notes.js'
import type { TableFile } from '../tables/open-table.js'

/** The last day that a table covers, and where that day comes from. */
export interface AsAt {
  readonly day: Day
  readonly from: 'file' | 'option' | 'today'
}

/** @throws FileRefused for a day in the future */
export function asAtOf(
  file: TableFile,
  { fileName, asAt }: { readonly fileName: string; readonly asAt?: Day | undefined },
  today: Day,
  notes: Notes,
): AsAt {
  const day = file.asAt?.day ?? asAt ?? today
  const from = file.asAt !== null ? 'file' : asAt !== undefined ? 'option' : 'today'
  if (day > today) {
    const reason = `is said to be as at ${day}, which lies ahead: today is ${today} (UTC)`
    throw new FileRefused([
      { file: fileName, line: file.asAt?.line ?? null, column: null, value: day, reason },
    ])
  }
  if (from === 'today') notes.warn(`no “as at” day is given: the table is taken to speak up to today, ${day}`)
  if (from === 'file' && asAt !== undefined && asAt !== day)
    notes.warn(`the file says itself that it is as at ${day}, and that holds; ${asAt} was given`)
  return { day, from }
}
