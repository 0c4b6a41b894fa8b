import type { Action } from '../../../domain/action.js'
import type { Line } from '../../csv.js'
import type { ReadingTerms, TableFormat } from '../../format.js'
import { readDatedCell, whyUnreadable } from '../dated-cell.js'
import type { DeclaredAct } from '../heading.js'
import type { Layout } from '../layout.js'
import { folded } from '../plain-text.js'
import { cellAt, lettered, type PublishedTable, positionOf, publisherFormat, withCells } from './publisher.js'
import { isTerritory } from './territory-rows.js'

/**
 * The letters of the database, in English and in Dutch. R stands for ratification, acceptance, approval and notification
 * alike, and a date without a letter, or with “not known”, for any consent.
 */
const consents = lettered({
  '': 'participation',
  R: 'participation',
  NK: 'participation',
  NB: 'participation',
  S: 'definitive-signature',
  O: 'definitive-signature',
  A: 'accession',
  T: 'accession',
  Su: 'succession',
  VG: 'succession',
})

/** The Dutch Treaty Database, in English and Dutch. “A” is accession there. */
export const dutchTreatyDatabase: TableFormat = publisherFormat('dutch-treaty-database', (headings) => {
  const words = headings.map((heading) => folded(heading))
  const name = positionOf(words, /^(part(y|ies)|partij(en)?)$/)
  const signature = positionOf(words, /^(signature|ondertekening)$/)
  const provisional = positionOf(words, /^(provisional application|voorlopige toepassing)$/)
  const consent = positionOf(words, /^(ratification|ratificatie)($|\s*[sor] ?=)/)
  const effect = positionOf(words, /^(entry into force|in ?werking(treding)?)$/)
  const left = positionOf(words, /^(renunciation|opzegging)$/)
  const ended = positionOf(words, /^(termination|buiten ?werking(treding)?)$/)
  if ([name, signature, consent, effect, left, ended].some((at) => at < 0)) return null
  return {
    participant: name,
    effect,
    acts: new Map<number, readonly DeclaredAct[]>([
      [signature, [{ kind: 'signature', marker: null }]],
      [consent, consents],
      [left, [{ kind: 'withdrawal', marker: null }]],
      [provisional, [{ kind: 'provisional-application', marker: null }]],
    ]),
    taken: [ended],
    language: words[name]?.startsWith('partij') ? 'nl' : undefined,
    read: partiesReader({ name, left, ended, words: headings[ended] ?? '' }),
  }
})

interface Columns {
  readonly name: number
  readonly left: number
  readonly ended: number
  /** The heading of the last day, for messages. */
  readonly words: string
}

const partiesReader =
  (columns: Columns): PublishedTable['read'] =>
  (base, terms, layout) =>
  (line) => {
    const participant = cellAt(line, columns.name)
    if (isTerritory(participant)) {
      terms.notes.notRead(`${participant}, a territory`)
      return []
    }
    const endedOn = lastDay(line, columns, terms, layout)
    const actions = base(withCells(line, { [columns.ended]: '' }))
    return actions.map(
      (action): Action => (action.action === 'withdrawal' ? { ...action, effectOn: endedOn } : action),
    )
  }

/** The day on which a renunciation takes effect. */
function lastDay(
  line: Line,
  { left, ended, words }: Columns,
  { notes }: ReadingTerms,
  { days }: Layout,
): string | null {
  const text = cellAt(line, ended)
  const cell = readDatedCell(text, days)
  const isPlain = cell !== null && cell !== 'unreadable' && cell.marker === null
  if (cell === null || (isPlain && cellAt(line, left) !== '')) return cell === null ? null : cell.on
  const reason = isPlain
    ? 'says when the treaty ceased to bind, and the row has no renunciation: give its date, or leave this one out'
    : whyUnreadable(text, days)
  notes.fault({ line: line.line, column: words, value: text, reason })
  return null
}
