import { type Action, isDayKnown } from './action.js'
import type { Day } from './vocabulary.js'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** The form of a noun or verb that goes with a number: `agreeing(1, 'is', 'are')` → “is”. */
export const agreeing = (number: number, one: string, many = `${one}s`): string => (number === 1 ? one : many)

/** A number with the word that goes with it: “1 State”, “3 States”, “0 parties”. */
export const counted = (number: number, one: string, many?: string): string =>
  `${number} ${agreeing(number, one, many)}`

/** A day in words: `1995-09-08` → “8 September 1995”. */
export const dayInWords = (day: Day): string =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`

/** When an action was taken: “on 8 September 1995”, or between which days. */
export const whenInWords = (action: Pick<Action, 'earliest' | 'latest'>): string =>
  isDayKnown(action)
    ? `on ${dayInWords(action.latest)}`
    : `between ${dayInWords(action.earliest)} and ${dayInWords(action.latest)}`
