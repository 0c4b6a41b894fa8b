import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { ArticleCode, articlesOfCell } from '../domain/statements/articles.js'
import { StatementKind } from '../domain/statements/vocabulary.js'
import { type Fault, FileRefused } from '../tables/fault.js'

/** What a person read of a statement that an import could not, and a person's summary of it. Absent: nothing said. */
export interface StatementReading {
  readonly kind?: StatementKind
  /** Empty: it names none. */
  readonly articles?: readonly ArticleCode[]
  readonly toward?: readonly string[]
  readonly summary?: string
}

/** The columns that a person fills in, in the CSV of `ratification statements review`. */
export const readingColumns = ['digest', 'kind', 'articles', 'toward', 'summary'] as const
/** In an `articles` cell: that it names none. An empty cell says nothing. */
export const noArticles = 'none'
const mostWords = 25

type Cells = Readonly<Record<string, string | undefined>>

/**
 * Reads a CSV with a column `digest` and any of `kind`, `articles`, `toward` and `summary`. Other columns are for the eyes.
 * @param codeOf  the code of a participant, from its code
 * @throws FileRefused with the line, column and value of each fault
 */
export function readStatementReadings(
  path: string,
  codeOf: (code: string) => string | undefined,
): Map<string, StatementReading> {
  const rows = rowsOf(path)
  const faults: Fault[] = []
  const readings = new Map<string, StatementReading>()
  for (const [at, row] of rows.entries()) {
    const fault = (column: string, reason: string): undefined => {
      faults.push({ file: path, line: at + 2, column, value: row[column] ?? null, reason })
    }
    const digest = row.digest ?? ''
    if (!/^[0-9a-f]{64}$/.test(digest))
      fault('digest', 'is no digest: copy it from ratification statements review')
    const reading = {
      ...kindIn(row, fault),
      ...articlesIn(row, fault),
      ...towardIn(row, codeOf, fault),
      ...summaryIn(row, fault),
    }
    if (Object.keys(reading).length > 0) readings.set(digest, reading)
  }
  if (faults.length > 0) throw new FileRefused(faults)
  return readings
}

type Row = Cells & { readonly digest?: string }

function rowsOf(path: string): Row[] {
  const refuse = (reason: string): never => {
    throw new FileRefused([{ file: path, line: null, column: null, value: null, reason }])
  }
  try {
    const options = { bom: true, skip_empty_lines: true, trim: true }
    const text = readFileSync(path)
    const [heading = []] = parse(text, { ...options, to: 1 }) as string[][]
    if (!heading.includes('digest'))
      refuse('has no column “digest”: take the CSV of ratification statements review, as UTF-8')
    return parse(text, { ...options, columns: true }) as Row[]
  } catch (error) {
    if (error instanceof CsvError) return refuse(`is no CSV: ${error.message}`)
    if (isMissing(error)) return refuse(`cannot be read (${error.code})`)
    throw error
  }
}

const isMissing = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

type TellFault = (column: string, reason: string) => undefined

function kindIn({ kind = '' }: Cells, fault: TellFault): StatementReading {
  if (kind === '') return {}
  const known = StatementKind.safeParse(kind)
  if (!known.success) fault('kind', known.error.issues[0]?.message ?? 'is no kind')
  return known.success ? { kind: known.data } : {}
}

function articlesIn({ articles = '' }: Cells, fault: TellFault): StatementReading {
  if (articles === '') return {}
  if (articles === noArticles) return { articles: [] }
  const codes = articlesOfCell(articles.replace(/\s*;\s*/g, ';')) ?? []
  const wrong = codes.find((one) => !ArticleCode.safeParse(one).success)
  if (wrong === undefined) return { articles: codes }
  fault(
    'articles',
    `“${wrong}” is no article like 16(1)(c), “general”, “preamble” or “${noArticles}”; “;” stands between`,
  )
  return {}
}

function towardIn(
  { toward = '' }: Cells,
  codeOf: (code: string) => string | undefined,
  fault: TellFault,
): StatementReading {
  if (toward === '') return {}
  const given = toward.split(/\s*;\s*/)
  const codes = given.flatMap((one) => codeOf(one) ?? [])
  if (codes.length === given.length) return { toward: codes }
  fault('toward', 'holds a code of no participant; codes are like MYS, with “;” between')
  return {}
}

/** A summary is ours, and short: the depositary's text is not to be copied. */
function summaryIn({ summary = '' }: Cells, fault: TellFault): StatementReading {
  if (summary === '') return {}
  if (summary.split(/\s+/).length <= mostWords) return { summary }
  fault('summary', `has more than ${mostWords} words`)
  return {}
}
