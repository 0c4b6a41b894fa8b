import { actionsIn } from '../answers/actions.js'
import { shortNamesOf } from '../answers/instruments.js'
import { leftFor } from '../answers/outstanding.js'
import { partyCounts } from '../answers/progress.js'
import { aliasesOf } from '../answers/states.js'
import { statusesOf } from '../answers/statuses.js'
import type { Participant } from '../db/participants.js'
import { effectOf } from '../domain/action.js'
import { kindOn } from '../domain/participant.js'
import type { StatusKind } from '../domain/vocabulary.js'
import { actionInWords, dayInWords } from '../domain/wording.js'
import type { OpenedPage } from './frame/open-page.js'
import type { StateView } from './parts/state/state.js'
import type { StateAct } from './parts/state/state-acts.js'
import type { StateRow } from './parts/state/state-rows.js'

const tones: Record<ReturnType<typeof effectOf>, StatusKind> = {
  signs: 'signatory',
  applies: 'signatory',
  binds: 'party',
  leaves: 'withdrawn',
}

/** A State's standing to each instrument that the resolution urges, and what it has left to do. */
export function stateRows({ reading, urged, resolution }: OpenedPage, state: Participant): StateRow[] {
  const { left } = leftFor(reading, state, { resolution: [resolution.code] })
  return statusesOf(reading, state, urged).map(({ instrument, standing }) => ({
    instrument,
    standing,
    item: left.items.find((one) => one.instrument === instrument.code),
  }))
}

/** The model of a State's page. */
export function stateView(page: OpenedPage, state: Participant, share: string): StateView {
  const { reading, urged } = page
  const rows = stateRows(page, state)
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
    aliases: aliasesOf(reading, state),
    share,
    shortNameOf: shortNamesOf(reading),
  }
}

/** No State has acted so often on so few instruments. */
const mostActs = 500

function actsOf({ reading, urged }: OpenedPage, state: Participant, rows: readonly StateRow[]): StateAct[] {
  const shortNameOf = shortNamesOf(reading)
  const filter = { state: [state.code], instrument: urged.map(({ code }) => code) }
  const taken = actionsIn(reading, filter)
    .rows({ offset: 0, limit: mostActs })
    .map((action) => ({
      on: action.latest,
      sentence: `${actionInWords(action, 'It', shortNameOf(action.instrument))}.`,
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
