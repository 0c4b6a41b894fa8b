import { z } from 'zod'
import type { Action } from '../domain/action.js'
import { ActionKind, Certainty, Day } from '../domain/vocabulary.js'
import { type Fault, FileRefused } from './fault.js'
import { type Row, readTable } from './table.js'

/**
 * Our own format: one action a row. Either `on` is known, or the action lies within `earliest` and `latest`, inclusive.
 */
const LongRow = z
  .object({
    instrument: z.string(),
    participant: z.string(),
    action: ActionKind,
    on: Day.optional(),
    earliest: Day.optional(),
    latest: Day.optional(),
    effectOn: Day.optional(),
    certainty: Certainty,
    source: z.string(),
  })
  .strict()

/** The codes a table may name. */
export interface KnownCodes {
  readonly instruments: ReadonlySet<string>
  readonly participants: ReadonlySet<string>
}

/**
 * Reads a table in our own format.
 * @throws FileRefused with every fault: a cell that does not read, a code that is not known, bounds that are no bounds
 */
export function readLongFormat(text: string, file: string, known: KnownCodes): Action[] {
  const faults: Fault[] = []
  const actions = readTable(text, file, LongRow).flatMap((row) => {
    const bounds = boundsOf(row)
    faults.push(...faultsOf(row, bounds, known).map((fault) => ({ file, line: row.line, ...fault })))
    const { instrument, participant, action, effectOn = null, certainty, source } = row
    return bounds === null
      ? []
      : [{ instrument, participant, action, ...bounds, effectOn, certainty, source }]
  })
  if (faults.length > 0) throw new FileRefused(faults)
  return actions
}

type LongAction = Row<z.infer<typeof LongRow>>
type Bounds = Pick<Action, 'earliest' | 'latest'>

/** @returns null where the row gives neither the day nor both bounds, or gives both */
function boundsOf({ on, earliest, latest }: LongAction): Bounds | null {
  if (on !== undefined)
    return earliest === undefined && latest === undefined ? { earliest: on, latest: on } : null
  return earliest === undefined || latest === undefined ? null : { earliest, latest }
}

function faultsOf(
  { instrument, participant }: LongAction,
  bounds: Bounds | null,
  known: KnownCodes,
): Pick<Fault, 'column' | 'value' | 'reason'>[] {
  const faults = []
  if (!known.instruments.has(instrument))
    faults.push({ column: 'instrument', value: instrument, reason: 'no such instrument is known' })
  if (!known.participants.has(participant))
    faults.push({ column: 'participant', value: participant, reason: 'no such participant is known' })
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
  return faults
}
