import { z } from 'zod'
import { openReading } from '../answers/reading.js'
import { required } from '../domain/errors.js'
import { Csv } from '../http/envelope.js'
import { absolute } from '../http/links.js'
import { csvParameters, revision } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import { dataPackage } from '../tables/datapackage/describe.js'
import { bulkNames } from '../tables/datapackage/tables.js'
import { bulkCsv } from '../tables/datapackage/write.js'
import type { Routes } from './route.js'
import { DataPackage } from './shapes/datapackage.js'

const BulkQuery = z.strictObject({ revision })
const BulkParams = z.object({
  // An enum in the OpenAPI document only: an unknown table answers 404, not 400.
  table: z
    .string()
    .meta({ description: 'Name of the table', examples: ['actions'], override: { enum: [...bulkNames] } }),
})

export const datapackageRoutes: Routes = async (app, context) => {
  const { store } = context

  app.get(
    '/datapackage.json',
    {
      config: { example: '/v1/datapackage.json', ignoresAsOf: true, namesHost: true },
      schema: {
        operationId: 'getDataPackage',
        summary: 'The whole record in bulk, as a Data Package',
        description:
          'A Frictionless Data Package (version 2): every table, its fields, keys and sources, and where its CSV is. It has all that the record learned until that revision, with its history.',
        tags: ['bulk'],
        querystring: BulkQuery,
        response: {
          200: { description: 'The Data Package', content: { 'application/json': { schema: DataPackage } } },
          ...problems(400, 429, 500, 503),
        },
      },
    },
    (request) => {
      const { revision } = openReading(context, request.query)
      const { record } = store.bulk.at(revision)
      return dataPackage(record, (name) =>
        absolute(request, `/v1/datapackage/${name}.csv?revision=${revision}`),
      )
    },
  )

  app.get(
    '/datapackage/:table.csv',
    {
      config: { example: '/v1/datapackage/urges.csv', ignoresAsOf: true },
      schema: {
        operationId: 'getBulkTable',
        summary: 'One table of the Data Package',
        description: 'As CSV, streamed. The fields are those that the Data Package describes.',
        tags: ['bulk'],
        params: BulkParams,
        querystring: z.object({ revision, ...csvParameters }),
        response: {
          200: { description: 'The table', content: { 'text/csv': { schema: Csv } } },
          ...problems(400, 404, 429, 500, 503),
        },
      },
    },
    (request, reply) => {
      const { revision } = openReading(context, request.query)
      const { table: name } = request.params
      const table = required(
        bulkNames.find((one) => one === name),
        `Table ${name}`,
      )
      reply.type('text/csv; charset=utf-8; header=present')
      reply.header('content-disposition', `attachment; filename="${table}-revision-${revision}.csv"`)
      return bulkCsv(table, store.bulk.at(revision).source, request.query.bom)
    },
  )
}
