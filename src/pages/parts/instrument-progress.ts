import type { Instrument } from '../../db/instruments.js'
import type { PartyCount } from '../../domain/progress.js'
import { dayInWords } from '../../domain/wording.js'
import { counted } from './words.js'

/** How far an instrument that a resolution urges has come. */
export interface Followed {
  readonly instrument: Instrument
  /** At the end of every year since its adoption, and on the day of the page. */
  readonly history: readonly PartyCount[]
  readonly now: PartyCount
  /** Null where the resolution is of a later day than the page, or the instrument of a later one than both. */
  readonly atResolution: PartyCount | null
  /** Members that have signed, and are not bound. */
  readonly signedOnly: number
  readonly withdrawn: number
}

/** “117 parties on 18 December 2008”, or nothing before that day. */
export const thenInWords = ({ atResolution }: Followed): string | null =>
  atResolution && `${counted(atResolution.parties, 'party', 'parties')} on ${dayInWords(atResolution.on)}`
