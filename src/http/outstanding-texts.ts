import { LRUCache } from 'lru-cache'
import { groundOfAll, stateOutstanding } from '../answers/outstanding.js'
import { type Context, openReading, type Reading } from '../answers/reading.js'
import { instrumentsUrged, withRequired } from '../answers/urges.js'
import type { Version } from '../db/version.js'
import { required } from '../domain/errors.js'
import { daysOfChange } from '../domain/outstanding.js'
import type { Day } from '../domain/vocabulary.js'
import { metaOf } from './envelope.js'

/** So many texts of about a kilobyte are kept, some fifteen spans of days for each State; and so many days. */
const most = 5000

/** The reading of a day, and what an answer says of it. */
interface Told {
  readonly reading: Reading
  readonly meta: ReturnType<typeof metaOf>
}

/**
 * What one State still has to ratify, as the JSON of its answer without its end: written once for all days between two
 * on which it may become another, of the newest revision. The question throws a DomainError where nobody has the code.
 */
export function outstandingTexts(context: Pick<Context, 'store' | 'today'>) {
  const { participants, resolutions, instruments, statuses } = context.store
  const daysOf = new Map<string, readonly Day[]>()
  const texts = new LRUCache<string, string>({ max: most })
  const tellings = new LRUCache<Day, Told>({ max: most })
  let of: Version | undefined

  const stateOf = (code: string) => required(participants.byCode(code), `The State “${code}”`)

  function daysAnew({ revision }: Reading, code: string): readonly Day[] {
    const all = { instruments: instruments.all(revision) }
    const concerned = withRequired(all, instrumentsUrged(all, resolutions.urges()))
    const periods = statuses.briefPeriods(revision, ...concerned.map((one) => one.code)).get(code) ?? []
    return daysOfChange(stateOf(code), resolutions.urges(), concerned, periods)
  }

  function toldAnew({ revision }: Version, asOf: Day): Told {
    const reading = openReading(context, { asOf, revision })
    return { reading, meta: metaOf(reading, groundOfAll(reading).instruments) }
  }

  const textAnew = (reading: Reading, code: string): string =>
    JSON.stringify(stateOutstanding(reading, stateOf(code))).slice(0, -1)

  return (version: Version, code: string, asOf: Day): Pick<Told, 'meta'> & { text: string } => {
    if (version !== of) for (const kept of [daysOf, texts, tellings]) kept.clear()
    of = version
    const told = tellings.get(asOf) ?? toldAnew(version, asOf)
    tellings.set(asOf, told)
    const days = daysOf.get(code) ?? daysAnew(told.reading, code)
    daysOf.set(code, days)
    const key = `${code} ${days.findLast((day) => day <= asOf)}`
    const text = texts.get(key) ?? textAnew(told.reading, code)
    texts.set(key, text)
    return { text, meta: told.meta }
  }
}
