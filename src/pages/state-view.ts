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
import type { Day, StatusKind } from '../domain/vocabulary.js'
import type { Messages } from '../messages/messages.js'
import type { OpenedPage } from './frame/open-page.js'
import { articlesIn } from './parts/article.js'
import type { Sentence } from './parts/sentence.js'
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
  const { reading, messages } = page
  const summary = summarised(page, state)
  const { rows } = summary
  return {
    ...summary,
    compared: rows.length === 0 ? null : comparedGroups(page, state, rows, chosen),
    acts: actsOf(page, state, rows),
    aliases: aliasesOf(reading, state),
    share,
    shortNameOf: shortNamesOf(reading),
    articleOf: articlesIn(messages, reading.instruments),
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

/** The other State that performed an act, and on which day this one took its place. */
export interface OtherActor {
  readonly state: Participant
  /** Null for a State that still exists. */
  readonly replacedOn: Day | null
}

/** Who performed an act that is printed for a State, unless that is the State itself. */
export function otherActorOf(
  reading: Reading,
  { code }: Participant,
  { performedBy }: Pick<Action, 'performedBy'>,
): OtherActor | null {
  if (performedBy === null || performedBy === code) return null
  const state = stateAt(reading, performedBy)
  return { state, replacedOn: state.memberUntil === null ? null : plusDays(state.memberUntil, 1) }
}

/** “It acceded to CEDAW on 30 May 1984.”, or “Democratic Yemen, whose place it took on 22 May 1990, acceded …”. */
function actSentence(
  { say, when, day }: Messages,
  action: Action,
  actor: OtherActor | null,
  instrument: string,
): Sentence {
  const values = { deed: say(`deed-${action.action}`), instrument, when: when(action) }
  if (actor === null) return { key: 'act-own', values }
  const { state, replacedOn } = actor
  if (replacedOn === null) return { key: 'state-act-of-other', state, values }
  return { key: 'state-act-of-former', state, values: { ...values, date: day(replacedOn) } }
}

/** No State has acted so often on so few instruments. */
const mostActs = 500

function actsOf(page: OpenedPage, state: Participant, rows: readonly StateRow[]): StateAct[] {
  const { reading, urged, messages } = page
  if (rows.length === 0) return []
  const shortNameOf = shortNamesOf(reading)
  const filter = { state: [state.code], instrument: urged.map(({ code }) => code) }
  const taken = actionsIn(reading, filter)
    .rows({ offset: 0, limit: mostActs })
    .filter(({ performedBy }) => hasTakenPlace(reading, state, performedBy))
    .map((action) => ({
      on: action.latest,
      sentence: actSentence(
        messages,
        action,
        otherActorOf(reading, state, action),
        shortNameOf(action.instrument),
      ),
      tone: tones[effectOf(action.action)],
      source: { certainty: action.certainty, text: action.source },
    }))
  return [...taken, ...entriesIntoForce(page, rows)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const entriesIntoForce = ({ reading, messages }: OpenedPage, rows: readonly StateRow[]): StateAct[] =>
  rows.flatMap(({ instrument, standing }) => {
    const on = standing?.inForceOn
    if (!on || on > reading.asOf || standing.status !== 'party') return []
    const values = { instrument: instrument.shortName, date: messages.day(on) }
    return [{ on, sentence: { key: 'in-force-own', values } as const, tone: 'party' as const, source: null }]
  })
