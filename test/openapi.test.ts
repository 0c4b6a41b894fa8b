import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { generateOpenApi } from '../src/cli/openapi.js'
import { packageFile } from '../src/cli/package-files.js'
import { validatorAt } from './fixtures/contract.js'

type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  responses: Record<
    string,
    {
      description: string
      content: Record<string, { schema: { $ref?: string }; examples?: Record<string, { value: unknown }> }>
    }
  >
}

const committed = (name: string): string => readFileSync(packageFile(`openapi/${name}`), 'utf8')

t.test('the committed document is the one that the code generates', async (t) => {
  const generated = JSON.parse(JSON.stringify(await generateOpenApi()))
  t.strictSame(JSON.parse(committed('openapi.json')), generated, 'else: npm run openapi')
  t.strictSame(parse(committed('openapi.yaml')), generated)
})

t.test('every operation has an id, a summary, tags, a true example and its problems', async (t) => {
  const document = JSON.parse(committed('openapi.json'))
  const operations: [string, Operation][] = Object.entries<{ get: Operation }>(document.paths).map(
    ([path, { get }]) => [path, get],
  )
  t.equal(new Set(operations.map(([, { operationId }]) => operationId)).size, operations.length)
  for (const [path, { operationId, summary, description, tags, responses }] of operations) {
    t.match(operationId, /^(get|list)[A-Z]\w+$/, path)
    t.ok(summary && description && tags.length === 1, `${path}: summary, description, tag`)
    const [mediaType = '', answer] = Object.entries(responses['200']?.content ?? {})[0] ?? []
    if (mediaType.endsWith('json'))
      t.match(answer?.schema.$ref, /^#\/components\/schemas\/\w+$/, `${path}: a named shape`)
    t.ok(answer?.examples, `${path}: an example`)
    const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400)
    t.ok(problems.length > 0, `${path}: its problems`)
    for (const [status, { content }] of problems)
      t.equal(
        content['application/problem+json']?.schema.$ref,
        '#/components/schemas/Problem',
        `${path} ${status}`,
      )
    if (path.includes('{')) t.ok(responses['404'], `${path}: may not be found`)
  }
})

t.test('every shape has a name, and no two are the same', async (t) => {
  const { paths, components } = JSON.parse(committed('openapi.json'))
  const inline = (node: unknown, path: string): string[] => {
    if (node === null || typeof node !== 'object') return []
    const { type, properties } = node as { type?: unknown; properties?: unknown }
    const own = type === 'object' && properties !== undefined && !/^schemas\/\w+$/.test(path) ? [path] : []
    const within = Object.entries(node).filter(([name]) => name !== 'example' && name !== 'examples')
    return [...own, ...within.flatMap(([name, child]) => inline(child, `${path}/${name}`))]
  }
  t.strictSame([...inline(paths, 'paths'), ...inline(components.schemas, 'schemas')], [])
  const byShape = new Map<string, string>()
  for (const [name, { description: _, ...schema }] of Object.entries<{ description: string }>(
    components.schemas,
  )) {
    const shape = JSON.stringify(schema)
    t.equal(byShape.get(shape), undefined, `${name} is not the same as another`)
    byShape.set(shape, name)
  }
})

t.test('the examples are what their schemas say', async (t) => {
  const document = JSON.parse(committed('openapi.json'))
  for (const [path, operations] of Object.entries<Record<string, Operation>>(document.paths))
    for (const [method, { responses }] of Object.entries(operations))
      for (const [mediaType, { examples = {} }] of Object.entries(responses['200']?.content ?? {}))
        for (const { value } of Object.values(examples)) {
          const isValid = validatorAt(
            'paths',
            path,
            method,
            'responses',
            '200',
            'content',
            mediaType,
            'schema',
          )
          t.ok(isValid(value), `${method} ${path} ${JSON.stringify(isValid.errors)}`)
        }
  for (const [name, { examples = [] }] of Object.entries<{ examples?: unknown[] }>(
    document.components.schemas,
  ))
    for (const example of examples) t.ok(validatorAt('components', 'schemas', name)(example), name)
})

t.test('no shape is written twice, or in words that clients stumble over', async (t) => {
  const text = committed('openapi.json')
  const names = Object.keys(JSON.parse(text).components.schemas)
  t.strictSame(
    names.filter((name) => /(Input|Output)$/.test(name) && name !== 'InvalidInput'),
    [],
  )
  t.notMatch(text, /9007199254740991|"nullable"|additionalProperties": false/)
  t.notMatch(text, /"format": "date",\s*"pattern"/)
})
