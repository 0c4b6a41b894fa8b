import type { InstrumentProgress } from '../../../answers/progress.js'
import { counted, dayInWords } from '../../../domain/wording.js'

export type { InstrumentProgress }

/** “117 parties on 18 December 2008”; null before that day. */
export const thenInWords = ({ atResolution }: InstrumentProgress): string | null =>
  atResolution && `${counted(atResolution.parties, 'party', 'parties')} on ${dayInWords(atResolution.on)}`
