import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import t from 'tap'
import { packageFile } from '../src/cli/package-files.js'
import { actionKinds } from '../src/domain/vocabulary.js'

const root = packageFile('')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const pagesIn = (folder: string): string[] => filesIn(folder).filter((path) => path.endsWith('.md'))

const sources = filesIn('src').filter((path) => /\.tsx?$/.test(path))
const importsOf = (path: string): { typeOnly: boolean; from: string }[] =>
  [...read(path).matchAll(/^(?:import|export) (type )?[^;]*?from '([^']+)'/gms)].map(
    ([, type, from = '']) => ({
      typeOnly: type !== undefined,
      from,
    }),
  )

/** Who may import whom; `docs/architecture.md` draws it. */
const allowed: Record<string, string[]> = {
  domain: [],
  tables: ['domain'],
  db: ['domain', 'types of tables'],
  import: ['tables', 'db', 'domain'],
  answers: ['domain', 'types of db'],
  http: ['domain', 'types of db', 'types of answers'],
  // The Data Package is the same over HTTP as on disk.
  api: ['http', 'answers', 'messages', 'domain', 'tables', 'types of db', 'types of import'],
  messages: ['domain'],
  pages: ['http', 'answers', 'messages', 'domain', 'types of db'],
  'app.ts': ['http', 'api', 'pages', 'types of db', 'types of import'],
  cli: ['app.ts', 'api', 'http', 'import', 'messages', 'tables', 'db', 'domain'],
}

/** The file that a relative import names; undefined for what is no source. */
const targetOf = (path: string, from: string): string | undefined => {
  const bare = join(dirname(path), from).replace(/\.js$/, '')
  return sources.find((source) => source === `${bare}.ts` || source === `${bare}.tsx`)
}
const layerOf = (path: string): string => path.split(sep)[1] ?? ''

t.test('who may import whom', async (t) => {
  for (const path of sources)
    for (const { from, typeOnly } of importsOf(path)) {
      const layer = layerOf(path)
      if (!from.startsWith('.')) {
        if (layer === 'domain') t.equal(from, 'zod', `${path}: the domain imports zod only`)
        continue
      }
      if (from.endsWith('.json')) continue
      const target = layerOf(targetOf(path, from) ?? '')
      const isAllowed =
        target === layer ||
        allowed[layer]?.includes(target) ||
        (typeOnly && allowed[layer]?.includes(`types of ${target}`))
      t.ok(isAllowed, `${path} imports ${from}`)
    }
})

t.test('no circle, of types neither', async (t) => {
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) return void t.fail([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path)) return
    for (const { from } of importsOf(path)) {
      const target = from.startsWith('.') ? targetOf(path, from) : undefined
      if (target !== undefined) visit(target, [...way, path])
    }
    done.add(path)
  }
  for (const path of sources) visit(path, [])
  t.equal(done.size, sources.length)
})

t.test('a command starts without the server', async (t) => {
  const closure = new Set<string>()
  const visit = (path: string): void => {
    if (closure.has(path)) return
    closure.add(path)
    for (const { from, typeOnly } of importsOf(path)) {
      const target = from.startsWith('.') && !typeOnly ? targetOf(path, from) : undefined
      if (target !== undefined) visit(target)
      if (!typeOnly) t.notMatch(from, /^(fastify|@fastify|preact)/, `${path} is loaded at every start`)
    }
  }
  visit(join('src', 'cli', 'program.ts'))
  t.ok(closure.size > 50)
})

t.test('every message is said somewhere', async (t) => {
  const said = sources
    .filter((path) => !path.endsWith(join('domain', 'vocabulary.ts')))
    .map(read)
    .join('')
  const literal = new Set([...said.matchAll(/'([a-z0-9-]+)'/g)].map(([, key = '']) => key))
  const beginnings = [...said.matchAll(/`([a-z0-9-]+-)\$\{/g)].map(([, key = '']) => key)
  // An act is said by its own name.
  const isUsed = (key: string) =>
    literal.has(key) ||
    beginnings.some((one) => key.startsWith(one)) ||
    (actionKinds as readonly string[]).includes(key)
  for (const key of Object.keys(JSON.parse(read('src/messages/en.json')))) t.ok(isUsed(key), key)
})

t.test('no folder of sources has more than 20 files', async (t) => {
  const counts = new Map<string, number>()
  for (const path of sources) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  t.strictSame(
    [...counts].filter(([, count]) => count > 20),
    [],
  )
})

t.test('a test lies where its source does', async (t) => {
  const tests = filesIn('test').filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
  t.ok(tests.length > 60)
  for (const path of tests) {
    const [, ...parts] = path.split(sep)
    // Tests at the top guard the project itself.
    if (parts.length === 1) continue
    const source = join('src', ...parts).replace(/(\.[\w-]+)?\.test\.ts$/, '')
    t.ok(sources.includes(`${source}.ts`) || sources.includes(`${source}.tsx`), `${path} is of ${source}`)
  }
})

t.test('one module imports the SQLite driver', async (t) => {
  const tests = ['test', 'bench', 'tools'].flatMap(filesIn).filter((path) => /\.tsx?$/.test(path))
  const importers = [...sources, ...tests.filter((path) => !path.includes('node_modules'))].filter((path) =>
    importsOf(path).some(({ from }) => from === 'better-sqlite3'),
  )
  t.strictSame(importers, [join('src', 'db', 'sqlite', 'driver.ts')])
})

t.test('the lock file has the driver of Node 22 and later', async (t) => {
  const { packages } = JSON.parse(read('package-lock.json'))
  t.match(packages['node_modules/better-sqlite3'].version, /^13\./)
})

t.test('the domain has no clock, and nobody reads the local time', async (t) => {
  for (const path of sources) {
    const text = read(path)
    if (path.startsWith(join('src', 'domain'))) t.notMatch(text, /new Date\(\)|Date\.now/, path)
    t.notMatch(text, /\.get(FullYear|Month|Date|Hours)\(|toLocale\w*String\(/, path)
    if (!path.endsWith(join('cli', 'main.ts'))) t.notMatch(text, /process\.env/, path)
  }
})

t.test('every command, route and variable is in the documents', async (t) => {
  const documents = ['README.md', ...pagesIn('docs')].map(read).join('')
  const paths = Object.keys(JSON.parse(read('openapi/openapi.json')).paths)
  for (const path of paths.filter((one) => one.includes('datapackage') || !one.endsWith('.csv')))
    t.ok(documents.includes(`\`${path}\``), path)
  const commands = sources
    .filter((path) => path.startsWith(join('src', 'cli')))
    .flatMap((path) => [...read(path).matchAll(/program\s*\.command\('(\w+)'\)/g)])
    .map(([, name = '']) => name)
  t.ok(commands.length >= 8)
  for (const command of commands) t.ok(documents.includes(`ratification ${command}`), command)
  const variables = [...read('src/cli/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name = '']) => name)
  t.ok(variables.length >= 6)
  for (const variable of variables) t.ok(documents.includes(`\`${variable}\``), variable)
})

t.test('nothing committed names the host of a package registry', async (t) => {
  const host = new RegExp(['registry', '[a-z]+', '(org|com)'].join(String.raw`\.`))
  for (const path of [
    'package.json',
    'package-lock.json',
    'README.md',
    'CONTRIBUTING.md',
    ...filesIn('docs').filter((path) => !path.endsWith('.png')),
    '.ci/run',
    ...sources,
  ])
    t.notMatch(read(path), host, path)
})

t.test('what starts the server bounds node’s memory as npm start does', async (t) => {
  const flags: string[] = JSON.parse(read('package.json')).scripts.start.match(/--\S+/g)
  t.ok(flags.length > 0)
  for (const path of ['Dockerfile', 'deploy/ratification.service'])
    for (const flag of flags) t.ok(read(path).includes(flag), `${path}: ${flag}`)
})
