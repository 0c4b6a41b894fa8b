import { countedInstruments, instrumentAt } from '../answers/instruments.js'
import { urgesIn } from '../answers/resolutions.js'
import { statusesIn } from '../answers/statuses.js'
import { required } from '../domain/errors.js'
import { collection } from '../http/envelope.js'
import { listOf } from '../http/lists/list.js'
import { filters, InstrumentParams } from '../http/parameters.js'
import { list, one, type Routes } from './route.js'
import { Instrument, instrumentFields, toInstrument } from './shapes/instrument.js'
import { StatusList, toStatus } from './shapes/status.js'

const { status, group, region, kind, resolution, paragraph } = filters

export const instrumentRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/instruments',
      id: 'listInstruments',
      summary: 'Every instrument in the record',
      description: 'Each with its counts on the day asked about. One that was adopted later is left out.',
      tag: 'instruments',
      example: '/v1/instruments?paragraph=1',
      query: { resolution, paragraph },
      page: collection(Instrument, 'InstrumentList'),
      says: 'Instruments',
    },
    (reading, { query }) => {
      const isFiltered = query.resolution !== undefined || query.paragraph !== undefined
      const urged = new Set(urgesIn(reading, query).map((urge) => urge.instrument))
      const instruments = reading.instruments.filter(({ code }) => !isFiltered || urged.has(code))
      const shown = (part: readonly (typeof instruments)[number][]) =>
        countedInstruments(reading, part).map((counted) => toInstrument(reading, counted))
      return { list: listOf(instruments, shown), instruments }
    },
  )

  one(
    app,
    context,
    {
      path: '/instruments/:instrument',
      id: 'getInstrument',
      summary: 'One instrument',
      description:
        'Its counts on the day asked about, its final clauses, preconditions and the depositary’s page.',
      tag: 'instruments',
      example: '/v1/instruments/trafficking-protocol',
      params: InstrumentParams,
      mayBeMissing: true,
      fields: instrumentFields,
      name: 'InstrumentAnswer',
      is: 'One instrument',
      says: 'The instrument',
    },
    (reading, { params }) => {
      const instruments = [instrumentAt(reading, params.instrument)]
      const [counted] = countedInstruments(reading, instruments)
      return { value: toInstrument(reading, required(counted, params.instrument)), instruments }
    },
  )

  list(
    app,
    context,
    {
      path: '/instruments/:instrument/statuses',
      id: 'listInstrumentStatuses',
      summary: 'Every participant’s status to one instrument',
      description:
        'Members of the United Nations on that day, observers and other States, whether they acted or not; everybody else by their actions alone.',
      tag: 'statuses',
      example: '/v1/instruments/cedaw/statuses?status=signatory',
      params: InstrumentParams,
      query: { status, group, region, kind },
      mayBeMissing: true,
      page: StatusList,
      says: 'Statuses',
    },
    (reading, { query, params }) => {
      const instruments = [instrumentAt(reading, params.instrument)]
      const rows = statusesIn(reading, instruments, query)
      return { list: listOf(rows, (part) => part.map((row) => toStatus(row, reading.asOf))), instruments }
    },
  )
}
