import { z } from 'zod'
import type { StateOutstanding } from '../../answers/outstanding.js'
import type { Reading } from '../../answers/reading.js'
import { countsFrom, isDayKnown } from '../../domain/action.js'
import type { OutstandingItem } from '../../domain/outstanding.js'
import { Day, NextStep, statuses } from '../../domain/vocabulary.js'
import {
  InstrumentRef,
  instrumentRefs,
  preconditionFields,
  type RefOf,
  toPrecondition,
  toUrgedBy,
  UrgedBy,
} from './instrument.js'
import { StateRef, toStateRef } from './participant.js'

const OutstandingPrecondition = z
  .object({
    ...preconditionFields,
    met: z.boolean().meta({ description: 'Whether it held on the day asked about' }),
  })
  .meta({
    id: 'OutstandingPrecondition',
    description: 'What must hold before the State can become a party, and whether it does',
  })

const Item = z
  .object({
    instrument: InstrumentRef,
    status: z.enum(statuses).exclude(['party']).meta({
      id: 'OutstandingStatus',
      description: 'The status of a State that is not a party',
    }),
    signedOn: Day.nullable().meta({
      description: 'The day it signed; null where it has not, or the day is not known',
    }),
    nextStep: NextStep,
    preconditions: z.array(OutstandingPrecondition),
    urgedBy: z.array(UrgedBy).meta({
      description:
        'The paragraphs that urge the State to consider ratifying or acceding to it; empty where none does',
    }),
  })
  .meta({
    id: 'OutstandingItem',
    description: 'An instrument that a State is not a party to, and what is left to do',
  })

const OutstandingCounts = z
  .object({
    urged: z.int().min(0).meta({
      description: 'Instruments asked about that it is urged to consider ratifying or acceding to',
    }),
    party: z.int().min(0).meta({
      description: 'Of those, or with “scope=all” of all instruments asked about, how many it is a party to',
    }),
    outstanding: z.int().min(0).meta({ description: 'And how many it is not a party to' }),
  })
  .meta({ id: 'OutstandingCounts', description: 'How far a State has come' })

export const outstandingFields = {
  state: StateRef,
  counts: OutstandingCounts,
  outstanding: z.array(Item),
}

/** What one State still has to ratify, as a table: a row for each instrument that is left. */
export const outstandingTable = {
  row: z.object({ state: StateRef, ...Item.shape }),
  rowsOf: ({ state, outstanding }: OutstandingEntry) => outstanding.map((item) => ({ state, ...item })),
}

export const OutstandingEntry = z
  .object(outstandingFields)
  .meta({ id: 'OutstandingEntry', description: 'What one State still has to ratify' })
export type OutstandingEntry = z.infer<typeof OutstandingEntry>

export function toOutstanding(
  reading: Reading,
  { state, left: { urged, party, items }, shown }: StateOutstanding,
): OutstandingEntry {
  const refOf = instrumentRefs(reading)
  return {
    state: toStateRef(state, reading.asOf),
    counts: { urged, party, outstanding: items.length },
    outstanding: shown.map((item) => toItem(item, refOf)),
  }
}

const toItem = (item: OutstandingItem, refOf: RefOf): z.infer<typeof Item> => {
  const signature = item.standing?.signature ?? null
  return {
    instrument: refOf(item.instrument),
    status: item.status,
    signedOn: signature !== null && isDayKnown(signature) ? countsFrom(signature) : null,
    nextStep: item.nextStep,
    preconditions: item.preconditions.map((one) => ({ ...toPrecondition(one, refOf), met: one.met })),
    urgedBy: item.urgedBy.map(toUrgedBy),
  }
}
