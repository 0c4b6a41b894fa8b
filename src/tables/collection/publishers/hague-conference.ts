import type { ActionKind } from '../../../domain/vocabulary.js'
import type { Line } from '../../csv.js'
import type { ReadingTerms, TableFormat } from '../../format.js'
import {
  cellAt,
  otherMatter,
  type PublishedTable,
  positionOf,
  publisherFormat,
  withCells,
} from './publisher.js'

/** The letters under “Type”. With a star, an accession that other parties accept or not. */
const acts: Readonly<Record<string, ActionKind>> = {
  R: 'ratification',
  A: 'accession',
  Su: 'succession',
  Ap: 'approval',
  Ac: 'acceptance',
  AEU: 'approval',
}

/** The status table of the Hague Conference on Private International Law. “A” is accession there. */
export const hagueConference: TableFormat = publisherFormat('hague-conference', (headings) => {
  const consent = positionOf(headings, /^R\s?\/\s?A(\s?\/\s?\w{1,2})*$/)
  const type = positionOf(headings, /^type$/i)
  const effect = positionOf(headings, /^EIF$/i)
  const signature = positionOf(headings, /^S$/)
  const name = positionOf(headings, /^(contracting part(y|ies)|states?|members?)$/i)
  if ([consent, type, effect, name].some((at) => at < 0)) return null
  const others = headings.flatMap((heading, at) => (/^(ext|auth|res\b.*)$/i.test(heading) ? [at] : []))
  return {
    participant: name,
    effect,
    acts: new Map([
      [signature, [{ kind: 'signature', marker: null }]],
      [consent, Object.entries(acts).map(([letter, kind]) => ({ kind, marker: markerOf(letter) }))],
      ...others.map((at) => [at, otherMatter] as const),
    ]),
    taken: [type],
    read: statusReader(consent, type, headings[type] ?? ''),
  }
})

/** Markers have at most two letters. */
const markerOf = (letter: string): string => (letter === 'AEU' ? 'EU' : letter)

const statusReader =
  (consent: number, type: number, words: string): PublishedTable['read'] =>
  (base, terms) =>
  (line) => {
    const printed = cellAt(line, type)
    const letter = printed.replace(/[\s\d]+$/, '')
    if (letter === 'AEU*') return base(boundByAnother(line, consent, type, terms))
    const reason = whyNotRead(letter.replace(/\*+$/, ''), cellAt(line, consent))
    if (reason !== null) {
      terms.notes.fault({ line: line.line, column: words, value: printed, reason })
      return []
    }
    if (letter === 'A*') terms.notes.notRead('Type A*: whether the other parties accept the accession')
    const marked = letter === '' ? '' : `${cellAt(line, consent)} (${markerOf(letter.replace(/\*+$/, ''))})`
    return base(withCells(line, { [consent]: marked, [type]: '' }))
  }

/** The approval of the European Union binds its member States: it is no act of theirs. */
function boundByAnother(line: Line, consent: number, type: number, { notes }: ReadingTerms): Line {
  notes.notRead('Type AEU*: bound by the approval of the European Union')
  return withCells(line, { [consent]: '', [type]: '' })
}

function whyNotRead(letter: string, day: string): string | null {
  if (letter === '' && day === '') return null
  if (letter === '') return `is missing, and the date ${day} is of an act that only the type names`
  if (/^den?\.?$|^denunciation$/i.test(letter))
    return 'says that the State denounced the treaty, and the table does not say when. The notes below the table do: give the date of its consent with its type, and the denunciation in a column “Denunciation”'
  if (letter === 'C')
    return 'is a continuation, which may concern a territory alone: write Su for a succession of the State, or leave date and type out'
  if (!Object.hasOwn(acts, letter)) return 'is no type that is known: R, A, A*, Su, Ap, Ac and AEU are'
  return day === '' ? 'names an act, and its date is missing' : null
}
