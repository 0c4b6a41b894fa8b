import type { Effect } from '../../domain/action.js'
import { effectOf, effects } from '../../domain/action.js'
import type { Certainty } from '../../domain/vocabulary.js'
import { type Heading, parseHeading, recordsActions } from './heading.js'
import type { DayStyle } from './printed-day.js'

export interface TableColumn {
  readonly at: number
  readonly heading: Heading
}

/** The role of each column in a table with one row a participant. */
export interface Layout {
  readonly participant: TableColumn
  /** The column of ISO codes, if any. */
  readonly code: TableColumn | null
  readonly acts: readonly TableColumn[]
  /** The column that names the act, if another column gives its date. */
  readonly kind: TableColumn | null
  /** The column with the day of entry into force for the participant, if any. */
  readonly effect: TableColumn | null
  readonly notRead: readonly TableColumn[]
  readonly days: DayStyle
  readonly certainty: Certainty
}

const isCode = /^(code|iso|iso[ _-]?3|iso[ _-]?(alpha|a)?[ _-]?3( code)?|alpha[ _-]?3( code)?)$/i
const isName = /^(participants?|country|state|state party|party|name)$/i
const isKind = /^(kind|participation type|type of action)$/i
const isEffect = /^(date[ -]of[ -]effect|entry into force( date)?|date of entry into force)$/i
const isDate = /^date( of deposit)?$/i

/** The heading without footnote digits: `Participant2,3`. */
const bare = ({ words }: Heading): string => words.replace(/[\d\s,*]+$/, '')

/** @returns null if no column names participants */
export function layoutOf(cells: readonly string[], terms: Pick<Layout, 'days' | 'certainty'>): Layout | null {
  const columns = cells.map((cell, at) => ({ at, heading: parseHeading(cell) }))
  const find = (pattern: RegExp): TableColumn | null =>
    columns.find(({ heading }) => pattern.test(bare(heading))) ?? null
  const participant = find(isName)
  if (participant === null) return null
  const [code, kind, effect] = [find(isCode), find(isKind), find(isEffect)]
  const special = [participant, code, kind, effect]
  const others = columns.filter((column) => !special.includes(column))
  const isAct = ({ heading }: TableColumn): boolean =>
    recordsActions(heading) || (kind !== null && isDate.test(heading.words))
  return {
    participant,
    code,
    acts: others.filter(isAct),
    kind,
    effect,
    notRead: others.filter((column) => !isAct(column)).map(named),
    ...terms,
  }
}

/** Names a column without a heading by its position, so that its cells are reported. */
const named = (column: TableColumn): TableColumn =>
  column.heading.words === ''
    ? { ...column, heading: { words: `column ${column.at + 1}, without a heading`, acts: [] } }
    : column

/** The effects that a table of this layout records, and can therefore contradict by omission. */
export function effectsOf({ acts, kind }: Layout): Effect[] {
  const named = acts.flatMap(({ heading }) =>
    heading.acts.flatMap(({ kind }) => (kind ? [effectOf(kind)] : [])),
  )
  const found = new Set<Effect>(kind === null ? named : [...named, 'binds'])
  if (found.has('binds')) found.add('leaves')
  return effects.filter((effect) => found.has(effect))
}
