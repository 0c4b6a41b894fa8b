/**
 * The text of a cell without footnote marks in tags, without other tags, and with single spaces.
 * The depositary's tables escape their markup, and some copies escape it twice.
 */
export const plainText = (cell: string): string =>
  cell === ''
    ? ''
    : cell
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/<(superscript|sup)>.*?<\/\1>/gis, '')
        .replace(/<\/?[a-z][^<>]*>/gi, '')
        .replace(/[\s\u00a0\u2000-\u200b\u202f\ufeff]+/g, ' ')
        .trim()

/** Footnotes behind a name: `5,11`, ` [1]`, ` (2)`, `¹`, `*`. */
const footnotes = /(?:[\d\s,*†‡§¹²³⁰⁴-⁹]|\[(?:note )?\w{1,2}\]|\(\d{1,2}\)|\(\*+\))+$/u

/** A participant's name without footnote digits. Brackets round it mean that it has withdrawn. */
export function participantName(cell: string): { name: string; isBracketed: boolean } {
  const text = plainText(cell)
  const isBracketed = /^\[.*\][\d\s,]*$/.test(text)
  const name = (isBracketed ? text.replace(/^\[|\][\d\s,]*$/g, '') : text).replace(footnotes, '')
  return { name, isBracketed }
}

/** A text in small letters, without accents, and with plain apostrophes. */
export const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’‘´`]/g, "'")
    .toLowerCase()

/** What spreadsheets, pandas, R and people write where there is nothing. */
const blank = /^(|nan|nat|n\.?a\.?|n\/a|#n\/a|none|null|nil|not applicable|[-–—―−]+|\.{1,3}|…|\*+)$/i

/** Whether a cell, without its markup, stands for nothing. */
export const isBlank = (text: string): boolean => text === '' || (text.length < 15 && blank.test(text))
