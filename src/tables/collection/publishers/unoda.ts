import { effectOf } from '../../../domain/action.js'
import type { Line } from '../../csv.js'
import type { ReadingTerms, TableFormat } from '../../format.js'
import { isDeposit } from '../act-words.js'
import { columnKey, nameHeadings } from '../column-words.js'
import { type DeclaredAct, parseHeading } from '../heading.js'
import { isBlank } from '../plain-text.js'
import { type DayStyle, printedDays } from '../printed-day.js'
import { earliestOf, isAtPlaces, placeIn, withoutPlace } from './places.js'
import { cellAt, lettered, type PublishedTable, publisherFormat, withCells } from './publisher.js'

/** The letters of a deposit. “(s)” may be succession or a definitive signature: both bind from the day printed. */
const deposits = lettered({
  '': 'participation',
  R: 'ratification',
  a: 'accession',
  A: 'acceptance',
  AA: 'approval',
  s: 'participation',
  d: 'succession',
  P: 'participation',
})

const withLetter = /\d{4}.*\((R|a|A|AA|s|d|P)\)/

/** The columns that hold one act, a column for each depositary. */
interface Act {
  readonly columns: readonly number[]
  readonly acts: readonly DeclaredAct[]
}

/**
 * Lists of the United Nations Office for Disarmament Affairs, and others of treaties that several governments keep: each date
 * may name its place, Washington, London or Moscow. Of several deposits of one act, the earliest counts.
 */
export const unodaList: TableFormat = publisherFormat('unoda-list', (headings, rows) => {
  const participant = participantIn(headings)
  const deposited = headings.flatMap((heading, at) => (isDeposit(withoutPlace(heading)) ? [at] : []))
  const holds = (pattern: RegExp): boolean =>
    rows.some((row) => deposited.some((at) => pattern.test(cellAt(row, at))))
  const acts = actsIn(headings, holds(withLetter))
  const columns = acts.flatMap((act) => act.columns)
  const atPlaces = (at: number): boolean =>
    placeIn(headings[at] ?? '') !== null || rows.some((row) => isAtPlaces(cellAt(row, at)))
  if (participant < 0 || columns.length === 0 || !(holds(/\d{4}.*\(R\)/) || columns.some(atPlaces)))
    return null
  return {
    participant,
    acts: new Map(acts.map((act) => [act.columns[0] ?? -1, act.acts])),
    taken: acts.flatMap((act) => act.columns.slice(1)),
    read: earliestReader(acts, headings),
  }
})

function participantIn(headings: readonly string[]): number {
  for (const pattern of nameHeadings) {
    const at = headings.findIndex((heading) => pattern.test(columnKey(heading)))
    if (at >= 0) return at
  }
  return -1
}

/** The acts that the headings name, with or without the place: “Signed”, “Deposit (London)”. */
function actsIn(headings: readonly string[], hasLetters: boolean): Act[] {
  const byAct = new Map<string, { columns: number[]; acts: readonly DeclaredAct[] }>()
  for (const [at, heading] of headings.entries()) {
    const words = withoutPlace(heading)
    const { acts: named } = parseHeading(words)
    const acts = isDeposit(words) && hasLetters ? deposits : named
    if (acts.some(({ kind }) => kind === null || effectOf(kind) === 'leaves')) continue
    const key = JSON.stringify(acts)
    const act = byAct.get(key) ?? { columns: [], acts }
    act.columns.push(at)
    byAct.set(key, act)
  }
  return [...byAct.values()]
}

const earliestReader =
  (acts: readonly Act[], headings: readonly string[]): PublishedTable['read'] =>
  (base, terms) => {
    const days = printedDays(terms.dayOrder ?? 'day-first')
    return (line) => {
      const cells = acts.map((act) => readAct(line, act, headings, days, terms))
      return cells.includes(null) ? [] : base(withCells(line, Object.assign({}, ...cells)))
    }
  }

/** The cells of an act, of which the first alone keeps a date: the earliest. null if they contradict each other. */
function readAct(
  line: Line,
  { columns }: Act,
  headings: readonly string[],
  days: DayStyle,
  { notes }: ReadingTerms,
): Record<number, string> | null {
  const [first = -1, ...others] = columns
  const printed = columns.map((at) => cellAt(line, at)).filter((cell) => !isBlank(cell))
  const earliest = earliestOf(printed, days)
  if (earliest === 'several acts') {
    const reason =
      'has dates of several acts, and which of them bound the State is not said: leave the one that did'
    notes.fault({ line: line.line, column: headings[first] ?? null, value: printed.join('; '), reason })
    return null
  }
  if (earliest === null) return {}
  if (earliest.isOneOf > 1)
    notes.warn(
      `line ${line.line}: “${printed.join('; ')}” are deposits of one act with several depositaries; the earliest counts`,
    )
  if (/\(s\)$/.test(earliest.text))
    notes.warn(
      `line ${line.line}: (s) may be succession or a definitive signature: recorded as participation`,
    )
  return { ...Object.fromEntries(others.map((at) => [at, ''])), [first]: earliest.text }
}
