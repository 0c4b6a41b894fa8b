import { z } from 'zod'
import { importAt, importsIn } from '../../answers/imports.js'
import { collection } from '../../http/envelope.js'
import { wholeNumber } from '../../http/parameters.js'
import { list, one, type Routes } from '../route.js'
import { Import, importWithChangesFields, toChange, toImport } from '../shapes/import.js'
import { instrumentRefs } from '../shapes/instrument.js'
import { stateRefs } from '../shapes/participant.js'

const ImportParams = z.object({
  id: wholeNumber('the number of an import', 1).meta({ description: 'Number of the import', examples: [1] }),
})

const limit = wholeNumber('a number of changes, from 0 to 1000', 0, 1000)
  .default(250)
  .meta({ description: 'How many of its changes are shown at the most.' })

export const importRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/imports',
      id: 'listImports',
      summary: 'Where the record came from',
      description: 'Every import, oldest first: its file, the days it speaks for, and what it changed.',
      tag: 'imports',
      example: '/v1/imports',
      page: collection(Import, 'ImportList'),
      says: 'Imports',
    },
    (reading) => {
      const { total, rows } = importsIn(reading)
      const refOf = instrumentRefs(reading)
      const shown = (offset: number, limit: number) =>
        rows({ offset, limit }).map((found) => toImport(found, refOf))
      return { list: { total, rows: shown } }
    },
  )

  one(
    app,
    context,
    {
      path: '/imports/:id',
      id: 'getImport',
      summary: 'One import',
      description: 'Its file, the days it speaks for, what it changed and what it warned of.',
      tag: 'imports',
      example: '/v1/imports/1?limit=2',
      params: ImportParams,
      query: { limit },
      mayBeMissing: true,
      fields: importWithChangesFields,
      name: 'ImportAnswer',
      is: 'One import',
      says: 'The import',
    },
    (reading, { params, query }) => {
      const { found, changes } = importAt(reading, params.id, query.limit)
      const [refOf, stateRefOf] = [instrumentRefs(reading), stateRefs(reading)]
      const shown = changes.map((change) => toChange(change, refOf, stateRefOf))
      return { value: { ...toImport(found, refOf), changes: shown } }
    },
  )
}
