import { effectOf } from '../../../domain/action.js'
import type { Line } from '../../csv.js'
import type { OpenedTable, ReadingTerms, RowReader } from '../../format.js'
import type { Notes } from '../../notes.js'
import { participantName, plainText } from '../plain-text.js'

/** The totals that a treaty's page prints above its table: “Signatories : 122. Parties : 178”. */
export interface PrintedTotals {
  readonly signatories: number | null
  readonly parties: number | null
  readonly line: number
}

interface TableRows {
  readonly table: OpenedTable
  readonly lines: AsyncIterable<readonly Line[]>
}

/** Participants that the depositary counts, and those that it may count as well. */
interface Tally {
  readonly counted: Set<string>
  readonly possible: Set<string>
}

/** Adds a fault after the last row for each printed total that differs from the participants read. */
export function reconciled({ table, lines }: TableRows, totals: PrintedTotals, notes: Notes): TableRows {
  const signatories: Tally = { counted: new Set(), possible: new Set() }
  const parties: Tally = { counted: new Set(), possible: new Set() }
  async function* thenTotals(): AsyncGenerator<readonly Line[]> {
    yield* lines
    compare('Signatories', totals.signatories, signatories, totals.line, notes)
    compare('Parties', totals.parties, parties, totals.line, notes)
  }
  return {
    table: { ...table, reader: (terms) => counting(table, terms, signatories, parties) },
    lines: thenTotals(),
  }
}

function counting(table: OpenedTable, terms: ReadingTerms, signatories: Tally, parties: Tally): RowReader {
  let isUnread = false
  const { notes } = terms
  const read = table.reader({
    ...terms,
    notes: {
      ...notes,
      fault: (fault) => {
        isUnread = true
        notes.fault(fault)
      },
      leaveOut: (leftOut) => {
        isUnread = true
        notes.leaveOut(leftOut)
      },
    },
  })
  return (line) => {
    isUnread = false
    const actions = read(line)
    const who = actions[0]?.participant ?? `line ${line.line}`
    const kinds = actions.map(({ action }) => action)
    const has = (effect: string): boolean => kinds.some((kind) => effectOf(kind) === effect)
    const signs = signature(line, kinds.length, has)
    add(signatories, who, signs, isUnread || kinds.includes('definitive-signature'))
    add(parties, who, has('binds') && !has('leaves'), isUnread || has('applies'))
    return actions
  }
}

/** Brackets round all of a row undo its signature. Beside a date without them, the depositary may count it or not. */
function signature({ cells }: Line, actions: number, has: (effect: string) => boolean): boolean | 'possible' {
  if (!has('signs')) return false
  const bracketed = cells.slice(1).filter((cell) => plainText(cell).startsWith('[')).length
  if (participantName(cells[0] ?? '').isBracketed || (bracketed > 0 && bracketed === actions - 1))
    return false
  return has('leaves') || bracketed > 0 ? 'possible' : true
}

function add(tally: Tally, who: string, counts: boolean | 'possible', mayCount: boolean): void {
  if (counts === true) tally.counted.add(who)
  if (counts !== false || mayCount) tally.possible.add(who)
}

function compare(
  column: string,
  printed: number | null,
  { counted, possible }: Tally,
  line: number,
  { fault }: Notes,
): void {
  if (printed === null || (printed >= counted.size && printed <= possible.size)) return
  const read = counted.size === possible.size ? counted.size : `${counted.size} to ${possible.size}`
  const reason = `is printed above the table, and ${read} were read in it: the page is damaged, or a row is not read as the depositary counts it`
  fault({ line, column, value: String(printed), reason })
}
