import { z } from 'zod'

const Field = z.object({
  name: z.string(),
  type: z.string(),
  format: z.string().optional(),
  description: z.string().optional(),
  constraints: z.object({
    required: z.boolean().optional(),
    enum: z.array(z.string()).optional(),
    pattern: z.string().optional(),
  }),
})

const TableSchema = z
  .object({
    fields: z.array(Field),
    primaryKey: z.array(z.string()).optional(),
    foreignKeys: z
      .array(
        z.object({
          fields: z.array(z.string()),
          reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
        }),
      )
      .optional(),
    missingValues: z.array(z.string()),
  })
  .meta({ id: 'TableSchema', description: 'The fields and keys of a table (Table Schema)' })

const Resource = z
  .object({
    name: z.string(),
    type: z.literal('table'),
    path: z.string().meta({ format: 'uri', description: 'Where the CSV is' }),
    title: z.string(),
    description: z.string(),
    scheme: z.string(),
    format: z.literal('csv'),
    mediatype: z.literal('text/csv'),
    encoding: z.literal('utf-8'),
    dialect: z.object({
      delimiter: z.string(),
      lineTerminator: z.string(),
      quoteChar: z.string(),
      doubleQuote: z.boolean(),
      header: z.boolean(),
    }),
    schema: TableSchema,
  })
  .meta({ id: 'DataResource', description: 'A table of the Data Package' })

/** https://datapackage.org/standard/data-package/ */
export const DataPackage = z
  .object({
    $schema: z.string(),
    name: z.string(),
    title: z.string(),
    description: z.string(),
    version: z.string().meta({ description: 'Its second number is the revision of the record' }),
    created: z.string().meta({ format: 'date-time', description: 'When the record learned the last of it' }),
    keywords: z.array(z.string()),
    licenses: z.array(z.object({ name: z.string(), title: z.string(), path: z.string() })),
    sources: z.array(z.object({ title: z.string(), path: z.string().optional() })),
    resources: z.array(Resource),
  })
  .meta({ id: 'DataPackage', description: 'The bulk data, described as a Data Package (version 2)' })
