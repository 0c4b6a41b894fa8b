import { z } from 'zod'
import type { StoredStanding } from '../../db/statuses.js'
import { Day, StatusKind } from '../../domain/vocabulary.js'
import { collection } from '../../http/envelope.js'
import { actionFields, DatedAction, toActionFields } from './action.js'
import { InstrumentRef } from './instrument.js'
import { StateRef } from './participant.js'

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

export const Status = z
  .object({ state: StateRef, instrument: InstrumentRef, ...statusFields })
  .meta({ id: 'Status', description: 'The status of one participant to one instrument' })
export type Status = z.infer<typeof Status>

export const StatusList = collection(Status, 'StatusList')

/** @param standing  undefined for whoever took no action */
export const toStatus = (
  state: StateRef,
  instrument: InstrumentRef,
  standing: StoredStanding | undefined,
): Status => ({
  state,
  instrument,
  status: standing?.status ?? 'none',
  signature: standing?.signature ? toActionFields(standing.signature) : null,
  consent: standing?.consent ? { ...toActionFields(standing.consent), inForceOn: standing.inForceOn } : null,
  withdrawal: standing?.withdrawal
    ? { ...toActionFields(standing.withdrawal), effectiveOn: standing.withdrawal.effectiveOn }
    : null,
})
