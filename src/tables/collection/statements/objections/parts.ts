import type { Day } from '../../../../domain/vocabulary.js'
import type { SectionEntry } from '../page-sections.js'
import { dayOnly, daysIn } from '../prose-days.js'
import type { TextBlock } from '../text-blocks.js'
import { namesSomebody } from './targets.js'

/** One objection: its heading, or its line in a list, with the text below it. */
export interface ObjectionPart {
  readonly on: Day | null
  readonly isDayUnread: boolean
  readonly head: string | null
  readonly isItem: boolean
  /** Whether the list says that an objection could be made, and makes none. */
  readonly isPossible: boolean
  readonly texts: string[]
}

/** A dash, a number or a letter before a line of a list. */
export const listMark = /^["“\s]*(?:[-–•]\s*|\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])[.)]\s*)/i
const couldBe = /\b(?:could|might|may)\s+(?:also\s+)?be\s+(?:made|raised|formulated)\b/i

/** Divides an entry at days, at headings that name a target, and at the lines of lists. */
export function objectionParts({ blocks, notes }: SectionEntry): ObjectionPart[] {
  const parts: ObjectionPart[] = []
  let [on, isDayUnread, isPossible, isFresh]: [Day | null, boolean, boolean, boolean] = [
    null,
    false,
    false,
    true,
  ]
  const begin = (head: string | null, isItem: boolean, day: Day | null): void => {
    parts.push({ on: day, isDayUnread: day === null && isDayUnread, head, isItem, isPossible, texts: [] })
    isFresh = false
  }
  const takeDay = (text: string): void => {
    on = dayOnly(text, notes)
    ;[isDayUnread, isPossible, isFresh] = [on === null, false, true]
    // A day may stand below its heading.
    const last = parts.at(-1)
    if (last === undefined || last.head === null || last.isItem || last.texts.length > 0) return
    parts.splice(-1, 1, { ...last, on, isDayUnread })
    isFresh = false
  }
  for (const [index, block] of blocks.entries()) {
    const { text, style } = block
    const day = itemDay(block, notes)
    if (style === 'day' || dayOnly(text, notes) !== null) takeDay(text)
    else if (day !== null || isListed(block, blocks, index)) {
      begin(text, true, day ?? on)
      // The lines of a list have days of their own, and what follows the list has none of them.
      if (day !== null) [on, isDayUnread] = [null, true]
    } else if (opensList(blocks, index, notes)) isPossible = couldBe.test(text)
    else if (style === 'heading' && !text.startsWith('*') && namesSomebody(text)) begin(text, false, on)
    else {
      if (isFresh) begin(null, false, on)
      parts.at(-1)?.texts.push(text)
    }
  }
  return parts
}

/** A text that ends in a colon, with a line of a list below it. */
function opensList(blocks: readonly TextBlock[], index: number, notes: readonly string[]): boolean {
  const next = blocks[index + 1]
  if (next === undefined || !/:\s*$/.test(blocks[index]?.text ?? '')) return false
  return itemDay(next, notes) !== null || isListed(next, blocks, index + 1)
}

/** “iii) 3 March 1987: In respect of …” */
function itemDay({ text, style }: TextBlock, notes: readonly string[]): Day | null {
  if (style === 'day') return null
  const [day] = daysIn(text, notes)
  const before = text.slice(0, day?.at ?? 0).replace(listMark, '')
  return day !== undefined && before.trim() === '' && text.length > day.end + 10 ? day.on : null
}

/** A line that begins with a dash, below one that ends in a colon. */
function isListed(block: TextBlock, blocks: readonly TextBlock[], index: number): boolean {
  if (!/^["“\s]*[-–•]\s*\p{Lu}/u.test(block.text)) return false
  const opener = blocks.slice(0, index).findLast(({ text }) => !/^["“\s]*[-–•]/.test(text))
  return /:\s*$/.test(opener?.text ?? '')
}
