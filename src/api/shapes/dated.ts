import { z } from 'zod'
import { type Action, isDayKnown, knownDay } from '../../domain/action.js'
import { Day } from '../../domain/vocabulary.js'

/** The day of an act, or its bounds. */
export const dayFields = {
  on: Day.nullable().meta({ description: 'The day; null where only bounds are known' }),
  between: z.array(Day).min(2).max(2).nullable().meta({
    description:
      'Where the day is not known: the first and the last day it may have been. It counts from the last.',
  }),
  earliest: Day.meta({ description: 'The first day it may have been: the day itself, where that is known' }),
  latest: Day.meta({ description: 'The last day it may have been: the day itself, where that is known' }),
}

export interface DayFields {
  on: Day | null
  between: Day[] | null
  earliest: Day
  latest: Day
}

export const toDayFields = (act: Pick<Action, 'earliest' | 'latest'>): DayFields => ({
  on: knownDay(act),
  between: isDayKnown(act) ? null : [act.earliest, act.latest],
  earliest: act.earliest,
  latest: act.latest,
})
