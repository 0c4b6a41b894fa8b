import type { z } from 'zod'
import { oneOf } from './vocabulary.js'

export const lookOutcomes = ['imported', 'unchanged', 'not-modified', 'refused', 'unreachable'] as const
/** What came of a look at the page of an instrument. */
export type LookOutcome = (typeof lookOutcomes)[number]

/** The outcomes of a look that read the page, or learnt that it is the one that was read before. */
export const outcomesSeen = ['imported', 'unchanged', 'not-modified'] as const satisfies LookOutcome[]

export const failures = ['refused', 'unreachable'] as const satisfies LookOutcome[]
export const LookFailure = oneOf(failures).meta({
  id: 'LookFailure',
  description:
    'refused: what was there is not the whole page of the treaty, or would undo acts in the record. unreachable: no page was to be had.',
})
export type LookFailure = z.infer<typeof LookFailure>

export const lookedThrough = ['depositary', 'mirror'] as const
export const LookedThrough = oneOf(lookedThrough).meta({
  id: 'LookedThrough',
  description:
    'depositary: its own page. mirror: a copy of that page which the operator of this server named.',
})
export type LookedThrough = z.infer<typeof LookedThrough>
