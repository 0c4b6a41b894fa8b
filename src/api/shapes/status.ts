import { z } from 'zod'
import type { StatusRow } from '../../answers/statuses.js'
import { Day, StatusKind } from '../../domain/vocabulary.js'
import { collection } from '../../http/envelope.js'
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

const statusFields = {
  status: StatusKind,
  signature: DatedAction.nullable().meta({ description: 'Its signature' }),
  consent: Consent.nullable(),
  withdrawal: Withdrawal.nullable(),
}

const Status = z
  .object({ state: StateRef, instrument: InstrumentRef, ...statusFields, ...vouchedFields })
  .meta({ id: 'Status', description: 'The status of one participant to one instrument' })
type Status = z.infer<typeof Status>

export const StatusList = collection(Status, 'StatusList')

export const toStatus = ({ state, instrument, standing, status }: StatusRow, day: Day): Status => ({
  state: toStateRef(state, day),
  instrument: toInstrumentRef(instrument),
  status,
  signature: standing?.signature ? toActionFields(standing.signature) : null,
  consent: standing?.consent ? { ...toActionFields(standing.consent), inForceOn: standing.inForceOn } : null,
  withdrawal: standing?.withdrawal
    ? { ...toActionFields(standing.withdrawal), effectiveOn: standing.withdrawal.effectiveOn }
    : null,
  ...vouchedFor(instrument, day),
})
