import { instrumentsNamed } from '../answers/instruments.js'
import { leftForEach, type OutstandingFilter } from '../answers/outstanding.js'
import type { Reading } from '../answers/reading.js'
import { urgesIn } from '../answers/resolutions.js'
import { type StatusRow, statusesIn } from '../answers/statuses.js'
import { filters } from '../http/parameters.js'
import { list, type Routes } from './route.js'
import { StatusList, statusList } from './shapes/status.js'

const { instrument, state, group, region, kind, status, nextStep, resolution, paragraph, minimum } = filters

export const statusRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/statuses',
      id: 'listStatuses',
      summary: 'The matrix: one row a participant and instrument',
      description:
        'With “nextStep” or “minimum”: only outstanding instruments for which that step is left, of States with at least so many; an “instrument” that is not urged is then an error.',
      tag: 'statuses',
      example: '/v1/statuses?state=VUT&paragraph=2',
      query: { instrument, state, group, region, kind, status, nextStep, resolution, paragraph, minimum },
      mayBeMissing: true,
      page: StatusList,
      says: 'Statuses',
    },
    (reading, { query }) => {
      const { resolution, paragraph } = query
      const isFiltered = resolution !== undefined || paragraph !== undefined
      const urged = new Set(urgesIn(reading, { resolution, paragraph }).map((urge) => urge.instrument))
      const instruments = instrumentsNamed(reading, query.instrument).filter(
        ({ code }) => !isFiltered || urged.has(code),
      )
      const rows = statusesIn(reading, instruments, query).filter(isOutstanding(reading, query))
      return { list: statusList(reading, rows), instruments }
    },
  )
}

/** With `nextStep` or `minimum`, keeps only rows that are outstanding; otherwise keeps all. */
function isOutstanding(reading: Reading, filter: OutstandingFilter): (row: StatusRow) => boolean {
  if (filter.nextStep === undefined && !filter.minimum) return () => true
  const { rows } = leftForEach(reading, filter)
  const left = new Set(
    rows.flatMap(({ state, shown }) => shown.map((item) => `${state.code} ${item.instrument}`)),
  )
  return ({ state, instrument }) => left.has(`${state.code} ${instrument.code}`)
}
