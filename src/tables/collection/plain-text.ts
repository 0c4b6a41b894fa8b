/**
 * A cell without what was put round its text: footnote marks in tags, other tags, and every kind of space.
 * The depositary's tables escape their markup, some copies twice over.
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

/** A participant's name without the digits of footnotes, and whether it stood in brackets: withdrawn. */
export function participantName(cell: string): { name: string; isBracketed: boolean } {
  const text = plainText(cell)
  const isBracketed = /^\[.*\][\d\s,]*$/.test(text)
  const name = (isBracketed ? text.replace(/^\[|\][\d\s,]*$/g, '') : text).replace(/[\d\s,*†‡]+$/, '')
  return { name, isBracketed }
}
