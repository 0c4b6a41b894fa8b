import { z } from 'zod'
import type { Reading } from '../../answers/reading.js'
import { type StatementSummary as Summary, statementSummaries } from '../../answers/statements/counts.js'
import type { StatusRow } from '../../answers/statuses.js'
import { StatementCoverage } from '../../domain/statements/vocabulary.js'
import { Day, StatusKind } from '../../domain/vocabulary.js'
import { collection } from '../../http/envelope.js'
import { type List, listOf } from '../../http/lists/list.js'
import { actionFields, DatedAction, toActionFields } from './action.js'
import { InstrumentRef, toInstrumentRef, vouchedFields, vouchedFor } from './instrument.js'
import { StateRef, toStateRef } from './participant.js'

const Consent = z
  .object({
    ...actionFields,
    inForceOn: Day.nullable().meta({
      description:
        'The day the treaty enters into force for it; null where the record cannot say: the day of deposit is not known, it succeeded to the treaty, or the rule is not held',
    }),
  })
  .meta({ id: 'Consent', description: 'Its consent to be bound' })

const Withdrawal = z
  .object({
    ...actionFields,
    effectiveOn: Day.meta({ description: 'The day from which it is no longer bound' }),
  })
  .meta({ id: 'Withdrawal', description: 'Its withdrawal, or notice of one' })

const count = (description: string) =>
  z
    .int()
    .min(0)
    .nullable()
    .meta({ description: `${description}; null where nothing is held` })

const StatementSummary = z
  .object({
    standing: count('Its reservations, declarations and understandings that stand'),
    reservations: count('Of those, reservations'),
    objectionsReceived: count('Objections toward it that stand'),
    coverage: StatementCoverage,
    asAt: Day.nullable().meta({
      description: 'The day up to which that holds; null where nothing is held',
    }),
  })
  .meta({
    id: 'StatementSummary',
    description: 'What it said of the instrument, in numbers. A party with a reservation is a party.',
  })

const statusFields = {
  status: StatusKind,
  signature: DatedAction.nullable().meta({ description: 'Its signature' }),
  consent: Consent.nullable(),
  withdrawal: Withdrawal.nullable(),
  statements: StatementSummary,
}

const Status = z
  .object({ state: StateRef, instrument: InstrumentRef, ...statusFields, ...vouchedFields })
  .meta({ id: 'Status', description: 'The status of one participant to one instrument' })
type Status = z.infer<typeof Status>

export const StatusList = collection(Status, 'StatusList')

export const statusList = (reading: Reading, rows: readonly StatusRow[]): List<Status> =>
  listOf(rows, (part) => part.map(statusShape(reading)))

function statusShape(reading: Reading): (row: StatusRow) => Status {
  const [day, summaryOf] = [reading.asOf, statementSummaries(reading)]
  return (row) => ({
    state: toStateRef(row.state, day),
    instrument: toInstrumentRef(row.instrument),
    status: row.status,
    ...actionsOf(row),
    statements: toSummary(summaryOf(row)),
    ...vouchedFor(row.instrument, day),
  })
}

const actionsOf = ({ standing }: StatusRow) => ({
  signature: standing?.signature ? toActionFields(standing.signature) : null,
  consent: standing?.consent ? { ...toActionFields(standing.consent), inForceOn: standing.inForceOn } : null,
  withdrawal: standing?.withdrawal
    ? { ...toActionFields(standing.withdrawal), effectiveOn: standing.withdrawal.effectiveOn }
    : null,
})

/** Where nothing is held, a number would read as “none”. */
const toSummary = (summary: Summary): z.infer<typeof StatementSummary> =>
  summary.coverage === 'none'
    ? { ...summary, standing: null, reservations: null, objectionsReceived: null }
    : summary
