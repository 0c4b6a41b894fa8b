import { type Effect, effectOf } from '../../../domain/action.js'
import type { ActionKind } from '../../../domain/vocabulary.js'
import type { Line } from '../../csv.js'
import type { ReadingTerms } from '../../format.js'
import { wholeAct } from '../act-words.js'
import { type Dated, faultAt } from '../dated-acts.js'
import { isExplained } from '../heading.js'
import type { Layout, TableColumn } from '../layout.js'
import { actNamed } from '../named-act.js'
import { saysWhether, saysYes } from '../other-matters.js'
import { isBlank, plainText } from '../plain-text.js'

/**
 * Holds what a row says without a day against its dates. “Yes” under “Ratified?” and “Accession” under “Type” are faults where
 * no date of the row is of that act: the participant would be lost.
 */
export function checkUndated(line: Line, dated: readonly Dated[], layout: Layout, terms: ReadingTerms): void {
  for (const column of layout.acts) {
    const cell = (line.cells[column.at] ?? '').trim()
    if (!saysYes(cell)) continue
    const kinds = column.heading.acts.flatMap(({ kind }) => kind ?? [])
    if (dated.some(({ kind }) => kinds.includes(kind) || (kind === 'participation' && binds(kinds))))
      terms.notes.notRead(column.heading.words)
    else faultAt(line, column, terms, 'says whether, and no date of its row says on which day')
  }
  checkKindAlone(line, layout, terms)
  if (!dated.some(({ kind }) => effectOf(kind) === 'binds'))
    for (const column of layout.notRead) checkBound(line, column, terms)
  if (dated.some(({ kind, marker }) => marker === null && effectOf(kind) === 'binds'))
    for (const column of layout.notRead) checkLetter(line, column, terms)
}

const binds = (kinds: readonly ActionKind[]): boolean => kinds.some((kind) => effectOf(kind) === 'binds')

/** The act that the column of kinds names needs a date. */
function checkKindAlone(line: Line, { kind, acts }: Layout, terms: ReadingTerms): void {
  if (kind === null) return
  const named = actNamed(plainText(line.cells[kind.at] ?? ''))
  if (named === null || named === 'another-matter') return
  const effect = effectOf(named)
  const places = acts.filter((column) => mayBeOf(column, effect))
  if (places.every(({ at }) => isEmpty(plainText(line.cells[at] ?? ''))))
    faultAt(line, kind, terms, 'names an act, and its row has no date of it')
}

const isEmpty = (cell: string): boolean => isBlank(cell) || saysWhether(cell)

const mayBeOf = ({ heading }: TableColumn, effect: Effect): boolean =>
  heading.acts.some(({ kind, isOther }) => !isOther && (kind === null || effectOf(kind) === effect))

const isBound = /^(?:(?:a )?(?:state |contracting )?party|bound|in force|yes, in force)$/i
const asksIfBound =
  /^(?:is )?(?:a )?(?:(?:state |contracting )?party(?: to .*)?|bound(?: by .*)?|in force)\??$/i

/** Without a date of a consent, “Party” under “Status” would be lost. */
function checkBound(line: Line, column: TableColumn, terms: ReadingTerms): void {
  const cell = plainText(line.cells[column.at] ?? '')
  if (cell.length > 40 || isExplained(column.heading)) return
  const named = wholeAct(cell)
  const isParty =
    isBound.test(cell) ||
    (asksIfBound.test(column.heading.words) && saysYes(cell)) ||
    (named !== null && effectOf(named) === 'binds')
  if (isParty)
    faultAt(
      line,
      column,
      terms,
      'says that the treaty binds the participant, and no date of its row says by which act',
    )
}

const letter = /^\(?(?:a|A|AA|d|s|c|P|n|acc|succ|su|ac|ap)\.?\)?$/
const mayHoldLetters =
  /^(?:notes?|remarks?|comments?|markers?|symbols?|flags?|how|mode|means|method|status|info|act|column \d+, without a heading)$/i

/** A letter beside a date without a marker may be its marker: `a` makes a ratification an accession. */
function checkLetter(line: Line, column: TableColumn, terms: ReadingTerms): void {
  const { words } = column.heading
  if (!mayHoldLetters.test(words) || !letter.test(plainText(line.cells[column.at] ?? ''))) return
  const reason = `may be the letter of an act, as “a” is of accession: write the act out, or leave the column out, --ignore-column "${words}" (over HTTP: ignoreColumn)`
  faultAt(line, column, terms, reason)
}
