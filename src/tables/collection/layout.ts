import type { Effect } from '../../domain/action.js'
import { effectOf, effects } from '../../domain/action.js'
import type { Certainty } from '../../domain/vocabulary.js'
import { type Heading, parseHeading, recordsActions } from './heading.js'
import type { DayStyle } from './printed-day.js'

export interface Column {
  readonly at: number
  readonly heading: Heading
}

/** What each column of a table with one row a participant records. */
export interface Layout {
  readonly participant: Column
  /** A column of ISO codes, where there is one. */
  readonly code: Column | null
  readonly acts: readonly Column[]
  /** A column that names the act whose date another column gives. */
  readonly kind: Column | null
  /** A column of days on which the treaty entered into force for the participant. */
  readonly effect: Column | null
  readonly notRead: readonly Column[]
  readonly days: DayStyle
  readonly certainty: Certainty
}

const isCode = /^(code|iso|iso[ _-]?3|iso[ _-]?(alpha|a)?[ _-]?3( code)?|alpha[ _-]?3( code)?)$/i
const isName = /^(participants?|country|state|state party|party|name)$/i
const isKind = /^(kind|participation type|type of action)$/i
const isEffect = /^(date[ -]of[ -]effect|entry into force( date)?|date of entry into force)$/i
const isDate = /^date( of deposit)?$/i

/** Footnotes may be glued to a heading as to a name: `Participant2,3`. */
const bare = ({ words }: Heading): string => words.replace(/[\d\s,*]+$/, '')

/** @returns null where no column names participants */
export function layoutOf(cells: readonly string[], terms: Pick<Layout, 'days' | 'certainty'>): Layout | null {
  const columns = cells.map((cell, at) => ({ at, heading: parseHeading(cell) }))
  const find = (pattern: RegExp): Column | null =>
    columns.find(({ heading }) => pattern.test(bare(heading))) ?? null
  const participant = find(isName)
  if (participant === null) return null
  const [code, kind, effect] = [find(isCode), find(isKind), find(isEffect)]
  const special = [participant, code, kind, effect]
  const others = columns.filter((column) => !special.includes(column))
  const isAct = ({ heading }: Column): boolean =>
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

/** A column without a heading is named by its place, so that what stands in it is reported. */
const named = (column: Column): Column =>
  column.heading.words === ''
    ? { ...column, heading: { words: `column ${column.at + 1}, without a heading`, acts: [] } }
    : column

/** What a table of this layout can contradict by its silence. */
export function effectsOf({ acts, kind }: Layout): Effect[] {
  const named = acts.flatMap(({ heading }) =>
    heading.acts.flatMap(({ kind }) => (kind ? [effectOf(kind)] : [])),
  )
  const found = new Set<Effect>(kind === null ? named : [...named, 'binds'])
  if (found.has('binds')) found.add('leaves')
  return effects.filter((effect) => found.has(effect))
}
