/**
 * A second reading of tables, written without the importer's code: it knows acts by the roots of their words. What the
 * importer accepts must be what this reading finds.
 */
export interface Cell {
  readonly participant: string
  readonly heading: string
  /** The cell that names the act of the row, if a column does. */
  readonly act: string | null
  readonly on: string
  readonly marker: string | null
}

/** The kinds that a date may be recorded as, and whether it may be left out as a matter of another kind. */
interface Meaning {
  readonly kinds: readonly string[]
  readonly mayBeOther: boolean
}

const roots: readonly (readonly [RegExp, string])[] = [
  [/ratif/, 'ratification'],
  [/accept/, 'acceptance'],
  [/approv|approb/, 'approval'],
  [/access|acced|adhes|adher/, 'accession'],
  [/success|succeed/, 'succession'],
  [/sign/, 'signature'],
  [/withdr|denunc|denounc|denonc|retrait/, 'withdrawal'],
]
const binding = ['ratification', 'acceptance', 'approval', 'accession', 'succession']
const unsaid = /deposit|depot|bound|participation/
/** Words that make a date another matter than an act of the State on the treaty. */
const other =
  /amend|reserv|declar|objec|parliament|bill|law|territor|annex|complaint|inquir|decision|minist|force|register|publi|update|aruba/

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')

const kindsIn = (words: string): string[] =>
  roots.filter(([root]) => root.test(words.toLowerCase())).map(([, kind]) => kind)

const shared = (piece: string): string[] => (kindsIn(piece).length > 1 ? ['participation'] : [])

/** `Acceptance(A)`: the last act named before a marker. */
const markedIn = (heading: string, marker: string): string[] =>
  heading
    .split(/(?<=\([A-Za-z]{1,2}\))/)
    .filter((piece) => piece.endsWith(`(${marker})`))
    .map((piece) => piece.split(/[,;]/).at(-1) ?? '')
    .flatMap((piece) => [
      ...kindsIn(piece.split(/[/&]|\b(?:or|and|ou|et)\b/i).at(-1) ?? ''),
      ...shared(piece),
    ])

/** Several acts that bind, without a word on which of them: a participation. */
const orParticipation = (kinds: readonly string[]): readonly string[] =>
  kinds.filter((kind) => binding.includes(kind)).length > 1 ? [...kinds, 'participation'] : kinds

/** The part of a heading whose dates have no marker. */
const unmarkedPart = (heading: string): string =>
  heading.replace(/[^,;()]*\([A-Za-z]{1,2}\)/g, '').replace(/\([^)]*\)/g, '')

export function meaningOf({ heading, act, marker }: Cell, headings: readonly string[]): Meaning {
  const words = plain(heading)
  const mayBeOther = other.test(words.toLowerCase())
  // A column of kinds says how a State was bound. Signatures and withdrawals have columns of their own.
  const isOfAnother = kindsIn(words).some((kind) => !binding.includes(kind))
  if (act !== null && !mayBeOther && !isOfAnother)
    return { kinds: kindsIn(act), mayBeOther: other.test(act.toLowerCase()) }
  if (mayBeOther) return { kinds: [], mayBeOther }
  if (marker !== null) {
    const own = markedIn(words, marker)
    // An empty cell can be lost, and the marker then tells the column.
    const elsewhere = headings.flatMap((one) => markedIn(plain(one), marker))
    return { kinds: orParticipation(own.length > 0 ? own : elsewhere), mayBeOther }
  }
  const open = unmarkedPart(words)
  const found = kindsIn(open).length > 0 ? kindsIn(open) : kindsIn(words)
  const isUnsaid = unsaid.test(open.toLowerCase())
  return { kinds: isUnsaid ? [...found, 'participation'] : orParticipation(found), mayBeOther }
}

/** @throws Error unless each date is an action of a kind that it may have, and each action a date */
export function holdReading(
  cells: readonly Cell[],
  headings: readonly string[],
  actions: readonly string[],
): void {
  const left = [...actions]
  for (const cell of cells) {
    const { kinds, mayBeOther } = meaningOf(cell, headings)
    const wanted = kinds.map((kind) => `${cell.participant} ${kind} ${cell.on}`)
    const at = left.findIndex((action) => wanted.includes(action))
    if (at >= 0) left.splice(at, 1)
    // The same act twice is one action.
    else if (!mayBeOther && !wanted.some((action) => actions.includes(action)))
      throw new Error(`accepted without ${JSON.stringify(cell)}: ${actions.join('; ')}`)
  }
  if (left.length > 0) throw new Error(`accepted what no date says: ${left.join('; ')}`)
}
