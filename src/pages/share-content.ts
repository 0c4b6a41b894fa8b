import { instrumentAt } from '../answers/instruments.js'
import { partyCounts } from '../answers/progress.js'
import { stateAt } from '../answers/states.js'
import type { Participant } from '../db/participants.js'
import { required } from '../domain/errors.js'
import { kindOn } from '../domain/participant.js'
import { dayInWords } from '../domain/wording.js'
import { pageLink } from './frame/address.js'
import type { OpenedPage } from './frame/open-page.js'
import type { CardContent } from './parts/card.js'
import { summaryOf } from './parts/state/state.js'
import type { BadgeTone } from './pictures/badge.js'
import { stateRows } from './state-view.js'

export interface Shared extends CardContent {
  readonly badge: { readonly label: string; readonly message: string; readonly tone: BadgeTone }
}

/** The content of a State's badge, card and picture. */
export function sharedState(page: OpenedPage, code: string): Shared {
  const { reading, pageContext } = page
  const state = stateAt(reading, code)
  const rows = stateRows(page, state)
  const joined = rows.filter(({ standing }) => standing?.status === 'party').length
  const tone = joined === rows.length ? 'done' : joined === 0 ? 'open' : 'partly'
  return {
    title: state.name,
    summary: summaryOf({ rows, state, kind: kindOn(reading.asOf, state) }),
    href: pageLink(pageContext.address, pathOfState(state)),
    marks: rows.map(({ instrument, standing }) => ({
      label: instrument.shortName,
      status: standing?.status ?? 'none',
    })),
    bar: null,
    badge: { label: state.name, message: `party to ${joined} of ${rows.length} treaties`, tone },
  }
}

const pathOfState = ({ code }: Participant): string => `/states/${code}`

/** The content of an instrument's badge, card and picture. */
export function sharedInstrument({ reading, pageContext }: OpenedPage, code: string): Shared {
  const instrument = instrumentAt(reading, code)
  const [one] = partyCounts(reading, [instrument])
  const { now, signedOnly } = required(one, `The instrument “${code}”`)
  const { parties, memberParties, members, remaining } = now
  const summary = `${parties} parties on ${dayInWords(reading.asOf)}; ${remaining} of ${members} Members of the United Nations have not joined, ${signedOnly} of which have signed.`
  return {
    title: instrument.shortName,
    summary,
    href: pageLink(pageContext.address, `/instruments/${instrument.code}`),
    marks: [
      { label: `${memberParties} Members are parties`, status: 'party' },
      { label: `${signedOnly} have signed only`, status: 'signatory' },
      { label: `${remaining - signedOnly} have done neither`, status: 'none' },
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
      message: `${parties} parties, ${remaining} Members to go`,
      tone: remaining === 0 ? 'done' : 'partly',
    },
  }
}
