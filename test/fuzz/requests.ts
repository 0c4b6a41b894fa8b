import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { packageFile } from '../../src/cli/package-files.js'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema?: {
    readonly enum?: string[]
    readonly examples?: unknown[]
    readonly items?: { readonly enum?: string[] }
  }
}

const { paths } = JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>
}

/** What people and machines send by mistake, or to break in. */
const nasty = fc
  .oneof(
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1e9',
      '99999999999999999999',
      'null',
      'true',
      '__proto__',
      'constructor',
      '../../etc/passwd',
    ),
    fc.constantFrom(
      '2003-02-30',
      '9999-12-31',
      '0000-00-00',
      "' OR 1=1 --",
      '<script>',
      '\u0000',
      '\uFEFF',
      '\u202E',
      '﷽',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary-ascii', maxLength: 40 }),
    fc.integer({ min: 100, max: 5_000 }).map((length) => 'A'.repeat(length)),
  )
  .map(encodeURIComponent)

/** What is encoded wrongly, or means something to a router. */
const raw = fc.constantFrom(
  '%',
  '%00',
  '%2F',
  '..%2F..',
  '%E0%A4%A',
  '%ED%A0%80',
  '.',
  '..',
  ';',
  ',',
  ',,',
  '+',
  '.csv',
)

const good = fc.constantFrom(
  'USA',
  'usa',
  '840',
  'cedaw',
  'IV-8',
  'a-res-63-194',
  '1',
  '2',
  '10',
  '2010-01-01',
  'party',
  'african',
  'name',
)

const valuesOf = ({ schema }: Parameter): fc.Arbitrary<string> => {
  const allowed = [...(schema?.enum ?? []), ...(schema?.items?.enum ?? []), ...(schema?.examples ?? [])].map(
    String,
  )
  const known = allowed.length > 0 ? fc.constantFrom(...allowed).map(encodeURIComponent) : good
  return fc.oneof({ weight: 4, arbitrary: known }, { weight: 2, arbitrary: good }, nasty, raw)
}

const headers = fc.record(
  {
    accept: fc.constantFrom(
      'text/csv',
      'application/json',
      '*/*',
      'image/png',
      ';;;',
      'text/csv;q=2',
      'a'.repeat(500),
    ),
    'accept-encoding': fc.constantFrom('br', 'gzip', 'identity;q=0', '*', 'zstd', ',,,'),
    'if-none-match': fc.constantFrom('*', '"1"', 'W/"x"', '"', ',', 'x'.repeat(1000)),
    'if-modified-since': fc.constantFrom('yesterday', 'Mon, 23 Nov 2026 00:00:00 GMT', '0'),
    'x-request-id': fc.constantFrom('abc', 'a-good-request-id', '\t', 'x'.repeat(100)),
    host: fc.constantFrom('example.org', '', ' ', 'a b', '[::1', 'x:99999'),
    'x-forwarded-for': fc.constantFrom('1.2.3.4', 'x', ',,'),
    'content-type': fc.constantFrom('text/csv', 'application/json', 'x', 'text/csv; charset=none'),
  },
  { requiredKeys: [] },
)

const extra = fc.tuple(
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', 'a[b]', 'a.b', '', 'limit'),
  nasty,
)

function addressOf(path: string, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const inPath = parameters.filter((one) => one.in === 'path')
  const inQuery = parameters.filter((one) => one.in === 'query')
  const query = fc.tuple(
    inQuery.length === 0
      ? fc.constant([])
      : fc.array(
          fc
            .constantFrom(...inQuery)
            .chain((one) => valuesOf(one).map((value) => [one.name, value] as [string, string])),
          { maxLength: 4 },
        ),
    fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(extra, { maxLength: 2 }) },
    ),
  )
  return fc.tuple(fc.tuple(...inPath.map(valuesOf)), query).map(([values, [known, others]]) => {
    const filled = inPath.reduce(
      (text, { name }, at) => text.replace(`{${name}}`, () => values[at] ?? ''),
      path,
    )
    const pairs = [...known, ...others].map(([name, value]) => `${name}=${value}`)
    return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
  })
}

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.values(methods).map(({ parameters = [] }) => addressOf(path, parameters)),
)

const methods = ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Requests after our own document, valid and broken. */
export const requests: fc.Arbitrary<InjectOptions> = fc
  .record({
    url: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...operations).chain((one) => one) },
      { weight: 1, arbitrary: fc.oneof(nasty, raw).map((text) => `/${text}`) },
    ),
    method: fc.oneof({ weight: 9, arbitrary: fc.constant('GET' as const) }, fc.constantFrom(...methods)),
    headers: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, headers),
    payload: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      fc.constantFrom('', '{"a":', '\u0000', 'a,b\n1,2\n'),
    ),
  })
  .map(({ payload, ...request }) =>
    payload === undefined || request.method === 'GET' ? request : { ...request, payload },
  )
