import { z } from 'zod'
import type { RecordedAction } from '../../db/actions.js'
import { type Action, isDayKnown, knownDay } from '../../domain/action.js'
import { ActionKind, Certainty, Day } from '../../domain/vocabulary.js'
import { InstrumentRef } from './instrument.js'
import { StateRef } from './participant.js'

/** The day of an action, its certainty and its source. */
export const actionFields = {
  action: ActionKind,
  on: Day.nullable().meta({ description: 'The day; null where only bounds are known' }),
  between: z.array(Day).min(2).max(2).nullable().meta({
    description:
      'Where the day is not known: the first and the last day it may have been. It counts from the last.',
  }),
  earliest: Day.meta({ description: 'The first day it may have been: the day itself, where that is known' }),
  latest: Day.meta({ description: 'The last day it may have been: the day itself, where that is known' }),
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

type ActionFields = {
  action: Action['action']
  on: Day | null
  between: Day[] | null
  earliest: Day
  latest: Day
  performedBy: string | null
  certainty: Action['certainty']
  source: string
}

export const toActionFields = (action: Action): ActionFields => ({
  action: action.action,
  on: knownDay(action),
  between: isDayKnown(action) ? null : [action.earliest, action.latest],
  earliest: action.earliest,
  latest: action.latest,
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
