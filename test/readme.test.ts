import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { packageFile } from '../src/cli/package-files.js'
import { addresses, recipes } from './fixtures/recipes.js'
import { seededApp } from './fixtures/seeded.js'

const read = (path: string): string => readFileSync(packageFile(path), 'utf8')
const linesOf = (text: string): string[] => text.trim().split('\n')
const readmes = ['README.md', 'README.fr.md']
const docs = readdirSync(packageFile('docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => join('docs', path))

t.test('the answers in the documents are the answers', async (t) => {
  const { ask } = await seededApp(t)
  const examples = [...readmes, ...docs].flatMap((path) => [
    ...read(path).matchAll(/curl -L 'localhost:3000([^']+)'\n\n```json\n(.*?)```/gs),
  ])
  t.equal(examples.length, 5)
  for (const [, address = '', answer = ''] of examples) {
    const { body } = await ask(address)
    if (answer.includes('…')) t.ok(isCutFrom(answer, body), `${address}, cut`)
    else t.strictSame(body, JSON.parse(answer), address)
  }
})

/** Whether a text is an answer with lines left out, each gap marked by a line `…`. */
function isCutFrom(text: string, answer: unknown): boolean {
  const pieces = `${text.trimEnd()}\n`.split(/^ *…\n/m).filter((piece) => piece !== '')
  const whole = `${JSON.stringify(answer, null, 2)}\n`
  let from = 0
  return pieces.every((piece) => {
    const found = whole.indexOf(piece, from)
    from = found + piece.length
    return found >= 0
  })
}

t.test('the recipes ask what answers, of columns that there are', async (t) => {
  const { app, ask } = await seededApp(t)
  t.ok(addresses.length >= 9)
  const headers = new Map<string, readonly string[]>()
  for (const address of addresses) {
    const { statusCode, body } = await app.inject(address)
    t.equal(statusCode, 200, address)
    headers.set(address, body.split('\r\n', 1)[0]?.replace('\uFEFF', '').split(',') ?? [])
  }
  for (const { program } of recipes.filter(({ language }) => language !== 'sh')) {
    const [address, header = []] = [...headers].find(([address]) => program.includes(address)) ?? []
    const columns = [...program.matchAll(/"(\w+\.\w+)"/g)].map(([, column = '']) => column)
    t.ok(columns.length > 0, program)
    for (const column of columns) t.ok(header.includes(column), `${address}: ${column}`)
  }
  const { data } = (await ask(addresses[0] ?? '')).body
  const printed = data.map((one: { state: { code: string }; outstanding: { status: string }[] }) =>
    [one.state.code, one.outstanding[0]?.status].join('\t'),
  )
  t.strictSame(recipes[0]?.prints.trim().split('\n'), printed, 'the first recipe prints what the API answers')
})

t.test('the first documents are short', async (t) => {
  for (const readme of readmes) t.ok(linesOf(read(readme)).length <= 150, `${readme} has at most 150 lines`)
  t.ok(linesOf(read('CONTRIBUTING.md')).length <= 60, 'CONTRIBUTING.md has at most 60 lines')
})

t.test('the README says the same in French', async (t) => {
  const [english = '', french = ''] = readmes.map(read)
  const onlyFrench = ['`lang=fr`', '`signatory`', '`ratify`']
  const found = (text: string, pattern: RegExp) =>
    (text.replace(/"shortName": ".+"/, '').match(pattern) ?? [])
      .filter((one) => !onlyFrench.includes(one))
      .sort()
  const same: [of: string, pattern: RegExp][] = [
    ['headings', /^#+ /gm],
    ['commands', /^ {4}(?!curl).+$/gm],
    ['words in code', /`[^`\n]+`/g],
    ['addresses', /\]\((?!README)[^)]+\)/g],
    ['answers', /^```json$.*?^```$/gms],
    ['counts', /\b(?:35|3000|24, 26|20\.19|22\.14)\b/g],
  ]
  for (const [of, pattern] of same) t.strictSame(found(french, pattern), found(english, pattern), of)
  const prose = french.replace(/```.*?```|`[^`\n]*`|^ {4}.*$|^!|https?:/gms, '')
  t.notMatch(prose, /(?<!\u00A0)[;!?»]|«(?!\u00A0)|'/, 'no-break spaces, and ’')
})

t.test('every relative link leads to a file, and to a heading where it names one', async (t) => {
  for (const path of [...readmes, 'CONTRIBUTING.md', ...docs])
    for (const [, link = ''] of read(path).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue
      const [file = '', heading] = link.split('#')
      const target = file === '' ? path : join(dirname(path), file)
      t.ok(existsSync(packageFile(target)), `${path}: ${link}`)
      if (heading !== undefined) t.ok(headingsOf(read(target)).includes(heading), `${path}: ${link}`)
    }
})

const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  )

t.test('every source that the documents name exists', async (t) => {
  const named = [...readmes, 'CONTRIBUTING.md', ...docs].flatMap((path) =>
    [...read(path).matchAll(/`((?:src|test|migrations|seed|openapi|bench|deploy|docs)\/[\w./-]*)`/g)].map(
      ([, source = '']) => ({ path, source }),
    ),
  )
  t.ok(named.length >= 20)
  for (const { path, source } of named) t.ok(existsSync(packageFile(source)), `${path}: ${source}`)
})
