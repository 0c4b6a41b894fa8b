export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** In characters. The longest row of a real table has a few thousand. */
export const longestRow = 20_000

/** A line longer than any row. Without a bound, one line of commas would take gigabytes. */
export class LongLine extends Error {
  constructor(
    readonly line: number,
    readonly beginning: string,
  ) {
    super(`line ${line} is longer than ${longestRow} characters`)
  }
}

/** How a text ends its lines, and separates its cells. */
export interface LineShape {
  readonly newline: '\n' | '\r'
  readonly delimiter: Delimiter
}

/**
 * Passes on the text of a CSV in whole lines, and empties the lines that hold nothing but delimiters. csv-parse would
 * parse each of their cells, and take long over lines of other widths than the first.
 * @param above  the number of lines in the file above the text
 * @throws LongLine
 */
export async function* checkedText(
  pieces: AsyncIterable<string>,
  shape: LineShape,
  above: number,
): AsyncGenerator<string> {
  const check = lineCheck(shape, above)
  let rest = ''
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(shape.newline) + 1
    if (end > 0) yield check(rest + piece.slice(0, end))
    rest = end > 0 ? piece.slice(end) : rest + piece
    if (rest.length > longestRow) check(rest)
  }
  yield check(rest)
}

/** Checks lines in their order. It remembers whether a quoted cell goes on in the next line (RFC 4180, section 2.6). */
function lineCheck({ newline, delimiter }: LineShape, above: number): (text: string) => string {
  const blankLine = new RegExp(`^[${delimiter}\\s]+$`)
  const mayBeBlank = (first: string | undefined): boolean =>
    first === delimiter || first === ' ' || first === '\t'
  let line = above
  let isQuoted = false
  return (text) => {
    let [kept, from, quote] = ['', 0, text.indexOf('"')]
    for (let at = 0; at < text.length; ) {
      const found = text.indexOf(newline, at)
      const end = found < 0 ? text.length : found
      line++
      if (end - at > longestRow) throw new LongLine(line, text.slice(at, at + 120))
      if (!isQuoted && mayBeBlank(text[at]) && blankLine.test(text.slice(at, end))) {
        kept += text.slice(from, at)
        from = end
      }
      for (; quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1)) isQuoted = !isQuoted
      at = end + 1
    }
    return kept + text.slice(from)
  }
}
