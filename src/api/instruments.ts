import { countedInstruments, instrumentAt, instrumentsLike } from '../answers/instruments.js'
import { urgesIn } from '../answers/resolutions.js'
import { articleCounts } from '../answers/statements/counts.js'
import { statusesIn } from '../answers/statuses.js'
import { required } from '../domain/errors.js'
import { collection } from '../http/envelope.js'
import { listOf } from '../http/lists/list.js'
import { filters, InstrumentParams } from '../http/parameters.js'
import { statementFilters, territoryFilters } from '../http/statement-parameters.js'
import { list, one, type Routes } from './route.js'
import { statementMetaOf } from './shapes/coverage.js'
import { Instrument, instrumentFields, toInstrument } from './shapes/instrument.js'
import { ArticleList, StatementList, toArticle } from './shapes/statement.js'
import { StatusList, statusList } from './shapes/status.js'
import { TerritoryList } from './shapes/territory.js'
import { statementList } from './statements.js'
import { territoryList } from './territories.js'

const { status, group, region, kind, resolution, paragraph } = filters
const q = filters.q.meta({
  description:
    'A code, a number, or part of a short name or title, in English or the language of “lang”: best first.',
})
const { instrument: _instrument, ...ofInstrument } = statementFilters
const { standing: _standing, territory: _territory, toward: _toward, ...ofArticles } = ofInstrument
const { instrument: _ofTerritories, ...territoriesOf } = territoryFilters

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
      showsLooks: true,
      query: { resolution, paragraph, q },
      page: collection(Instrument, 'InstrumentList'),
      says: 'Instruments',
    },
    (reading, { query }) => {
      const isFiltered = query.resolution !== undefined || query.paragraph !== undefined
      const urged = new Set(urgesIn(reading, query).map((urge) => urge.instrument))
      const all =
        query.q === undefined ? reading.instruments : instrumentsLike(reading, query.q).map(({ one }) => one)
      const instruments = all.filter(({ code }) => !isFiltered || urged.has(code))
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
      showsLooks: true,
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
      return { list: statusList(reading, rows), instruments }
    },
  )

  list(
    app,
    context,
    {
      path: '/instruments/:instrument/statements',
      id: 'listInstrumentStatements',
      summary: 'What States have reserved and declared on one instrument, and who objected',
      description:
        'Of all kinds and all standings, by State and kind. An empty list says that nobody made any only where “meta.coverage” is “whole”.',
      tag: 'statements',
      example: '/v1/instruments/cedaw/statements?article=2&standing=partly-withdrawn&exceptPurpose=disputes',
      params: InstrumentParams,
      query: ofInstrument,
      mayBeMissing: true,
      page: StatementList,
      says: 'Statements',
    },
    (reading, { query, params }) =>
      statementList(reading, { ...query, instrument: [instrumentAt(reading, params.instrument).code] }),
  )

  list(
    app,
    context,
    {
      path: '/instruments/:instrument/articles',
      id: 'listInstrumentArticles',
      summary: 'Which provisions of an instrument are reserved, and by whom',
      description:
        'In the order of the treaty, each provision that a standing statement names, and each that encloses one: a reservation to 16(1)(c) counts for 16(1) and 16, one to the whole of 29 for 29(1), a general one for “general” alone. Statements for a territory alone are left out.',
      tag: 'statements',
      example: '/v1/instruments/opsc/articles',
      params: InstrumentParams,
      query: ofArticles,
      mayBeMissing: true,
      page: ArticleList,
      says: 'Provisions',
    },
    (reading, { query, params }) => {
      const instrument = instrumentAt(reading, params.instrument)
      const counts = articleCounts(reading, instrument, query)
      return {
        list: listOf(counts, (part) => part.map((one) => toArticle(one, reading))),
        meta: statementMetaOf(reading, [instrument]),
      }
    },
  )

  list(
    app,
    context,
    {
      path: '/instruments/:instrument/territories',
      id: 'listInstrumentTerritories',
      summary: 'To which territories one instrument extends, and since when',
      description:
        'One row for each territory that a State notified. A territory without a row is one that the record knows nothing of.',
      tag: 'statements',
      example: '/v1/instruments/opsc/territories?state=DNK',
      params: InstrumentParams,
      query: territoriesOf,
      mayBeMissing: true,
      page: TerritoryList,
      says: 'Territories',
    },
    (reading, { query, params }) =>
      territoryList(reading, { ...query, instrument: [instrumentAt(reading, params.instrument).code] }),
  )
}
