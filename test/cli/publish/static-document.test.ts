import { readFileSync } from 'node:fs'
import t from 'tap'
import { packageFile } from '../../../src/cli/package-files.js'
import { isDocument, staticDocument } from '../../../src/cli/publish/static-document.js'

const document = JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8'))
const paths = [
  '/v1.json',
  '/v1/states.json',
  '/v1/states.csv',
  '/v1/states/HTI/outstanding.json',
  '/v1/datapackage/actions.csv',
]
const described = staticDocument(document, { publicUrl: 'https://org.example/a', paths })

t.test('it has the operations that have files, at their addresses', async (t) => {
  t.ok(isDocument(described))
  t.notOk(isDocument({ data: [] }))
  t.strictSame(described.servers, [{ url: 'https://org.example/a', description: 'Static files' }])
  t.strictSame(Object.keys(described.paths ?? {}), [
    '/v1.json',
    '/v1/states.json',
    '/v1/states.csv',
    '/v1/states/{state}/outstanding.json',
    '/v1/datapackage/{table}.csv',
  ])
})

t.test('without what asks a server: parameters, problems, permanent addresses', async (t) => {
  const { get } = described.paths?.['/v1/states/{state}/outstanding.json'] ?? {}
  t.match(get, { operationId: 'listStateOutstanding', parameters: [{ name: 'state', in: 'path' }] })
  t.equal(get?.parameters?.length, 1)
  t.strictSame(Object.keys(get?.responses ?? {}), ['200'])
  const { Links = {} } = described.components?.schemas ?? {}
  t.strictSame(Object.keys(Links.properties ?? {}), ['self'])
  t.ok(document.components.schemas.Links.properties.permalink, 'the document of the API keeps them')
})

t.test('its schemas are those in use, and every reference has one', async (t) => {
  const names = Object.keys(described.components?.schemas ?? {})
  const referred = [...JSON.stringify(described).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name,
  )
  t.strictSame([...new Set(referred)].sort(), names.sort())
  t.notOk(names.includes('Problem'))
})
