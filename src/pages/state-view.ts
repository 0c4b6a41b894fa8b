import { partyCounts } from '../answers/progress.js'
import { termsOf } from '../answers/refs.js'
import { urgesAsked } from '../answers/urges.js'
import type { Participant } from '../db/participants.js'
import { effectOf } from '../domain/action.js'
import { outstanding, urgedOn } from '../domain/outstanding.js'
import { isExpectedOn, kindOn } from '../domain/participant.js'
import type { StatusKind } from '../domain/vocabulary.js'
import { actionInWords, dayInWords } from '../domain/wording.js'
import type { OpenedPage } from './frame/open-page.js'
import type { StateRow, StateView } from './parts/state.js'
import type { StateAct } from './parts/state-acts.js'

const tones: Record<ReturnType<typeof effectOf>, StatusKind> = {
  signs: 'signatory',
  applies: 'signatory',
  binds: 'party',
  leaves: 'withdrawn',
}

/** Where a State stands to each instrument that the resolution is about, and what it has left to do. */
export function stateRows({ reading, urged, resolution }: OpenedPage, state: Participant): StateRow[] {
  const standings = new Map(
    reading.store.statuses.ofParticipant(state.code, reading).map((one) => [one.instrument, one]),
  )
  const urges = urgesAsked(reading, { resolution: [resolution.code] })
  const urgedThen = urgedOn(reading.asOf, urges, termsOf(reading).byCode)
  const { items } = outstanding(reading.asOf, state, urgedThen, (code) => standings.get(code))
  return urged
    .filter(({ code }) => isExpectedOn(reading.asOf, state) || standings.has(code))
    .map((instrument) => ({
      instrument,
      standing: standings.get(instrument.code),
      item: items.find((one) => one.instrument === instrument.code),
    }))
}

/** Everything that a State's page shows. */
export function stateView(page: OpenedPage, state: Participant, share: string): StateView {
  const { reading, urged } = page
  const rows = stateRows(page, state)
  const { refOf } = termsOf(reading)
  const compared = state.regionalGroup === null ? [] : partyCounts(reading, urged)
  return {
    state,
    kind: kindOn(reading.asOf, state),
    rows,
    compared: compared.flatMap(({ instrument, now }) => {
      const group = now.groups.find((one) => one.group === state.regionalGroup)
      const row = rows.find((one) => one.instrument.code === instrument.code)
      if (!group || !row) return []
      const all = { parties: now.memberParties, members: now.members }
      return [{ instrument, isParty: row.standing?.status === 'party', group, all }]
    }),
    acts: actsOf(page, state, rows),
    aliases: reading.store.participants
      .aliases()
      .filter(({ participant }) => participant === state.code)
      .map(({ name }) => name),
    share,
    shortNameOf: (code) => refOf(code).shortName,
  }
}

/** More than any State has taken about so few instruments. */
const mostActs = 500

function actsOf({ reading, urged }: OpenedPage, state: Participant, rows: readonly StateRow[]): StateAct[] {
  const { refOf } = termsOf(reading)
  const filter = { participants: [state.code], instruments: urged.map(({ code }) => code) }
  const taken = reading.store.actions.page(filter, reading, { offset: 0, limit: mostActs }).map((action) => ({
    on: action.latest,
    sentence: `${actionInWords(action, 'It', refOf(action.instrument).shortName)}.`,
    tone: tones[effectOf(action.action)],
    source: action.certainty === 'depositary' ? action.source : `${action.certainty}: ${action.source}`,
  }))
  const inForce = rows.flatMap(({ instrument, standing }) => {
    const on = standing?.inForceOn
    if (!on || on > reading.asOf || standing.status !== 'party') return []
    const sentence = `${instrument.shortName} entered into force for it on ${dayInWords(on)}.`
    return [{ on, sentence, tone: 'party' as const, source: null }]
  })
  return [...taken, ...inForce].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
