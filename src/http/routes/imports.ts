import { z } from 'zod'
import { required } from '../../domain/errors.js'
import { answer, answerPage, collection, metaOf, ok, single } from '../answer.js'
import { paging, wholeNumber } from '../parameters.js'
import { problems } from '../problem.js'
import { openReading } from '../reading.js'
import { Import, importFields, toImport } from '../shapes/import.js'
import { termsOf } from '../terms.js'
import type { Routes } from './routes.js'

const ImportList = collection(Import, 'ImportList')
const OneImport = single(importFields).meta({ id: 'ImportAnswer', description: 'One import' })

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
        querystring: z.strictObject(paging),
        response: { 200: ok(ImportList, 'Imports'), ...problems(400, 500, 503) },
      },
    },
    (request, reply) => {
      const reading = openReading(context, request.query)
      const { refOf } = termsOf(reading)
      const imports = store.imports.page({ offset: reading.offset, limit: request.query.limit })
      const page = { data: imports.map((one) => toImport(one, refOf)), total: store.imports.count() }
      return answerPage(request, reply, reading, page)
    },
  )

  app.get(
    '/imports/:id',
    {
      config: { example: '/v1/imports/1' },
      schema: {
        operationId: 'getImport',
        summary: 'One import',
        description: 'Its file, the days it speaks for, what it changed and what it warned of.',
        tags: ['imports'],
        params: ImportParams,
        querystring: z.strictObject({}),
        response: { 200: ok(OneImport, 'The import'), ...problems(400, 404, 500, 503) },
      },
    },
    (request) => {
      const { id } = request.params
      const found = required(store.imports.byRevision(id), `Import ${id}`)
      const reading = openReading(context, {})
      return answer(request, metaOf(reading), toImport(found, termsOf(reading).refOf))
    },
  )
}
