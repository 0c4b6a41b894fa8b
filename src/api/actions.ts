import { actionsIn } from '../answers/actions.js'
import { Day } from '../domain/vocabulary.js'
import { collection } from '../http/envelope.js'
import { filters } from '../http/parameters.js'
import { list, type Routes } from './route.js'
import { TreatyAction, toTreatyAction } from './shapes/action.js'
import { instrumentRefs } from './shapes/instrument.js'
import { stateRefs } from './shapes/participant.js'

const { state, instrument, action, group, region, kind } = filters

/** The parameters that select actions by participant, instrument and kind. */
export const actionFilters = { state, instrument, action, group, region, kind }

const since = Day.optional().meta({ description: 'Only actions that count from this day or a later one.' })
const until = Day.optional().meta({ description: 'Only actions that count from this day or an earlier one.' })

export const actionRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/actions',
      id: 'listActions',
      summary: 'Treaty actions in order of date',
      description:
        'Oldest first, by the day each counts from: the day itself, or the last day it may have been where only bounds are known.',
      tag: 'actions',
      example: '/v1/actions?instrument=trafficking-protocol&since=2023-01-01',
      query: { since, until, ...actionFilters },
      mayBeMissing: true,
      page: collection(TreatyAction, 'ActionList'),
      says: 'Actions',
    },
    (reading, { query }) => {
      const { instruments, total, rows } = actionsIn(reading, query)
      const [refOf, stateRefOf] = [instrumentRefs(reading), stateRefs(reading)]
      const shown = (offset: number, limit: number) =>
        rows({ offset, limit }).map((one) =>
          toTreatyAction(one, stateRefOf(one.participant), refOf(one.instrument)),
        )
      return { list: { total, rows: shown }, instruments }
    },
  )
}
