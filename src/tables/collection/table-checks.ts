import { effectOf } from '../../domain/action.js'
import type { Line } from '../csv.js'
import type { ReadingTerms } from '../format.js'
import { type Dated, faultAt } from './dated-acts.js'
import { actMarked } from './heading.js'
import type { Layout } from './layout.js'
import { plainText } from './plain-text.js'
import { contradiction, treatyHeading } from './unread-columns.js'

/** Notes acts that a heading does not tell apart, and refuses two columns of one heading: they are of two treaties. */
export function noteHeadings({ acts, kind }: Layout, notes: ReadingTerms['notes']): void {
  for (const [at, { heading }] of acts.entries()) {
    if (kind === null && actMarked(heading, null) === 'several')
      notes.warn(
        `“${heading.words}” does not say which act bound each participant: a date without a marker is recorded as participation, a consent to be bound`,
      )
    const reason = 'two columns have this heading, perhaps of two treaties: name each by its own'
    if (acts.slice(0, at).some((other) => other.heading.words === heading.words))
      notes.fault({ line: null, column: heading.words, value: null, reason })
  }
}

/** Columns of one act, of a convention and of its protocol: “Ratification of the Convention”, “Ratification of the Protocol”. */
export function noteTreaties({ acts }: Layout, notes: ReadingTerms['notes']): void {
  const named = acts.map(({ heading }) => ({
    heading,
    treaty: nounOf(heading.words),
    act: JSON.stringify(heading.acts),
  }))
  for (const [at, { heading, treaty, act }] of named.entries()) {
    const other = named
      .slice(0, at)
      .find((one) => one.act === act && one.treaty !== treaty && one.treaty !== undefined)
    const reason = `is the act of “${other?.heading.words}” too, and they name two treaties: leave one out, --ignore-column "${heading.words}" (over HTTP: ignoreColumn)`
    if (treaty !== undefined && other !== undefined)
      notes.fault({ line: null, column: heading.words, value: null, reason })
  }
}

const nounOf = (words: string): string | undefined =>
  /\b(convention|protocol|agreement|treaty|covenant|statute|protocole|accord|trait[ée]|convenio|protocolo)\b.*/i
    .exec(words)?.[0]
    .toLowerCase()

/** Checks that all rows of a merged table, which names its treaty in a column, are of one treaty. */
export function oneTreaty({ notRead }: Layout, terms: ReadingTerms): (line: Line) => void {
  const column = notRead.find(({ heading }) => treatyHeading.test(heading.words))
  let first: string | undefined
  return (line) => {
    if (column === undefined) return
    const treaty = plainText(line.cells[column.at] ?? '')
    first ??= treaty
    if (treaty !== first)
      faultAt(line, column, terms, `is another treaty than that of the rows above, “${first}”`)
  }
}

/** Refuses a row whose unread cell names another consent than its dates. */
export function checkKinds(
  line: Line,
  dated: readonly Dated[],
  { notRead }: Layout,
  terms: ReadingTerms,
): void {
  const consents = dated.map(({ kind }) => kind).filter((kind) => effectOf(kind) === 'binds')
  const found = contradiction(line, notRead, consents)
  if (found === null) return
  const { words } = found.column.heading
  const reason = `names another act than the date of its row, ${consents.join(', ')}. If it does not matter, leave the column out, --ignore-column "${words}" (over HTTP: ignoreColumn)`
  terms.notes.fault({ line: line.line, column: words, value: found.value, reason })
}
