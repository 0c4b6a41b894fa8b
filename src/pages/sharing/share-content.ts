import { instrumentAt } from '../../answers/instruments.js'
import { nameIn } from '../../answers/names.js'
import { partyCounts } from '../../answers/progress.js'
import { statementSummaries } from '../../answers/statements/counts.js'
import { stateAt } from '../../answers/states.js'
import type { Participant } from '../../db/participants.js'
import { required } from '../../domain/errors.js'
import { gapsOn, isVouchedFor } from '../../domain/instruments/gap.js'
import { pageLink } from '../frame/address.js'
import type { OpenedPage } from '../frame/open-page.js'
import type { CardContent } from '../parts/card.js'
import { recordDaysIn } from '../parts/record-day.js'
import type { Sentence } from '../parts/sentence.js'
import { badgeOf, instrumentsOf, type Summarised, summarySentences } from '../parts/state/summary.js'
import type { BadgeTone } from '../pictures/badge.js'
import { summarised } from '../state-view.js'

/** What other sites show of a State or an instrument, in the language of the page. */
export interface Shared extends CardContent {
  /** What all of it is about, and not what it says: text stays in an article, and pictures change. */
  readonly heading: string
  readonly badge: { readonly label: string; readonly message: string; readonly tone: BadgeTone }
}

/** The content of a State's badge, card and picture. */
export function sharedState(page: OpenedPage, code: string): Shared {
  const { reading, pageContext, messages } = page
  const state = stateAt(reading, code)
  const name = nameIn(messages.lang, state)
  const summary = summarised(page, state)
  return {
    title: name,
    heading: messages.say('share-title-state', { name: name.text }),
    summary: summarySentences(messages, summary),
    asAt: recordDaysIn(messages, reading.asOf, instrumentsOf(summary)),
    page: pathOfState(state),
    href: pageLink(pageContext.address, pathOfState(state)),
    marks: marksOf(page, summary),
    bar: null,
    badge: { label: name.text, ...badgeOf(messages, summary) },
  }
}

/** Its status to each instrument, and whether it is a party with reservations. */
function marksOf(
  { reading, messages: { say } }: OpenedPage,
  { state, rows }: Summarised,
): CardContent['marks'] {
  const said = statementSummaries(reading)
  return rows.map(({ instrument, standing }) => {
    const status = standing?.status ?? 'none'
    const { reservations } = said({ state, instrument, standing, status })
    const note = reservations === 0 ? {} : { note: say('card-reservations', { n: reservations }) }
    return { label: instrument.shortName, status, ...note }
  })
}

const pathOfState = ({ code }: Participant): string => `/states/${code}`

/** The content of an instrument's badge, card and picture. */
export function sharedInstrument({ reading, pageContext, messages }: OpenedPage, code: string): Shared {
  const instrument = instrumentAt(reading, code)
  const [one] = partyCounts(reading, [instrument])
  const { now, signedOnly } = required(one, `The instrument “${code}”`)
  const { parties, memberParties, members, remaining } = now
  const gaps = gapsOn(reading.asOf, instrument.gaps)
  const isVouched = isVouchedFor(reading.asOf, instrument)
  const isWhole = isVouched && gaps.length === 0
  const { say, lang } = messages
  const title = instrument.shortName
  return {
    title: { text: title, lang },
    heading: say('share-title-instrument', { name: title }),
    summary: [
      {
        key: isWhole ? 'card-parties-on' : isVouched ? 'card-parties-known-on' : 'card-parties-known',
        values: { n: parties, date: messages.day(reading.asOf) },
      },
      leftSentence(now, signedOnly),
      ...gaps.map(({ what }) => ({ key: 'card-gap' as const, english: { what } })),
    ],
    asAt: recordDaysIn(messages, reading.asOf, [instrument]),
    page: `/instruments/${instrument.code}`,
    href: pageLink(pageContext.address, `/instruments/${instrument.code}`),
    marks: [
      { label: say('mark-parties', { n: memberParties }), status: 'party' },
      {
        label: say('label-value', { label: say('status-signatory'), value: String(signedOnly) }),
        status: 'signatory',
      },
      { label: say('mark-neither', { n: remaining - signedOnly }), status: 'none' },
    ],
    bar: {
      whole: members,
      segments: [
        { tone: 'party', size: memberParties },
        { tone: 'signatory', size: signedOnly },
      ],
    },
    badge: {
      label: title,
      message: say(isWhole ? 'badge-instrument' : 'badge-instrument-known', { n: parties, left: remaining }),
      tone: remaining === 0 ? 'done' : 'partly',
    },
  }
}

/** “6 of 193 Members of the United Nations are not parties; 2 of them have signed.” */
export const leftSentence = (
  { members, remaining }: { readonly members: number; readonly remaining: number },
  signedOnly: number,
): Sentence =>
  remaining === 0
    ? { key: 'card-all-parties', values: { members } }
    : { key: 'card-left', values: { left: remaining, members, signed: signedOnly } }
