import type { InstrumentProgress } from '../../../answers/progress.js'
import type { Messages } from '../../../messages/messages.js'

export type { InstrumentProgress }

/** “117 parties on 18 December 2008”; null before that day. */
export const thenInWords = ({ say, day }: Messages, { atResolution }: InstrumentProgress): string | null =>
  atResolution && say('parties-on', { n: atResolution.parties, date: day(atResolution.on) })
