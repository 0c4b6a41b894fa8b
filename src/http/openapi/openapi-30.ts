import type { Document } from './openapi.js'

type Json = null | boolean | number | string | readonly Json[] | JsonObject
interface JsonObject {
  readonly [name: string]: Json
}

/**
 * The same document in OpenAPI 3.0, for tools that stop there. It rewrites what our documents use of 3.1; the tests
 * validate the result.
 * @see https://spec.openapis.org/oas/v3.0.3
 */
export function toOpenApi30({ info, webhooks: _, ...document }: Document): JsonObject {
  const { summary: __, license, ...rest } = info
  const { identifier, ...named } = license ?? { name: '' }
  const url = identifier && { url: `https://spdx.org/licenses/${identifier}.html` }
  return {
    ...(objectIn(document as unknown as JsonObject) as JsonObject),
    openapi: '3.0.3',
    info: { ...(rest as unknown as JsonObject), ...(license && { license: { ...named, ...url } }) },
  }
}

/** Values, not schemas: they stay as they are. */
const values = new Set(['example', 'examples', 'default', 'enum'])

/** Rewrites every schema in a part of the document. */
function objectIn(part: Json): Json {
  if (isList(part)) return part.map(objectIn)
  if (!isObject(part)) return part
  return mapped(part, (value, name) => {
    if (values.has(name)) return value
    if (name === 'schema') return schemaIn(value)
    if (name === 'schemas') return mapped(value, schemaIn)
    return objectIn(value)
  })
}

/** Keywords that hold schemas by name, a list of schemas, or one schema. */
const [byName, lists, single] = [
  ['properties'],
  ['anyOf', 'oneOf', 'allOf'],
  ['items', 'additionalProperties', 'not'],
]

function schemaIn(schema: Json): Json {
  if (!isObject(schema)) return schema
  const inner = mapped(schema, (value, name) => {
    if (byName.includes(name)) return mapped(value, schemaIn)
    if (lists.includes(name) && isList(value)) return value.map(schemaIn)
    return single.includes(name) ? schemaIn(value) : value
  })
  return besideReference(withoutNull(withOldKeywords(inner)))
}

function withOldKeywords({ const: only, examples, contentMediaType, ...rest }: JsonObject): JsonObject {
  return {
    ...rest,
    ...(only !== undefined && { enum: [only] }),
    ...(isList(examples) && examples[0] !== undefined && { example: examples[0] }),
    // Bytes, in the words of 3.0.
    ...(contentMediaType !== undefined && { format: 'binary' }),
  }
}

/**
 * `null` is no type in 3.0: a schema is `nullable`. Beside a reference, tools take that for “or null”, though the letter of
 * 3.0.3 asks for a `type` there; the exact form, a union with an enum of null, gives clients a class for nothing.
 */
function withoutNull(schema: JsonObject): JsonObject {
  const { type, anyOf, ...rest } = schema
  if (isList(type)) {
    const [only] = type.filter((one) => one !== 'null')
    return { ...rest, ...(only !== undefined && { type: only }), nullable: type.includes('null') }
  }
  if (!isList(anyOf)) return schema
  const others = anyOf.filter((one) => !(isObject(one) && isNull(one)))
  if (others.length === anyOf.length) return schema
  const [only] = others
  return others.length === 1 && isObject(only)
    ? { ...only, ...rest, nullable: true }
    : { ...rest, anyOf: others, nullable: true }
}

const isNull = ({ type, enum: allowed }: JsonObject): boolean =>
  type === 'null' || (isList(allowed) && allowed.length === 1 && allowed[0] === null)

/** 3.0 ignores whatever stands beside a `$ref`. */
function besideReference({ $ref, ...rest }: JsonObject): JsonObject {
  if ($ref === undefined) return rest
  return Object.keys(rest).length === 0 ? { $ref } : { allOf: [{ $ref }], ...rest }
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value)

const mapped = (object: Json, change: (value: Json, name: string) => Json): JsonObject =>
  isObject(object)
    ? Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]))
    : {}
