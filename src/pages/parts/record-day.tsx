import type { Instrument } from '../../db/instruments.js'
import { gapsBetween, isVouchedFor } from '../../domain/instruments/gap.js'
import type { Day, StatusKind } from '../../domain/vocabulary.js'
import { dayInWords } from '../../domain/wording.js'
import { shortDay, statusWords } from './words.js'

type HasAsAt = Pick<Instrument, 'asAt'>

/** The word for a status. Where the table was not read up to the day, an absent action is only not known. */
export const statusWord = (status: StatusKind, day: Day, instrument: HasAsAt): string =>
  status === 'none' && !isVouchedFor(day, instrument) ? 'None known' : statusWords[status]

/** Up to which day the record of an instrument goes, to stand beside a status. */
export const RecordAsAt = ({ instrument: { asAt } }: { instrument: HasAsAt }) => (
  <small class="as-at">record as at {asAt === null ? 'no stated day' : shortDay(asAt)}</small>
)

/**
 * The days for which the record of some instruments can speak, of those up to `day`: “18 December 2008” where all tables
 * were read that far, else “record as at 9 October 2024 to 13 April 2026”.
 */
export function recordDays(day: Day, instruments: readonly HasAsAt[]): string {
  if (instruments.every((one) => isVouchedFor(day, one))) return dayInWords(day)
  const days = instruments.map(({ asAt }) => asAt ?? '').sort()
  const [first = '', last = ''] = [days.at(0), days.at(-1)]
  const inWords = (one: Day): string => (one === '' ? 'no stated day' : dayInWords(one < day ? one : day))
  const [from, to] = [inWords(first), inWords(last)]
  return from === to ? `record as at ${from}` : `record as at ${from} to ${to}`
}

/** What the record is known not to hold of some instruments, between two days. */
export function KnownGaps({
  instruments,
  from,
  until,
}: {
  instruments: readonly Pick<Instrument, 'shortName' | 'gaps'>[]
  from: Day
  until: Day
}) {
  const found = instruments.flatMap(({ shortName, gaps }) =>
    gapsBetween(from, until, gaps).map((gap) => ({ shortName, ...gap })),
  )
  return found.map(({ shortName, until: end, what }) => (
    <p key={what} class="note gap">
      {shortName} before {dayInWords(end)}: {what}.
    </p>
  ))
}
