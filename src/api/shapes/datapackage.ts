import { z } from 'zod'

const Constraints = z
  .object({
    required: z.boolean().optional(),
    enum: z.array(z.string()).optional(),
    pattern: z.string().optional(),
  })
  .meta({ id: 'FieldConstraints', description: 'What a value of a field must satisfy' })

const Field = z
  .object({
    name: z.string(),
    type: z.string(),
    format: z.string().optional(),
    description: z.string().optional(),
    constraints: Constraints,
  })
  .meta({ id: 'TableField', description: 'A column of a table' })

const KeyTarget = z.object({ resource: z.string(), fields: z.array(z.string()) }).meta({
  id: 'KeyTarget',
  description: 'The table that a key leads to (itself where empty), and its columns',
})

const ForeignKey = z
  .object({ fields: z.array(z.string()), reference: KeyTarget })
  .meta({ id: 'ForeignKey', description: 'Columns that lead to a row of a table' })

const TableSchema = z
  .object({
    fields: z.array(Field),
    primaryKey: z.array(z.string()).optional(),
    foreignKeys: z.array(ForeignKey).optional(),
    missingValues: z.array(z.string()),
  })
  .meta({ id: 'TableSchema', description: 'The fields and keys of a table (Table Schema)' })

const Dialect = z
  .object({
    delimiter: z.string(),
    lineTerminator: z.string(),
    quoteChar: z.string(),
    doubleQuote: z.boolean(),
    header: z.boolean(),
  })
  .meta({ id: 'TableDialect', description: 'How the CSV is written (Table Dialect)' })

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
    dialect: Dialect,
    schema: TableSchema,
  })
  .meta({ id: 'DataResource', description: 'A table of the Data Package' })

const Licence = z
  .object({ name: z.string(), title: z.string(), path: z.string() })
  .meta({ id: 'DataLicence', description: 'On what terms it may be used' })

const Source = z
  .object({ title: z.string(), path: z.string().optional() })
  .meta({ id: 'DataSource', description: 'What it was compiled from' })

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
    licenses: z.array(Licence),
    sources: z.array(Source),
    resources: z.array(Resource),
  })
  .meta({ id: 'DataPackage', description: 'The bulk data, described as a Data Package (version 2)' })
