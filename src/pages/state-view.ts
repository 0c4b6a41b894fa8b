import { actionsIn } from '../answers/actions.js'
import { groupsIn, partiesIn } from '../answers/groups/groups.js'
import { groupsNamed } from '../answers/groups/membership.js'
import { shortNamesOf } from '../answers/instruments.js'
import { leftFor } from '../answers/outstanding.js'
import { partyCounts } from '../answers/progress.js'
import type { Reading } from '../answers/reading.js'
import { statementsOfState } from '../answers/statements/state-statements.js'
import { aliasesOf, stateAt } from '../answers/states.js'
import { statusesOf } from '../answers/statuses.js'
import type { Participant } from '../db/participants.js'
import { type Action, effectOf } from '../domain/action.js'
import { plusDays } from '../domain/calendar.js'
import { existsOn, isExpectedOn, kindOn } from '../domain/participant.js'
import type { StatusKind } from '../domain/vocabulary.js'
import { actionInWords, dayInWords } from '../domain/wording.js'
import type { OpenedPage } from './frame/open-page.js'
import type { ComparedGroups } from './parts/state/group-comparison.js'
import type { StateView } from './parts/state/state.js'
import type { StateAct } from './parts/state/state-acts.js'
import type { StateRow } from './parts/state/state-rows.js'
import type { Summarised } from './parts/state/summary.js'

const tones: Record<ReturnType<typeof effectOf>, StatusKind> = {
  signs: 'signatory',
  applies: 'signatory',
  binds: 'party',
  leaves: 'withdrawn',
  stays: 'party',
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

/** What the summary, the badge and the card of a State follow from. */
export function summarised(page: OpenedPage, state: Participant): Summarised {
  const { asOf } = page.reading
  return {
    state,
    kind: kindOn(asOf, state),
    asOf,
    rows: stateRows(page, state),
    urged: page.urged,
    isWhole: isExpectedOn(asOf, state),
    endedOn: existsOn(asOf, state) ? null : state.memberUntil,
  }
}

/**
 * The model of a State's page.
 * @param chosen  the group to compare it with; its regional group, or its first, where absent
 */
export function stateView(
  page: OpenedPage,
  state: Participant,
  share: string,
  chosen: readonly string[] = [],
): StateView {
  const { reading } = page
  const summary = summarised(page, state)
  const { rows } = summary
  return {
    ...summary,
    compared: rows.length === 0 ? null : comparedGroups(page, state, rows, chosen),
    acts: actsOf(page, state, rows),
    aliases: aliasesOf(reading, state),
    share,
    shortNameOf: shortNamesOf(reading),
    statements: statementsOfState(reading, state, rows),
  }
}

/** The State beside one group: a chosen one, or else the first that it is in. Null if it is in none. */
function comparedGroups(
  { reading, urged }: OpenedPage,
  { code }: Participant,
  rows: readonly StateRow[],
  chosen: readonly string[],
): ComparedGroups | null {
  const own = groupsIn(reading, { state: [code] }).map(({ group }) => group)
  const [group = own[0]] = groupsNamed(reading, chosen)
  if (group === undefined) return null
  const shareOf = partiesIn(reading, [group], urged)
  const counts = partyCounts(reading, urged)
  return {
    group,
    groups: own.includes(group) ? own : [...own, group],
    rows: rows.flatMap(({ instrument, standing }) => {
      const now = counts.find((one) => one.instrument === instrument)?.now
      if (now === undefined) return []
      const all = { parties: now.memberParties, members: now.members }
      return [{ instrument, status: standing?.status ?? 'none', group: shareOf(group, instrument), all }]
    }),
  }
}

/** Whether a State has taken the place of the former State that performed an act printed for it. */
const hasTakenPlace = (reading: Reading, state: Participant, performedBy: string | null): boolean =>
  performedBy === null || performedBy === state.code || !existsOn(reading.asOf, stateAt(reading, performedBy))

/** “It”, or “Democratic Yemen, whose place it took on 22 May 1990,”. */
export function actorOf(
  reading: Reading,
  state: Participant,
  { performedBy }: Pick<Action, 'performedBy'>,
): string {
  if (performedBy === null || performedBy === state.code) return 'It'
  const { name, memberUntil } = stateAt(reading, performedBy)
  return `${name}${memberUntil === null ? '' : `, whose place it took on ${dayInWords(plusDays(memberUntil, 1))},`}`
}

/** No State has acted so often on so few instruments. */
const mostActs = 500

function actsOf({ reading, urged }: OpenedPage, state: Participant, rows: readonly StateRow[]): StateAct[] {
  if (rows.length === 0) return []
  const shortNameOf = shortNamesOf(reading)
  const filter = { state: [state.code], instrument: urged.map(({ code }) => code) }
  const taken = actionsIn(reading, filter)
    .rows({ offset: 0, limit: mostActs })
    .filter(({ performedBy }) => hasTakenPlace(reading, state, performedBy))
    .map((action) => ({
      on: action.latest,
      sentence: `${actionInWords(action, actorOf(reading, state, action), shortNameOf(action.instrument))}.`,
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
