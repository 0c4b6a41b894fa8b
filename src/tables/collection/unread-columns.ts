import { effectOf } from '../../domain/action.js'
import type { Line } from '../csv.js'
import type { ReadingTerms } from '../format.js'
import { wholeAct } from './act-words.js'
import { isExplained } from './heading.js'
import type { TableColumn } from './layout.js'
import { saysUndone } from './other-matters.js'
import { isBlank, plainText } from './plain-text.js'

const year = String.raw`(?:1[89]|20)\d\d`
const month = String.raw`\p{L}{3,10}\.?`
/** Anything that a person reads as a day, in any order and with any separators. */
const aDate = new RegExp(
  [
    String.raw`\b\d{1,2}(?:st|nd|rd|th|er|\.)?[ ./-]+(?:de )?(?:\d{1,2}|${month})[ ./,-]+(?:de )?${year}\b`,
    String.raw`\b\d{1,2}[./-](?:\d{1,2}|${month})[./-]\d{2}\b`,
    String.raw`\b${year}[-/.]\d{1,2}[-/.]\d{1,2}`,
    String.raw`\b${year}[ -]${month}[ -]\d{1,2}\b`,
    String.raw`${month} \d{1,2}(?:st|nd|rd|th)?,? ${year}\b`,
    String.raw`${year}\s*年`,
  ].join('|'),
  'iu',
)
/** In characters. A cell with much more than a date is prose. */
const mostBeside = 24

const isDate = (text: string): boolean => {
  const [found] = aDate.exec(text) ?? []
  return found !== undefined && text.length - found.length <= mostBeside
}

/** Whether a heading speaks of acts or dates, though it is not read: there, a year or a serial number counts as a date. */
const speaksOfActs = (words: string): boolean =>
  /\bdates?\b|\b(ratif|access|accept|approv|success|signature|signed|deposit|withdraw|denunc|adhesi)/i.test(
    words,
  )

/**
 * Counts the cells of columns that are not read. A date, or an act, under a heading that does not explain it is a fault of its
 * column: it may be a treaty action.
 */
export function unreadColumns(
  columns: readonly TableColumn[],
  ignored: readonly TableColumn[],
  { notes }: ReadingTerms,
): (line: Line, isBound?: boolean) => void {
  const told = new Set<number>()
  const watched = columns.map((column) => ({
    ...column,
    words: column.heading.words,
    namesTreaty: treatyHeading.test(column.heading.words),
    isOpen: !isExplained(column.heading),
    isOfActs: speaksOfActs(column.heading.words),
  }))
  return (line, isBound = true) => {
    for (const { at, heading } of ignored)
      if (plainText(line.cells[at] ?? '') !== '') notes.notRead(heading.words)
    for (const { at, words, namesTreaty, isOpen, isOfActs } of watched) {
      const text = plainText(line.cells[at] ?? '')
      if (text === '') continue
      if (!namesTreaty && saysUndone(words, text, isBound)) {
        notes.fault({ line: line.line, column: words, value: text, reason: leftReason(words) })
        continue
      }
      notes.notRead(words)
      if (!isOpen || told.has(at) || isBlank(text) || /^(https?:|www\.)/i.test(text)) continue
      if (!(isDate(text) || (isOfActs && /\d{4}/.test(text) && text.length <= mostBeside))) continue
      told.add(at)
      notes.fault({ line: line.line, column: words, value: text, reason: unexplained(words) })
    }
  }
}

/** Headings of the column that names the treaty, in a table merged of several. */
export const treatyHeading =
  /^(treaty|treaty[ _](name|title|number|no\.?|id|code)|instrument|convention|agreement|protocol|title|mtdsg[ _]no\.?|treat(y|ies)[ _]short[ _]name)$/i

const leftReason = (words: string): string =>
  `says that the treaty does not bind the participant; give the act and its date in columns of their own, or leave the column out, --ignore-column "${words}" (over HTTP: ignoreColumn)`

/** The act that a heading most probably means, for a hint alone. */
export const likelyAct = (words: string): string =>
  /\b(exit|left|leav|end|expir|terminat|quit|withdr|denounc)/i.test(words)
    ? 'withdrawal'
    : /\bsign?\b|\bsign(ed|ing|ature)/i.test(words)
      ? 'signature'
      : 'ratification'

const unexplained = (words: string): string =>
  `is a date, and the heading names no treaty action. Say which it records, such as --column "${words}=${likelyAct(words)}", or leave the column out, --ignore-column "${words}" (over HTTP: column, ignoreColumn)`

/** The consent that an unread cell names, if no date of its row is of it: `Type` says accession, and is not read. */
export function contradiction(
  line: Line,
  columns: readonly TableColumn[],
  kinds: readonly string[],
): { column: TableColumn; value: string } | null {
  if (kinds.length === 0) return null
  for (const column of columns) {
    const value = line.cells[column.at] ?? ''
    if (value === '' || value.length > 60 || isExplained(column.heading)) continue
    const kind = wholeAct(plainText(value).replace(/^(by|via|through|upon|on|par) /i, ''))
    if (
      kind !== null &&
      effectOf(kind) === 'binds' &&
      !kinds.includes(kind) &&
      !kinds.includes('participation')
    )
      return { column, value: plainText(value) }
  }
  return null
}
