import { effectOf } from '../../../domain/action.js'
import type { Day } from '../../../domain/vocabulary.js'
import type { Line } from '../../csv.js'
import type { ReadingTerms } from '../../format.js'
import type { Dated } from '../dated-acts.js'
import type { Layout } from '../layout.js'

/** Successions alone take effect before their deposit. */
export function warnOfEarly(
  { line }: Line,
  effectOn: Day,
  dated: readonly Dated[],
  { notes }: ReadingTerms,
): void {
  const late = dated.find(
    ({ kind, on }) => effectOf(kind) === 'binds' && kind !== 'succession' && on > effectOn,
  )
  if (late !== undefined)
    notes.warn(
      `line ${line}: in force from ${effectOn}, before the ${late.kind} of ${late.on}, recorded as printed`,
    )
}

/** Warns of a ratification with neither marker nor signature, probably an accession. It is recorded as printed. */
export function warnOfUnmarked(
  line: Line,
  dated: readonly Dated[],
  { acts }: Layout,
  { notes }: ReadingTerms,
): void {
  const signs = acts.some(({ heading }) =>
    heading.acts.some(({ kind }) => kind && effectOf(kind) === 'signs'),
  )
  if (!signs || dated.some(({ kind }) => effectOf(kind) === 'signs')) return
  for (const { kind, marker, on, column } of dated)
    if (
      kind === 'ratification' &&
      marker === null &&
      column.heading.acts.some((act) => act.kind === 'accession')
    )
      notes.warn(
        `line ${line.line}: ratification on ${on} without a signature and without a marker, recorded as printed`,
      )
}
