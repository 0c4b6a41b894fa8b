import type { Fault } from '../../src/tables/fault.js'

/** What is wrong with a file as a whole; everything else stands on a line. */
const ofTheFile: readonly RegExp[] = [
  /^is empty/,
  /^is (a PDF|a spreadsheet|an old spreadsheet|compressed)/,
  // Only where they begin on the first line.
  /^holds bytes of zero: it is no text/,
  /^has no heading/,
  /^is (a web page|JSON|a drawing of a table|text (taken from|of a)|a table with “\|”)/,
  /^gives years, not days/,
  // The rows that say so may stand anywhere.
  /^has \d+ actions to \S+: more than 100 are not believed/,
  /^is longer than \d+ characters/,
  /^has no table of participants/,
  /^its table does not begin with “Participant” but with “”/,
  /^names (treaty actions|participants) \(“/,
  /^says from when the treaty binds \(“/,
  /^is a (country-by-treaty matrix|list of the Austrian|web archive)/,
]

/** What is wrong with a column as a whole: the fault names its heading. */
const ofTheColumn = /^(two columns have this heading|no column of the table has this heading)/

/**
 * Whether a fault says where it is: in the file, and on a line that the file has wherever it is not of the whole file.
 * @throws Error where it does not
 */
export function holdPlace(fault: Fault, bytes: Uint8Array): void {
  const { file, line, column, reason } = fault
  const isPlaced =
    line === null
      ? column === null
        ? ofTheFile.some((pattern) => pattern.test(reason))
        : ofTheColumn.test(reason)
      : line >= 1 && line <= linesOf(bytes)
  if (file === '' || reason === '' || !isPlaced)
    throw new Error(`a fault without a place: ${JSON.stringify(fault)}`)
}

const linesOf = (bytes: Uint8Array): number =>
  1 + bytes.filter((byte) => byte === 0x0a || byte === 0x0d).length
