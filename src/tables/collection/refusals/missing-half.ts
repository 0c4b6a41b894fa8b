import type { Line } from '../../csv.js'
import { columnKey, dateHeading } from '../column-words.js'
import type { GivenColumns } from '../columns-given.js'
import { parseHeading, recordsActions } from '../heading.js'
import { layoutOf } from '../layout.js'
import { plainText } from '../plain-text.js'
import { likelyAct } from '../unread-columns.js'

/** Which half of a heading is missing: who, or what and when. @returns undefined if both are, or neither */
export function missingHalf(rows: readonly Line[], given: GivenColumns): string | undefined {
  for (const [at, { cells }] of rows.entries()) {
    if (cells.length < 2) continue
    const layout = layoutOf(cells, { certainty: 'secondary' }, { rows: [], given })
    const acts = cells.filter((cell) => recordsActions(parseHeading(cell)))
    if (layout === null && acts.length > 0)
      return `names treaty actions (“${plainText(acts[0] ?? '')}”), and no column of participants: name it “Participant”, “Country” or “ISO3”, or say which it is, --column "X=participant" (over HTTP: column)`
    if (layout === null || layout.acts.length > 0 || !isWhole(cells)) continue
    if (layout.effect !== null)
      return `says from when the treaty binds (“${layout.effect.heading.words}”), and no column says by which act and when: add one, such as “Ratification” or “Accession”, with the day of deposit`
    const date =
      cells.find((cell) => dateHeading.test(columnKey(plainText(cell)))) ??
      cells.find(
        (_, column) =>
          column !== layout.participant.at &&
          rows.slice(at + 1).some((row) => /\d{4}/.test(row.cells[column] ?? '')),
      )
    const who = `names participants (“${layout.participant.heading.words}”), and no treaty action`
    return date === undefined
      ? `${who}: give each act a column, such as “Signature” and “Ratification”, with the day on which it was done`
      : `${who}: say which one a column of dates records, --column "${plainText(date)}=${likelyAct(date)}" (over HTTP: column)`
  }
  return undefined
}

/** Whether a row looks like a heading: every cell has words. */
const isWhole = (cells: readonly string[]): boolean => cells.every((cell) => /\p{L}/u.test(plainText(cell)))
