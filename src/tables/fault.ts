import { counted } from '../domain/wording.js'

/** Why a file cannot be read: the place, the value found there, and what was expected. */
export interface Fault {
  readonly file: string
  /** 1 for the first line; null for a fault of the whole file. */
  readonly line: number | null
  /** The column's heading; null for a fault of the whole line. */
  readonly column: string | null
  readonly value: string | null
  readonly reason: string
}

/** The file was refused with all its faults, and nothing of it was used. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'

  /** @param total  the number of faults in the file, if not all of them are listed */
  constructor(
    readonly faults: readonly Fault[],
    readonly total: number = faults.length,
  ) {
    const unlisted = total > faults.length ? [`… and ${counted(total - faults.length, 'more fault')}`] : []
    super([...faults.map(describe), ...unlisted].join('\n'))
  }
}

/** One line for a person: `actions.csv, line 3, column “on”, “31 Feb 1999”: …` */
export function describe({ file, line, column, value, reason }: Fault): string {
  const place = [
    file,
    line !== null && `line ${line}`,
    column !== null && `column “${column}”`,
    value && `“${value}”`,
  ]
  return `${place.filter(Boolean).join(', ')}: ${reason}`
}
