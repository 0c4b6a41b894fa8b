import { instrumentAt } from '../../answers/instruments.js'
import { partyCounts } from '../../answers/progress.js'
import { statementSummaries } from '../../answers/statements/counts.js'
import { stateAt } from '../../answers/states.js'
import type { Participant } from '../../db/participants.js'
import { required } from '../../domain/errors.js'
import { gapsOn, isVouchedFor } from '../../domain/instruments/gap.js'
import { agreeing, counted, dayInWords } from '../../domain/wording.js'
import { pageLink } from '../frame/address.js'
import type { OpenedPage } from '../frame/open-page.js'
import type { CardContent } from '../parts/card.js'
import { recordDays } from '../parts/record-day.js'
import { badgeOf, instrumentsOf, type Summarised, summaryOf } from '../parts/state/summary.js'
import type { BadgeTone } from '../pictures/badge.js'
import { summarised } from '../state-view.js'

export interface Shared extends CardContent {
  readonly badge: { readonly label: string; readonly message: string; readonly tone: BadgeTone }
}

/** The content of a State's badge, card and picture. */
export function sharedState(page: OpenedPage, code: string): Shared {
  const { reading, pageContext } = page
  const state = stateAt(reading, code)
  const summary = summarised(page, state)
  return {
    title: state.name,
    summary: summaryOf(page.messages, summary),
    asAt: recordDays(reading.asOf, instrumentsOf(summary)),
    page: pathOfState(state),
    href: pageLink(pageContext.address, pathOfState(state)),
    marks: marksOf(page, summary),
    bar: null,
    badge: { label: state.name, ...badgeOf(page.messages, summary) },
  }
}

/** Its status to each instrument, and whether it is a party with reservations. */
function marksOf({ reading }: OpenedPage, { state, rows }: Summarised): CardContent['marks'] {
  const said = statementSummaries(reading)
  return rows.map(({ instrument, standing }) => {
    const status = standing?.status ?? 'none'
    const { reservations } = said({ state, instrument, standing, status })
    const note =
      reservations === 0 ? {} : { note: agreeing(reservations, 'with a reservation', 'with reservations') }
    return { label: instrument.shortName, status, ...note }
  })
}

const pathOfState = ({ code }: Participant): string => `/states/${code}`

/** The content of an instrument's badge, card and picture. */
export function sharedInstrument({ reading, pageContext }: OpenedPage, code: string): Shared {
  const instrument = instrumentAt(reading, code)
  const [one] = partyCounts(reading, [instrument])
  const { now, signedOnly } = required(one, `The instrument “${code}”`)
  const { parties, memberParties, members, remaining } = now
  const missing = gapsOn(reading.asOf, instrument.gaps).map(({ what }) => ` ${what}.`)
  const isWhole = isVouchedFor(reading.asOf, instrument) && missing.length === 0
  const known = `${counted(parties, 'party', 'parties')}${isWhole ? '' : ' known'}`
  const when = isVouchedFor(reading.asOf, instrument) ? ` on ${dayInWords(reading.asOf)}` : ''
  const summary = `${known}${when}; ${leftInWords(now, signedOnly)}.${missing.join('')}`
  return {
    title: instrument.shortName,
    summary,
    asAt: recordDays(reading.asOf, [instrument]),
    page: `/instruments/${instrument.code}`,
    href: pageLink(pageContext.address, `/instruments/${instrument.code}`),
    marks: [
      { label: `Members that are parties: ${memberParties}`, status: 'party' },
      { label: `Signed only: ${signedOnly}`, status: 'signatory' },
      { label: `Neither: ${remaining - signedOnly}`, status: 'none' },
    ],
    bar: {
      whole: members,
      segments: [
        { tone: 'party', size: memberParties },
        { tone: 'signatory', size: signedOnly },
      ],
    },
    badge: {
      label: instrument.shortName,
      message: `${known}, ${counted(remaining, 'Member')} to go`,
      tone: remaining === 0 ? 'done' : 'partly',
    },
  }
}

/** “6 of 193 Members of the United Nations are not parties; 2 of them have signed”. */
export function leftInWords(
  { members, remaining }: { readonly members: number; readonly remaining: number },
  signedOnly: number,
): string {
  const all = `${members} Members of the United Nations`
  if (remaining === 0) return `all ${all} are parties`
  if (remaining === 1)
    return `1 of ${all} ${signedOnly === 1 ? 'is not a party, but has signed' : 'is neither a party nor a signatory'}`
  const signed = signedOnly === 0 ? 'none' : signedOnly
  return `${remaining} of ${all} are not parties; ${signed} of them ${agreeing(signedOnly || 1, 'has', 'have')} signed`
}
