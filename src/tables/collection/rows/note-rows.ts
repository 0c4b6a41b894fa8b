import type { Line } from '../../csv.js'
import type { ReadingTerms } from '../../format.js'
import type { Layout, TableColumn } from '../layout.js'
import { saysUndone } from '../other-matters.js'
import { folded, isBlank, participantName, plainText } from '../plain-text.js'

/** “Source: …”, “* With a reservation”, “1) See …”: words with which notes begin. */
const note =
  /^(?:(?:data )?sources?|quelle|notes?|nota|n\.? ?b|nb|legend|key|abbreviations?|footnotes?|remarks?|remarques?|anmerkung(?:en)?|compiled|prepared|last (?:updated|modified)|updated|retrieved|accessed|downloaded|generated|printed|as (?:of|at|on)|status as|stand|etat au|page \d+|end of|copyright|©|https?:|www\.)(?![\p{L}])|^(?:[*†‡§]+|\(\*+\)|[([]\w{1,2}[)\]]|\d{1,2}[.)]|[a-z]\))\s*\S/u
const total =
  /^(?:grand |sub-?)?(?:totals?|sum|count|number of|total number|nombre|anzahl|gesamt|summe)(?![\p{L}])/u
const count = /^[\d.,]{1,5}$/
/** Groups of rows: by letter, by region, by membership. */
const group =
  /^(?:[a-z]|(?:(?:north|south|east|west|central|northern|southern|eastern|western|sub-?saharan|latin|middle) ?)*(?:africa|asia|europe|americas?|oceania|caribbean|pacific|east)(?:(?: and (?:the )?|, |\/|-)(?:(?:the )?caribbean|pacific|oceania|north africa|others?|eastern europe|central asia))?(?: group| states)?|(?:western european and others|latin american? and caribbean|asia-pacific|african|eastern european)(?: group| states)?|(?:non-?)?member(?:s| states)?(?: of .{3,60})?|(?:states|countries) (?:not part(?:y|ies)|non-?part(?:y|ies))|non-?parties|not (?:signed|ratified)|states parties|signatories|parties|other states|observer states|organi[sz]ations|international organi[sz]ations|regional economic integration organi[sz]ations?)$/
/** How the cells below are written: “(dd/mm/yyyy)”, “date”, “text”. */
const hint =
  /^\(?(?:[dmyj]{1,4}(?:[ ./-][dmyja]{1,4}){2}|dates?|text|string|character|iso ?\d*|day month year)\)?$/
const named = /^\(?(?:names?|text|string|country|state)?\)?$/

/**
 * Recognises rows of no participant in a table of participants: notes, totals, groups, units and a heading that is repeated. They
 * are reported, and not read. A note that says that a State left is a fault.
 * @returns whether the row is such a row
 */
export function noteRows(layout: Layout, { names, notes }: ReadingTerms): (line: Line) => boolean {
  const { participant } = layout
  return (line) => {
    const { name } = participantName(line.cells[participant.at] ?? '')
    if (names.codeOf(name) !== undefined || !isNoteRow(line, layout)) return false
    const text = line.cells
      .map(plainText)
      .filter((cell) => cell !== '')
      .join(' ')
    if (!isGroup(plainText(line.cells[participant.at] ?? '')) && saysUndone('', text)) {
      const reason =
        'says that the treaty no longer binds a State: give the act and its date in columns of their own'
      notes.fault({ line: line.line, column: null, value: text, reason })
    } else notes.warn(`line ${line.line} is of no participant, and is not read: “${text.slice(0, 120)}”`)
    return true
  }
}

const isGroup = (name: string): boolean => group.test(folded(name).replace(/\s*:$/, ''))

function isNoteRow(line: Line, layout: Layout): boolean {
  const filled = line.cells.map((cell) => plainText(cell))
  const name = folded(filled[layout.participant.at] ?? '')
  const others = filled.filter((cell, at) => at !== layout.participant.at && !isBlank(cell))
  const alone = folded(filled.filter((cell) => cell !== '').join(' '))
  if (others.length === 0 && (note.test(name) || total.test(name) || isGroup(name))) return true
  if (name === '' && others.length === 1 && (note.test(alone) || total.test(alone))) return true
  if (note.test(name) && !others.some((cell) => /^\d/.test(cell))) return true
  if (total.test(name) && others.every((cell) => count.test(cell) || !/\d/.test(cell))) return true
  if (named.test(name) && others.length > 0 && others.every((cell) => hint.test(folded(cell)))) return true
  return isHeadingAgain(filled, layout) || isNumbering(filled)
}

const isHeadingAgain = (cells: readonly string[], layout: Layout): boolean => {
  const { participant, code, acts, kind, effect } = layout
  const columns = [participant, code, kind, effect, ...acts].filter((one): one is TableColumn => one !== null)
  return columns.length > 1 && columns.every(({ at, heading }) => (cells[at] ?? '') === heading.words)
}

/** “(1)”, “(2)”, “(3)”: the numbers of the columns. */
const isNumbering = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, at) => cell.replace(/[()[\].]/g, '') === String(at + 1))
