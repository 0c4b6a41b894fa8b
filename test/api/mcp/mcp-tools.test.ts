import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { type Test, test } from 'tap'
import { createMcpServer } from '../../../src/api/mcp/mcp-tools.js'
import { openStore } from '../../../src/db/store.js'
import { seededApp, seededDatabase, today } from '../../fixtures/seeded.js'

/** 10,000 tokens of four characters. */
const mostCharacters = 40_000

interface Brief {
  readonly total?: number
  readonly data?: readonly { readonly state: string; readonly instrument?: string; readonly id?: string }[]
  readonly nextCursor?: string
  readonly takenAs?: object
  readonly outstanding?: readonly object[]
}

/** A client of the tools over the seed, in the same process. */
async function tools(t: Test) {
  const db = seededDatabase(t)
  const { app, ask } = await seededApp(t, { db })
  const origin = 'https://treaties.example.org'
  const server = createMcpServer(app, { store: openStore(db), today: () => today, origin })
  const client = new Client({ name: 'a test', version: '1' })
  const [own, its] = InMemoryTransport.createLinkedPair()
  await Promise.all([client.connect(own), server.connect(its)])
  t.teardown(() => client.close())
  const call = async (name: string, input: object) => {
    const answer = await client.callTool({ name, arguments: { ...input } })
    const [first] = answer.content as { text: string }[]
    return {
      brief: (answer.structuredContent ?? {}) as Brief,
      error: answer.isError ? (first?.text ?? '') : null,
      size: JSON.stringify(answer).length,
    }
  }
  return { call, ask }
}

test('no answer has 10,000 tokens, over the whole seed', async (t) => {
  const { call, ask } = await tools(t)
  const codesOf = async (path: string): Promise<string[]> =>
    (await ask(path)).body.data.map(({ code }: { code: string }) => code)
  const states = await codesOf('/v1/states?kind=member-state,organization')
  const instruments = await codesOf('/v1/instruments')
  const kinds = ['reservation', 'declaration', 'understanding', 'objection', 'communication']
  const standing = ['standing', 'partly-withdrawn', 'withdrawn', 'pending', 'lapsed', 'uncertain']
  const calls: [string, object][] = [
    ['find_state', { name: 'a' }],
    ['list_instruments', {}],
    ['progress', {}],
    ['what_changed', {}],
    ['statements', {}],
    ['statements', { kind: kinds, standing }],
    ...instruments.flatMap((instrument): [string, object][] => [
      ['instrument_statuses', { instrument }],
      ['who_is_not_a_party', { instrument }],
      ['who_is_not_a_party', { instrument, asOf: '2000-01-01' }],
      ['statements', { instrument, kind: kinds, standing }],
      ['what_changed', { instrument }],
    ]),
    ...states.flatMap((state): [string, object][] => [
      ['state_outstanding', { state }],
      ['state_statuses', { state }],
      ['statements', { state, kind: kinds, standing }],
    ]),
  ]
  t.ok(calls.length > 600)
  for (const [name, input] of calls) {
    const { error, size } = await call(name, input)
    // An instrument may not have existed on that day.
    if (error !== null) t.match(error, 'did not exist on 2000-01-01', `${name} ${JSON.stringify(input)}`)
    if (size >= mostCharacters) t.fail(`${name} ${JSON.stringify(input)}: ${size} characters`)
  }
  t.equal(
    (await call('who_is_not_a_party', { instrument: 'supplementary-slavery-convention' })).brief.nextCursor,
    undefined,
    'the longest list of who is missing is one answer',
  )
})

test('pages follow one another without a gap', async (t) => {
  const { call } = await tools(t)
  for (const [name, input, id] of [
    ['instrument_statuses', { instrument: 'cedaw' }, 'state'],
    ['statements', { instrument: 'cedaw' }, 'id'],
    ['who_is_not_a_party', { instrument: 'supplementary-slavery-convention', limit: 30 }, 'state'],
  ] as const) {
    const seen: unknown[] = []
    let pages = 0
    let cursor: string | undefined
    let total: number | undefined
    do {
      const { brief, error, size } = await call(name, { ...input, ...(cursor && { cursor }) })
      t.equal(error, null)
      t.ok(size < mostCharacters, `${name}: ${size}`)
      seen.push(...(brief.data ?? []).map((one) => one[id]))
      cursor = brief.nextCursor
      total = brief.total
      pages++
    } while (cursor !== undefined)
    t.ok(pages > 1, name)
    t.equal(seen.length, total, name)
    t.equal(new Set(seen).size, total, name)
  }
  const { brief } = await call('statements', { limit: 3 })
  t.equal(brief.data?.length, 3)
})

test('a name is taken for a code, and the answer says so', async (t) => {
  const { call } = await tools(t)
  const cases = [
    ['state_outstanding', { state: 'United States' }, { 'United States': 'USA' }],
    ['state_outstanding', { state: 'the U.K.' }, { 'the U.K.': 'GBR' }],
    ['state_outstanding', { state: 'Côte d’Ivoire' }, { 'Côte d’Ivoire': 'CIV' }],
    ['state_statuses', { state: 'Российская Федерация' }, { 'Российская Федерация': 'RUS' }],
    [
      'instrument_statuses',
      { instrument: 'Convention on the Rights of the Child' },
      { 'Convention on the Rights of the Child': 'crc' },
    ],
    [
      'instrument_statuses',
      { instrument: 'Elimination of All Forms of Discrimination' },
      { 'Elimination of All Forms of Discrimination': 'cedaw' },
    ],
    [
      'who_is_not_a_party',
      { instrument: 'trafficking protocol' },
      { 'trafficking protocol': 'trafficking-protocol' },
    ],
    ['statements', { state: ['Qatar', 'EGY'], instrument: 'CEDAW' }, { Qatar: 'QAT' }],
    ['what_changed', { state: 'Vanuatu' }, { Vanuatu: 'VUT' }],
  ] as const
  for (const [name, input, takenAs] of cases) {
    const { brief, error } = await call(name, input)
    t.equal(error, null, JSON.stringify(input))
    t.strictSame(brief.takenAs, takenAs, JSON.stringify(input))
  }
  const { brief } = await call('state_outstanding', { state: 'deu' })
  t.strictSame([brief.takenAs, brief.outstanding], [undefined, []], 'nothing left is said, not left out')
})

test('names are those of a language', async (t) => {
  const { call } = await tools(t)
  const { brief } = await call('state_outstanding', { state: 'United States', lang: 'fr' })
  t.match(JSON.stringify(brief), 'États-Unis d’Amérique')
  const { brief: listed } = await call('who_is_not_a_party', { instrument: 'cedaw', lang: 'ru' })
  t.match(JSON.stringify(listed), 'Палау')
  t.match((await call('find_state', { name: 'Haiti', lang: 'de' })).error, 'lang')
})

test('an error says how to go on', async (t) => {
  const { call } = await tools(t)
  const cases = [
    ['state_outstanding', { state: 'Korea' }, '“Korea” may mean KOR (Republic of Korea), PRK ('],
    ['state_outstanding', { state: 'Atlantis' }, 'find_state searches'],
    ['state_outstanding', { state: '../instruments/cedaw' }, 'find_state searches'],
    ['state_outstanding', { state: '..' }, 'find_state searches'],
    ['statements', { state: ['QAT', 'Guine'] }, 'may mean GIN (Guinea), GNB'],
    [
      'who_is_not_a_party',
      { instrument: 'women’s convention' },
      '“women’s convention” may mean cedaw (CEDAW)',
    ],
    [
      'who_is_not_a_party',
      { instrument: 'Palermo protocol' },
      /list_instruments lists all 6, which are untoc/,
    ],
    ['who_is_not_a_party', { instrument: 'cedaw', asOf: '1970-01-01' }, 'CEDAW did not exist on 1970-01-01'],
    ['who_is_not_a_party', { instrument: 'cedaw', asOf: '2100-01-01' }, '“2100-01-01” lies ahead'],
    ['who_is_not_a_party', { instrument: 'cedaw', asOf: 'yesterday' }, 'is not a day like 2003-03-05'],
    ['who_is_not_a_party', { instrument: 'cedaw', cursor: 'x' }, '“x” is not a cursor'],
    ['instrument_statuses', { instrument: 'cedaw', status: ['late'] }, 'is not one of: party, signatory'],
    ['statements', { article: '16.1' }, '“16.1” is no article like 16(1)(c)'],
    ['progress', { resolution: 'A/RES/1/1' }, 'The resolution “A/RES/1/1” is not in the record'],
    ['state_outstanding', { country: 'USA' }, 'Unrecognized key: "country"'],
    ['find_state', { name: '…' }, 'letters or digits'],
  ] as const
  for (const [name, input, says] of cases)
    t.match((await call(name, input)).error, says, JSON.stringify(input))
})
