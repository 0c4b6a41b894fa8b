import type { Line } from '../../csv.js'
import type { ReadingTerms, TableFormat } from '../../format.js'
import { folded } from '../plain-text.js'
import {
  cellAt,
  isAlone,
  lettered,
  otherMatter,
  type PublishedTable,
  positionOf,
  publisherFormat,
  withCells,
} from './publisher.js'

/** The columns of the chart, by position. */
interface Columns {
  readonly name: number
  readonly signature: number
  readonly ratification: number
  readonly notes: number
  /** The heading of the notes, for messages. */
  readonly words: string
}

/**
 * The Council of Europe's chart of signatures and ratifications, in English and French. A letter under “Notes” says what the
 * dates of its row are; “R.”, “D.” and their kind mark statements.
 */
export const councilOfEurope: TableFormat = publisherFormat('council-of-europe', (headings) => {
  const name = 0
  const signature = positionOf(headings, /^signature$/i)
  const ratification = positionOf(headings, /^ratification$/i)
  const effect = positionOf(headings, /^(entry into force|entr[ée]e en vigueur)$/i)
  const notes = positionOf(headings, /^(notes?|renv(ois?)?\.?)$/i)
  const marks = headings.flatMap((heading, at) => (/^[RDATCO]\.?$/.test(heading) ? [at] : []))
  if ([signature, ratification, effect, notes].some((at) => at <= name) || marks.length < 3) return null
  return {
    participant: name,
    effect,
    acts: new Map([
      [signature, lettered({ '': 'signature', r: 'signature', s: 'definitive-signature' })],
      [ratification, lettered({ '': 'ratification', a: 'accession', su: 'succession' })],
      ...marks.map((at) => [at, otherMatter] as const),
    ]),
    taken: [notes],
    read: chartReader({ name, signature, ratification, notes, words: headings[notes] ?? '' }),
  }
})

const chartReader =
  (columns: Columns): PublishedTable['read'] =>
  (base, terms) => {
    const read = { signatures: 0, consents: 0 }
    return (line) => {
      if (isGroup(line, columns)) return []
      if (isTotal(line, columns, read, terms)) return []
      const lettered = withLetters(line, columns, terms)
      if (lettered === null) return []
      const signed = cellAt(lettered, columns.signature)
      const bound = cellAt(lettered, columns.ratification) !== '' || signed.endsWith('(s)')
      if (bound) read.consents++
      else if (signed !== '') read.signatures++
      return base(lettered)
    }
  }

const group =
  /^(non-?\s?)?(members?|member states|membres?|etats (non-?)?membres)( states)?( of| du| de)?( the)? (council of europe|conseil de l'europe)$|^international organi[sz]ations?$|^organisations? internationales?$/

/** “Non-Members of Council of Europe”, in a row of its own. */
const isGroup = (line: Line, { name }: Columns): boolean =>
  isAlone(line, name) && group.test(folded(cellAt(line, name)))

const total = /^(total number of|nombre total de) (signatures|ratifications)/
const whole = /^[\s:]*(\d{1,4})$/

/** Reads a row of totals, and holds it against the rows above. Where rows were left out, it cannot agree. */
function isTotal(
  line: Line,
  { name }: Columns,
  read: { readonly signatures: number; readonly consents: number },
  { notes, skipUnknown }: ReadingTerms,
): boolean {
  const words = cellAt(line, name)
  const [found, , of] = total.exec(folded(words)) ?? []
  if (found === undefined) return false
  notes.notRead(words.replace(/[\s:\d]+$/, ''))
  const said = [words.replace(/^\D+/, ''), ...line.cells.slice(1)].flatMap(
    (cell) => whole.exec(cell)?.[1] ?? [],
  )
  const count = of === 'signatures' ? read.signatures : read.consents
  const isBelow = read.signatures + read.consents > 0
  if (isBelow && !skipUnknown && said[0] !== undefined && Number(said[0]) !== count)
    notes.fault({
      line: line.line,
      column: words,
      value: said[0],
      reason: `is the total that the chart prints, and the rows above have ${count}`,
    })
  return true
}

/** Writes the letter of a row's note behind the date that it explains; null if it explains none. */
function withLetters(line: Line, columns: Columns, terms: ReadingTerms): Line | null {
  const { signature, ratification, notes, words: column } = columns
  const value = cellAt(line, notes)
  const parts = value.split(/[\s,;/]+/).filter((part) => part !== '')
  const letters = parts.filter((part) => !/^[([]?\d{1,3}[)\]]?$/.test(part))
  if (letters.length < parts.length) terms.notes.notRead(`${column}, by number`)
  const [letter = '', ...more] = letters.map((part) => part.replace(/[().]/g, ''))
  const place = letter === 's' || letter === 'r' ? signature : ratification
  const day = cellAt(line, place) || (letter === 's' ? cellAt(line, ratification) : '')
  const reason =
    more.length > 0 || !/^(|a|s|r|su)$/.test(letter)
      ? 'is no note of the chart that is known: a is accession, s signature without reservation as to ratification, su succession, r signature ad referendum'
      : letter !== '' && day === ''
        ? 'says what the date of its row is, and that date is missing'
        : contradiction(letter, cellAt(line, signature), cellAt(line, ratification))
  if (reason !== null) {
    terms.notes.fault({ line: line.line, column, value, reason })
    return null
  }
  if (letter === 'r')
    terms.notes.warn(
      `line ${line.line}: signature ad referendum, recorded as signature until it is confirmed`,
    )
  const marked = letter === '' ? {} : { [place]: `${day} (${letter})` }
  return withCells(line, { ...marked, [notes]: '', ...(letter === 's' ? { [ratification]: '' } : {}) })
}

/** Why a letter does not fit the dates of its row; null if it does. */
function contradiction(letter: string, signed: string, ratified: string): string | null {
  if (letter === 's' && ratified !== '' && signed !== '' && ratified !== signed)
    return 'says that the signature binds, and the row has another date of ratification'
  if (letter === 'su' && signed !== '')
    return 'is a succession, and the signature in its row may be the predecessor’s: leave that date out if it is'
  return null
}
