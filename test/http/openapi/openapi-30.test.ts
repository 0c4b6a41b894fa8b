import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import t from 'tap'
import { packageFile } from '../../../src/cli/package-files.js'
import type { Document } from '../../../src/http/openapi/openapi.js'
import { toOpenApi30 } from '../../../src/http/openapi/openapi-30.js'
import { documentedApp } from '../../fixtures/seeded.js'

const document: Document = JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8'))

t.test('the document in 3.0 is valid, and describes the same operations', async (t) => {
  const { app } = await documentedApp(t)
  const reply = await app.inject('/openapi-3.0.json')
  t.equal(reply.statusCode, 200)
  const found = await new Validator().validate(reply.json())
  t.strictSame(found, { valid: true })
  const old = reply.json()
  t.equal(old.openapi, '3.0.3')
  t.strictSame(Object.keys(old.paths), Object.keys(document.paths ?? {}))
  t.strictSame(Object.keys(old.components.schemas), Object.keys(document.components?.schemas ?? {}))
  t.notMatch(reply.body, /"type":\[|"const":|"contentMediaType":|"type":"null"|"webhooks"/)
})

t.test('each keyword of 3.1 that we use, in the words of 3.0', async (t) => {
  const cases = [
    [
      { type: ['string', 'null'], minLength: 1 },
      { type: 'string', nullable: true, minLength: 1 },
    ],
    [{ const: 'ok' }, { enum: ['ok'] }],
    [
      { type: 'string', examples: ['USA', 'FRA'] },
      { type: 'string', example: 'USA' },
    ],
    [
      { type: 'string', contentMediaType: 'application/octet-stream' },
      { type: 'string', format: 'binary' },
    ],
    [{ $ref: '#/components/schemas/State' }, { $ref: '#/components/schemas/State' }],
    [
      { $ref: '#/components/schemas/Day', description: 'A day' },
      { allOf: [{ $ref: '#/components/schemas/Day' }], description: 'A day' },
    ],
    [
      { anyOf: [{ $ref: '#/components/schemas/Day' }, { type: 'null' }], description: 'A day' },
      { allOf: [{ $ref: '#/components/schemas/Day' }], nullable: true, description: 'A day' },
    ],
    [
      { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
      { anyOf: [{ type: 'string' }, { type: 'integer' }], nullable: true },
    ],
    [
      { type: 'object', properties: { const: { const: 1 }, examples: { type: ['array', 'null'] } } },
      { type: 'object', properties: { const: { enum: [1] }, examples: { type: 'array', nullable: true } } },
    ],
    [
      { type: 'array', items: { const: null } },
      { type: 'array', items: { enum: [null] } },
    ],
  ] as const
  for (const [schema, expected] of cases) {
    const { components } = toOpenApi30({
      ...document,
      components: { schemas: { One: schema as object } },
    })
    t.strictSame(components, { schemas: { One: expected } }, JSON.stringify(schema))
  }
})
