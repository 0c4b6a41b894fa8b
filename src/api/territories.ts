import { instrumentsNamed } from '../answers/instruments.js'
import type { Reading } from '../answers/reading.js'
import { type TerritoryFilter, territoriesOn } from '../answers/territories.js'
import { listOf } from '../http/lists/list.js'
import { territoryFilters } from '../http/statement-parameters.js'
import { list, type Routes } from './route.js'
import { statementMetaOf } from './shapes/coverage.js'
import { TerritoryList, toTerritory } from './shapes/territory.js'

export const territoryRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/territories',
      id: 'listTerritories',
      summary: 'To which territories instruments extend, and since when',
      description:
        'One row for each State, instrument and territory that the State notified, in that order. A territory without a row is one that the record knows nothing of. A treaty binds the entire territory of a State unless it says otherwise (VCLT art. 29).',
      tag: 'statements',
      example: '/v1/territories?territory=HKG&instrument=cedaw',
      query: territoryFilters,
      mayBeMissing: true,
      page: TerritoryList,
      says: 'Territories',
    },
    (reading, { query }) => territoryList(reading, query),
  )
}

/** What a list of territories answers. */
export const territoryList = (reading: Reading, filter: TerritoryFilter) => ({
  list: listOf(territoriesOn(reading, filter), (part) => part.map((row) => toTerritory(row, reading.asOf))),
  meta: statementMetaOf(reading, instrumentsNamed(reading, filter.instrument), 'Territorial application of'),
})
