import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { treatyNumber } from '../domain/instruments/treaty-number.js'
import type { Day } from '../domain/vocabulary.js'
import { printedDays, readDay } from './collection/printed-day.js'
import { type Fault, FileRefused } from './fault.js'
import { faultsOf } from './named-columns.js'

/** A treaty as an index or its own page describes it. */
export interface IndexedTreaty {
  /** Such as `XVIII-12-a`. */
  readonly number: string
  readonly title: string | null
  readonly adoptedAt: string | null
  readonly adoptedOn: Day | null
  readonly url: string | null
  /** When and by which article it first entered into force, and its registration: from its own page only. */
  readonly inForceOn?: Day | null
  readonly inForceArticle?: string | null
  readonly registration?: string | null
}

const IndexRow = z.object({
  chapter_no: z.string('the chapter is missing'),
  treaty_no: z.string('the number is missing'),
  treaty_name: z.string('the name is missing'),
  url: z.url().optional().catch(undefined),
})

/**
 * Reads the `index.csv` of a folder of tables, which names the treaty of each file. Other columns are ignored.
 * @returns the treaties by number
 * @throws FileRefused with every fault
 */
export function readTreatyIndex(text: string, file: string): Map<string, IndexedTreaty> {
  const faults: Fault[] = []
  const treaties = rowsOf(text, file).flatMap(({ record, info }) => {
    const cells = Object.fromEntries(
      Object.entries(record).map(([column, cell]) => [column, cell || undefined]),
    )
    const row = IndexRow.safeParse(cells)
    const number = row.success ? treatyNumber(`${row.data.chapter_no}-${row.data.treaty_no}`) : null
    if (row.success && number !== null) return [toTreaty(row.data, number)]
    const found = row.success
      ? [
          {
            line: info.lines,
            column: 'treaty_no',
            value: row.data.treaty_no,
            reason: 'is no number of a treaty, such as 12 or 12-a',
          },
        ]
      : faultsOf(row.error, info.lines, cells)
    faults.push(...found.map((fault) => ({ file, ...fault })))
    return []
  })
  if (faults.length > 0) throw new FileRefused(faults)
  return new Map(treaties.map((treaty) => [treaty.number, treaty]))
}

function rowsOf(text: string, file: string): { record: Record<string, string>; info: { lines: number } }[] {
  try {
    return parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true }) as never
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines: line } = error as CsvError & { lines: number }
    throw new FileRefused([{ file, line, column: null, value: null, reason: error.message }])
  }
}

/** “Title. Place, 15 November 2000”; the place may be missing. */
function toTreaty({ treaty_name: name, url }: z.infer<typeof IndexRow>, number: string): IndexedTreaty {
  const [, title = name, place = null, day = ''] =
    /^(.*)\.\s+(?:([^.]*),\s+)?(\d{1,2} [A-Za-z]+ \d{4})$/.exec(name.trim()) ?? []
  return { number, title, adoptedAt: place, adoptedOn: readDay(day, printedDays()), url: url ?? null }
}
