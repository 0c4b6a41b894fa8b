import { z } from 'zod'
import { type Action, effects } from '../../domain/action.js'
import { counted } from '../../domain/wording.js'
import { type Fault, FileRefused } from '../fault.js'
import type { ReadingTerms, RowReader, TableFormat } from '../format.js'
import { faultsOf, headerFault, readTable } from '../named-columns.js'
import { plainCell } from './cells.js'
import { longColumns } from './record-tables.js'

/**
 * Our own format: one action a row. Either `on` is known, or the action lies within `earliest` and `latest`, inclusive.
 */
const LongRow = z.object(longColumns)
type LongRow = z.infer<typeof LongRow>

/** Extra columns of an exported action. Actions that the record no longer held are skipped. */
const exportColumns = ['id', 'knownFrom', 'knownUntil', 'replaces']
/** These columns identify the format. A header that has them but lacks others is a fault. */
const identifyingColumns = ['instrument', 'participant', 'action', 'certainty']

export const longFormat: TableFormat = {
  name: 'long',
  isOfOneInstrument: false,
  open: ({ cells, line }) => {
    if (!identifyingColumns.every((column) => cells.includes(column))) return null
    return {
      speaksOf: effects,
      reader: (terms) => {
        const reason = headerFault(
          cells.filter((column) => !exportColumns.includes(column)),
          LongRow,
        )
        if (reason === null) return longReader(cells, terms)
        terms.notes.fault({ line, column: null, value: null, reason })
        return () => []
      },
    }
  },
}

function longReader(header: readonly string[], { instruments, names, asAt, notes }: ReadingTerms): RowReader {
  const known = { isInstrument: (code: string) => instruments.has(code), isParticipant: names.hasCode }
  return ({ line, cells }) => {
    if (cells.length !== header.length) {
      const reason = `the row has ${counted(cells.length, 'cell')} where the heading has ${header.length}`
      notes.fault({ line, column: null, value: cells.join(' | ').slice(0, 120), reason })
      return []
    }
    const named = Object.fromEntries(
      header.map((column, at) => [column, plainCell(cells[at] ?? '') || undefined]),
    )
    const { knownUntil } = named
    if (knownUntil !== undefined) return []
    const row = LongRow.safeParse(named)
    const faults = row.success ? faultsIn(row.data, known) : faultsOf(row.error, line, named)
    for (const fault of faults) notes.fault({ ...fault, line })
    if (!row.success || faults.length > 0) return []
    const action = toAction(row.data)
    if (action.earliest <= asAt) return [action]
    const reason = `lies after ${asAt}, the last day for which the table speaks`
    notes.fault({ line, column: 'on', value: action.earliest, reason })
    return []
  }
}

/** The codes that a table may use. */
export interface KnownCodes {
  readonly isInstrument: (code: string) => boolean
  readonly isParticipant: (code: string) => boolean
}

/**
 * Reads a whole table in our own format.
 * @throws FileRefused with every fault: an invalid cell, an unknown code, invalid bounds
 */
export function readLongFormat(text: string, file: string, known: KnownCodes): Action[] {
  const rows = readTable(text, file, LongRow)
  const before = new Map<string, number>()
  const faults = rows.flatMap((row) => {
    const { line, ...cells } = row
    const key = JSON.stringify(cells)
    const first = before.get(key)
    before.set(key, first ?? line)
    const again = first === undefined ? [] : [repetitionOf(first)]
    return [...faultsIn(row, known), ...again].map((fault) => ({ file, ...fault, line }))
  })
  if (faults.length > 0) throw new FileRefused(faults)
  return rows.map(toAction)
}

const repetitionOf = (line: number) => ({
  column: null,
  value: null,
  reason: `says the same as line ${line}`,
})

type Bounds = Pick<Action, 'earliest' | 'latest'>

/** @returns null unless the row gives either the day or both bounds */
function boundsOf({ on, earliest, latest }: LongRow): Bounds | null {
  if (on !== undefined)
    return earliest === undefined && latest === undefined ? { earliest: on, latest: on } : null
  return earliest === undefined || latest === undefined ? null : { earliest, latest }
}

/** The action of a valid row. */
export const toAction = (row: LongRow): Action => ({
  instrument: row.instrument,
  participant: row.participant,
  action: row.action,
  ...(boundsOf(row) ?? { earliest: '', latest: '' }),
  effectOn: row.effectOn ?? null,
  performedBy: row.performedBy ?? null,
  certainty: row.certainty,
  source: row.source,
})

/** The faults of a row whose cells are valid one by one. */
export function faultsIn(row: LongRow, known: KnownCodes): Omit<Fault, 'file'>[] {
  const { instrument, participant, performedBy } = row
  const bounds = boundsOf(row)
  const faults: Omit<Fault, 'file' | 'line'>[] = []
  if (!known.isInstrument(instrument))
    faults.push({ column: 'instrument', value: instrument, reason: 'no such instrument is known' })
  if (!known.isParticipant(participant))
    faults.push({ column: 'participant', value: participant, reason: 'no such participant is known' })
  if (performedBy === participant)
    faults.push({ column: 'performedBy', value: performedBy, reason: 'is the participant itself' })
  else if (performedBy !== undefined && !known.isParticipant(performedBy))
    faults.push({ column: 'performedBy', value: performedBy, reason: 'no such participant is known' })
  if (bounds === null)
    faults.push({
      column: 'on',
      value: null,
      reason: 'either “on”, or both “earliest” and “latest”, is to be given',
    })
  else if (bounds.earliest > bounds.latest)
    faults.push({
      column: 'latest',
      value: bounds.latest,
      reason: `lies before “earliest”, ${bounds.earliest}`,
    })
  return faults.map((fault) => ({ line: null, ...fault }))
}
