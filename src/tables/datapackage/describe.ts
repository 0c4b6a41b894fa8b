import { z } from 'zod'
import type { BulkTable } from './table.js'
import { type BulkName, bulkNames, bulkTables } from './tables.js'

/** The record of a package, as its description names it. */
export interface PackagedRecord {
  readonly revision: number
  /** The instant of the newest import, RFC 3339 in UTC. */
  readonly importedAt: string
  /** The publishers of its source tables, and their addresses. */
  readonly sources: readonly { readonly title: string; readonly path?: string }[]
}

/** The package name that marks a folder as an export of ours. */
export const packageName = 'treaty-ratification-status'

/**
 * Describes the bulk data as a Data Package (https://datapackage.org/standard/data-package/, version 2) with a Table
 * Schema for each file.
 * @param pathOf  gives the path of a table's file
 */
export const dataPackage = (record: PackagedRecord, pathOf: (name: BulkName) => string) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: packageName,
  title: 'Treaty ratification status',
  description:
    'Who is, and who is not, a party to the instruments that the General Assembly urges Member States to consider ratifying or acceding to: every dated and sourced treaty action, with what was known of it after each import. Not legal advice; the depositary’s own record prevails.',
  version: `1.${record.revision}.0`,
  created: record.importedAt,
  keywords: ['treaties', 'ratification', 'United Nations', 'human rights', 'trafficking in persons'],
  licenses: [{ name: 'MIT', title: 'MIT licence', path: 'https://opensource.org/license/mit' }],
  sources: record.sources.map((source) => ({ ...source })),
  resources: bulkNames.map((name) => toResource(name, bulkTables[name] as BulkTable, pathOf(name))),
})

const toResource = (name: BulkName, { title, description, ...keys }: BulkTable, path: string) => ({
  name,
  type: 'table' as const,
  path,
  title,
  description,
  scheme: 'file' as const,
  format: 'csv' as const,
  mediatype: 'text/csv' as const,
  encoding: 'utf-8' as const,
  dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: toTableSchema(name, keys),
})

function toTableSchema(
  name: BulkName,
  { row, primaryKey, foreignKeys }: Omit<BulkTable, 'title' | 'description'>,
) {
  const { properties = {}, required = [], $defs = {} } = z.toJSONSchema(row)
  const resolved = (schema: JsonSchema): JsonSchema => ({
    ...$defs[schema.$ref?.split('/').at(-1) ?? ''],
    ...schema,
  })
  return {
    fields: Object.entries(properties).map(([field, schema]) =>
      toField(field, resolved(schema as JsonSchema), required.includes(field)),
    ),
    ...(primaryKey.length > 0 ? { primaryKey: [...primaryKey] } : {}),
    ...(foreignKeys.length > 0
      ? {
          foreignKeys: foreignKeys.map(({ fields, table, to }) => ({
            fields: [...fields],
            reference: { resource: table === name ? '' : table, fields: [...to] },
          })),
        }
      : {}),
    missingValues: [''],
  }
}

type JsonSchema = z.core.JSONSchema.JSONSchema

/** Formats of JSON Schema in Table Schema. Readers of its first version accept fractions of seconds only as “any”. */
const formats: Record<string, { type: string; format?: string }> = {
  date: { type: 'date' },
  'date-time': { type: 'datetime', format: 'any' },
  uri: { type: 'string', format: 'uri' },
}

/** The Table Schema field for the JSON Schema of a column. */
function toField(
  name: string,
  { type, format, pattern, enum: words, description }: JsonSchema,
  isRequired: boolean,
) {
  const isPlain = format === undefined
  return {
    name,
    ...(formats[format ?? ''] ?? { type: String(type) }),
    ...(description === undefined ? {} : { description }),
    constraints: {
      ...(isRequired ? { required: true } : {}),
      ...(words === undefined ? {} : { enum: words.map(String) }),
      ...(isPlain && pattern !== undefined ? { pattern } : {}),
    },
  }
}
