import { z } from 'zod'
import type { RecordedAction } from '../../db/actions.js'
import type { Action } from '../../domain/action.js'
import { ActionKind, Certainty, Day } from '../../domain/vocabulary.js'
import { type DayFields, dayFields, toDayFields } from './dated.js'
import { InstrumentRef } from './instrument.js'
import { StateRef } from './participant.js'

/** The day of an action, its certainty and its source. */
export const actionFields = {
  action: ActionKind,
  ...dayFields,
  performedBy: z
    .string()
    .nullable()
    .meta({
      description:
        'The code of the former State that performed it, where the depositary prints it for the State in its place. It counts for the former State from its day, and for the other from the day it took that place.',
      examples: ['YMD'],
    }),
  certainty: Certainty,
  source: z.string().meta({ description: 'Where the record has it from' }),
}

export const DatedAction = z
  .object(actionFields)
  .meta({ id: 'DatedAction', description: 'What was done, when, how certain that is, and who says so' })

export const TreatyAction = z
  .object({
    state: StateRef,
    instrument: InstrumentRef,
    ...actionFields,
    countsFrom: Day.meta({
      description: 'The day from which it counts: the day itself, or the last of its bounds',
    }),
    revision: z.int().min(1).meta({ description: 'The import that the record has it from' }),
  })
  .meta({ id: 'TreatyAction', description: 'One treaty action' })

type ActionFields = DayFields & {
  action: Action['action']
  performedBy: string | null
  certainty: Action['certainty']
  source: string
}

export const toActionFields = (action: Action): ActionFields => ({
  action: action.action,
  ...toDayFields(action),
  performedBy: action.performedBy,
  certainty: action.certainty,
  source: action.source,
})

export const toTreatyAction = (
  action: RecordedAction,
  state: StateRef,
  instrument: InstrumentRef,
): z.infer<typeof TreatyAction> => ({
  state,
  instrument,
  ...toActionFields(action),
  countsFrom: action.latest,
  revision: action.knownFrom,
})
