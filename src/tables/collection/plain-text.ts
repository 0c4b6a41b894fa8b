/**
 * The text of a cell without footnote marks in tags, without other tags, and with single spaces.
 * The depositary's tables escape their markup, and some copies escape it twice.
 */
export const plainText = (cell: string): string =>
  cell
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/<(superscript|sup)>.*?<\/\1>/gis, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[\s\u00a0\u2000-\u200b\u202f\ufeff]+/g, ' ')
    .trim()

/** A participant's name without footnote digits. Brackets round it mean that it has withdrawn. */
export function participantName(cell: string): { name: string; isBracketed: boolean } {
  const text = plainText(cell)
  const isBracketed = /^\[.*\][\d\s,]*$/.test(text)
  const name = (isBracketed ? text.replace(/^\[|\][\d\s,]*$/g, '') : text).replace(/[\d\s,*†‡]+$/, '')
  return { name, isBracketed }
}
