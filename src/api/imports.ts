import { z } from 'zod'
import { openReading } from '../answers/reading.js'
import { stateRefs, termsOf } from '../answers/refs.js'
import { required } from '../domain/errors.js'
import { answer, answerPage, collection, metaOf, ok, okPage, single } from '../http/envelope.js'
import { moment, paging, wholeNumber } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { Import, importWithChangesFields, toChange, toImport } from './shapes/import.js'

const ImportList = collection(Import, 'ImportList')
const OneImport = single(importWithChangesFields).meta({ id: 'ImportAnswer', description: 'One import' })

const ImportParams = z.object({
  id: wholeNumber('the number of an import', 1).meta({ description: 'Number of the import', examples: [1] }),
})

export const importRoutes: Routes = async (app, context) => {
  const { store } = context

  app.get(
    '/imports',
    {
      config: { example: '/v1/imports' },
      schema: {
        operationId: 'listImports',
        summary: 'Where the record came from',
        description: 'Every import, oldest first: its file, the days it speaks for, and what it changed.',
        tags: ['imports'],
        querystring: z.strictObject({ ...moment, ...paging }),
        response: { 200: okPage(ImportList, 'Imports'), ...problems(400, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const reading = openReading(context, request.query)
      const { refOf } = termsOf(reading)
      const list = {
        total: store.imports.count(reading),
        rows: (offset: number, limit: number) =>
          store.imports.page({ ...reading, offset }, limit).map((one) => toImport(one, refOf)),
      }
      return answerPage(request, reply, reading, list)
    },
  )

  app.get(
    '/imports/:id',
    {
      config: { example: '/v1/imports/1?limit=2' },
      schema: {
        operationId: 'getImport',
        summary: 'One import',
        description: 'Its file, the days it speaks for, what it changed and what it warned of.',
        tags: ['imports'],
        params: ImportParams,
        querystring: z.strictObject({
          ...moment,
          limit: wholeNumber('a number of changes, from 0 to 1000', 0, 1000)
            .default(250)
            .meta({ description: 'How many of its changes are shown at the most.' }),
        }),
        response: { 200: ok(OneImport, 'The import'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request) => {
      const { id } = request.params
      const reading = openReading(context, request.query)
      const known = id <= reading.revision ? store.imports.byRevision(id) : undefined
      const found = required(known, `Import ${id}`)
      const { refOf } = termsOf(reading)
      const refs = stateRefs(reading)
      const changes = store.imports
        .changes(id, request.query.limit)
        .map((change) => toChange(change, refOf, refs))
      return answer(request, metaOf(reading), { ...toImport(found, refOf), changes })
    },
  )
}
