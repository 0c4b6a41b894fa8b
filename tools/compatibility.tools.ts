import { readFileSync } from 'node:fs'
import t from 'tap'
import { packageFile } from '../src/cli/package-files.js'
import { breakingChanges } from './breaking.js'

const read = (name: string): string => readFileSync(packageFile(name), 'utf8')
const released = () => JSON.parse(read('openapi/released.json'))

t.test('what broke since the last release, the changelog names', async (t) => {
  const [, unreleased = ''] = read('CHANGELOG.md').split(/^## /m)
  const [, breaking = ''] = unreleased.split(/^### Breaking$/m)
  for (const { name, what } of breakingChanges(released(), JSON.parse(read('openapi/openapi.json'))))
    t.ok(breaking.includes(`\`${name}\``), `“### Breaking” is to name \`${name}\`: ${what}`)
})

// biome-ignore lint/suspicious/noExplicitAny: a document is changed in ways that its type would not allow
type Change = (document: any) => void
const actions = '/v1/actions'

t.test('what breaks a client, and what does not', async (t) => {
  const cases: [string, string | null, Change][] = [
    ['nothing', null, () => {}],
    ['an address goes', `GET ${actions}`, ({ paths }) => delete paths[actions]],
    ['a parameter goes', `GET ${actions}`, ({ paths }) => paths[actions].get.parameters.shift()],
    [
      'a parameter is asked for',
      `GET ${actions}`,
      ({ paths }) => paths[actions].get.parameters.push(asked(true)),
    ],
    [
      'a parameter takes any text, also the words that it took',
      null,
      ({ paths }) => kindTakes(paths, { type: 'string', minLength: 1 }),
    ],
    [
      'a parameter takes fewer words',
      `GET ${actions}`,
      ({ paths }) => kindTakes(paths, { type: 'string', enum: ['member-state'] }),
    ],
    ['a parameter may be given', null, ({ paths }) => paths[actions].get.parameters.push(asked(false))],
    [
      'a method of clients is renamed',
      `GET ${actions}`,
      ({ paths }) => Object.assign(paths[actions].get, { operationId: 'listDeeds' }),
    ],
    ['a type of clients is renamed', 'Names', ({ components: { schemas } }) => delete schemas.Names],
    [
      'a field goes',
      `GET ${actions}`,
      ({ components: { schemas } }) => delete schemas.TreatyAction.properties.certainty,
    ],
    [
      'a field changes its type',
      `GET ${actions}`,
      ({ components: { schemas } }) =>
        Object.assign(schemas.TreatyAction.properties.revision, { type: 'string' }),
    ],
    [
      'a field comes',
      null,
      ({ components: { schemas } }) =>
        Object.assign(schemas.TreatyAction.properties, { note: { type: 'string' } }),
    ],
    [
      'a word comes to an open list',
      null,
      ({ components: { schemas } }) => schemas.NextStep.enum.push('wait'),
    ],
    [
      'a description is mended',
      null,
      ({ components: { schemas } }) => Object.assign(schemas.Meta, { description: 'other' }),
    ],
  ]
  for (const [what, name, change] of cases) {
    const [before, after] = [part(), part()]
    change(after)
    const found = breakingChanges(before, after).map((one) => one.name)
    if (name === null) t.strictSame(found, [], what)
    else t.ok(found.includes(name), `${what}: ${found}`)
  }
})

/** Enough of the document to change: comparing the whole of it takes a second. */
function part() {
  const { paths, ...rest } = released()
  return { ...rest, paths: { [actions]: paths[actions], '/v1/outstanding': paths['/v1/outstanding'] } }
}

/** Changes what the parameter “kind” takes, which took listed words. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function kindTakes(paths: any, items: object): void {
  const { parameters } = paths[actions].get
  parameters.find(({ name }: { name: string }) => name === 'kind').schema.items = items
}

const asked = (required: boolean) => ({ in: 'query', name: 'new', required, schema: { type: 'string' } })
