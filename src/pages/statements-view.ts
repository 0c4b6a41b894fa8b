import { coverageOf } from '../answers/coverage.js'
import { groupChoice, inGroups } from '../answers/groups/membership.js'
import type { Reading } from '../answers/reading.js'
import { articleCounts, standsForState, statesOf } from '../answers/statements/counts.js'
import { discussed } from '../answers/statements/reactions.js'
import { type StatementRow, statementsOn } from '../answers/statements/statements.js'
import { statusesIn } from '../answers/statuses.js'
import { territoriesOn } from '../answers/territories.js'
import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import { grouped } from '../domain/grouped.js'
import { isOfOwnConsent } from '../domain/statements/statement.js'
import type { ReservedView } from './parts/statements/instrument-statements.js'
import type { StatementChoice } from './parts/statements/statement-filters.js'
import type { StatementsView } from './parts/statements/statements-page.js'

/** The model of the page of the statements on an instrument. */
export function statementsView(
  reading: Reading,
  instrument: Instrument,
  choice: StatementChoice,
): StatementsView {
  const { group, exceptPurpose } = choice
  const of = { instrument: [instrument.code] }
  const except = exceptPurpose && [exceptPurpose]
  const all = statementsOn(reading, of)
  const chosen = chosenIn(reading, instrument, choice)
  const statuses = statusesIn(reading, [instrument], {})
  return {
    instrument,
    choice,
    groups: groupChoice(reading, group),
    coverage: coverageOf(reading, instrument.code),
    articles: articleCounts(reading, instrument, { group, exceptPurpose: except }),
    parties: statusesIn(reading, [instrument], { status: ['party'], group }).length,
    mapped: { statuses, rows: chosen.filter(isOfState) },
    own: all.filter(({ statement }) => isOfOwnConsent(statement)),
    shown: [...grouped(discussed(reading, ofGroups(reading, chosen, choice), all), byState).values()],
    territories: territoriesOn(reading, of),
  }
}

/** The statements that a reader chose, of all groups. */
const chosenIn = (
  reading: Reading,
  instrument: Instrument,
  { kind = 'reservation', article, exceptPurpose, standing }: StatementChoice,
): StatementRow[] =>
  statementsOn(reading, {
    instrument: [instrument.code],
    kind: [kind],
    article: article === undefined ? undefined : [article],
    exceptPurpose: exceptPurpose && [exceptPurpose],
    // Without a choice, what stands, in full or in part.
    standing: standing === undefined ? ['standing', 'partly-withdrawn'] : [standing],
  })

/** The rows of States in the chosen groups. */
function ofGroups(reading: Reading, rows: StatementRow[], { group }: StatementChoice): StatementRow[] {
  if (group === undefined) return rows
  const isChosen = inGroups(reading, group)
  return rows.filter(({ state }) => isChosen(state))
}

const byState = ({ state }: StatementRow): Participant => state

const isOfState = ({ statement }: StatementRow): boolean => statement.territory === null

/** What an instrument's page says of statements. */
export function reservedView(reading: Reading, instrument: Instrument): ReservedView {
  const of = { instrument: [instrument.code] }
  const reserving = statementsOn(reading, { ...of, kind: ['reservation'] }).filter(standsForState)
  return {
    coverage: coverageOf(reading, instrument.code),
    articles: articleCounts(reading, instrument),
    reserving: statesOf(reserving).length,
    beyondDisputes: statesOf(reserving.filter(({ purpose }) => purpose !== 'disputes')).length,
    parties: statusesIn(reading, [instrument], { status: ['party'] }).length,
    territories: territoriesOn(reading, of).length,
  }
}
