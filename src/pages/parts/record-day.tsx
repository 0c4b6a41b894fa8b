import type { Instrument } from '../../db/instruments.js'
import { gapsBetween, isVouchedFor } from '../../domain/instruments/gap.js'
import type { Day, StatusKind } from '../../domain/vocabulary.js'
import type { Messages } from '../../messages/messages.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'

type HasAsAt = Pick<Instrument, 'asAt'>

/** The word for a status. Where the table was not read up to the day, an absent action is only not known. */
export const statusLabel = ({ say }: Messages, status: StatusKind, day: Day, instrument: HasAsAt): string =>
  status === 'none' && !isVouchedFor(day, instrument) ? say('status-none-known') : say(`status-${status}`)

/** Up to which day the record of an instrument goes, to stand beside a status. */
export function RecordAsAt({ instrument: { asAt } }: { instrument: HasAsAt }) {
  const { say, shortDay } = useMessages()
  return (
    <small class="as-at">
      {asAt === null ? say('record-as-at-no-day') : say('record-as-at', { date: shortDay(asAt) })}
    </small>
  )
}

/**
 * The days for which the record of some instruments can speak, of those up to `day`: “18 December 2008” where all tables
 * were read that far, else “record as at 9 October 2024 to 13 April 2026”.
 */
export function recordDaysIn(
  { say, day: inWords }: Messages,
  day: Day,
  instruments: readonly HasAsAt[],
): string {
  if (instruments.every((one) => isVouchedFor(day, one))) return inWords(day)
  const days = instruments.flatMap(({ asAt }) => (asAt === null ? [] : asAt < day ? asAt : day)).sort()
  const [first, last] = [days.at(0), days.at(-1)]
  if (first === undefined || last === undefined) return say('record-as-at-no-day')
  if (days.length < instruments.length) return say('record-as-at-some', { to: inWords(last) })
  if (first === last) return say('record-as-at', { date: inWords(first) })
  return say('record-as-at-days', { from: inWords(first), to: inWords(last) })
}

/** What the record is known not to hold of some instruments, between two days. */
export function KnownGaps({
  instruments,
  from,
  until,
}: {
  instruments: readonly Pick<Instrument, 'shortName' | 'titles' | 'gaps'>[]
  from: Day
  until: Day
}) {
  const { parts, day } = useMessages()
  return instruments.flatMap((instrument) =>
    gapsBetween(from, until, instrument.gaps).map(({ until: end, what }) => (
      <p key={what} class="note gap">
        {parts('known-gap', {
          instrument: instrument.shortName,
          date: day(end),
          what: <English>{what}</English>,
        })}
      </p>
    )),
  )
}
