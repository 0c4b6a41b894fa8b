import { test } from 'tap'
import type { Db } from '../../src/db/sqlite/open.js'
import { recordImport } from '../../src/db/write/record.js'
import { csv, importTable, longHeader } from '../fixtures/imported.js'
import { seededApp, seededDatabase, today } from '../fixtures/seeded.js'

const file = '2-99.csv'
const signed = (...rows: string[]) => csv('Participant,Signature', ...rows)

interface Shown {
  readonly revision: number
  readonly kind: string
  readonly state: { readonly code: string }
  readonly before: { readonly on: string } | null
  readonly after: { readonly on: string } | null
}

const inWords = ({ revision, kind, state, before, after }: Shown): string =>
  [revision, kind, state.code, before?.on ?? '–', after?.on ?? '–'].join(' ')

/** A small treaty: two sign, a day is corrected and corrected back, and one of them is taken out. */
async function changedApp(t: Parameters<typeof importTable>[0]) {
  const db = seededDatabase(t)
  const options = { asAt: today, allowRemovals: true }
  await importTable(t, db, file, signed('Vanuatu,10 Dec 1982', 'Palau,11 Dec 1982'), options)
  await importTable(t, db, file, signed('Vanuatu,12 Dec 1982', 'Palau,11 Dec 1982'), options)
  await importTable(t, db, file, signed('Vanuatu,10 Dec 1982', 'Palau,11 Dec 1982'), options)
  await importTable(t, db, file, signed('Vanuatu,10 Dec 1982'), options)
  return seededApp(t, { db })
}

const all = [
  '2 added PLW – 1982-12-11',
  '2 added VUT – 1982-12-10',
  '3 corrected VUT 1982-12-10 1982-12-12',
  '4 corrected VUT 1982-12-12 1982-12-10',
  '5 removed PLW 1982-12-11 –',
]

test('what each import added, corrected and removed', async (t) => {
  const { ask } = await changedApp(t)
  const cases = [
    ['sinceRevision=1', all],
    ['sinceRevision=1&revision=3', all.slice(0, 3)],
    ['sinceRevision=3', all.slice(3)],
    ['sinceRevision=5', []],
    ['sinceRevision=9', []],
    ['since=2026-11-23', all],
    ['since=2026-11-24', []],
    ['sinceRevision=1&asOf=1982-12-10', all.slice(1, 4)],
    ['since=2026-11-23&until=2026-11-23', all],
    ['sinceRevision=1&until=2026-11-22', []],
    ['sinceRevision=1&until=9999-12-31', all],
    ['instrument=II-99', all],
    ['sinceRevision=1&state=PLW', [all[0], all[4]]],
    ['sinceRevision=1&group=asia-pacific&action=signature', all],
    ['sinceRevision=1&action=accession', []],
  ] as const
  for (const [query, expected] of cases) {
    const { status, headers, body } = await ask(`/v1/changes?${query}`)
    t.equal(status, 200, query)
    t.strictSame(body.data.map(inWords), expected, query)
    t.equal(headers['x-total-count'], String(expected.length), query)
  }
})

test('pages neither skip nor repeat, whatever is imported between them', async (t) => {
  const { ask, db } = await changedApp(t)
  const found: string[] = []
  let next: string | null = '/v1/changes?sinceRevision=1&limit=2'
  while (next !== null) {
    const { body }: Awaited<ReturnType<typeof ask>> = await ask(next)
    found.push(...body.data.map(inWords))
    next = body.links.next
    const table = csv(longHeader, `cedaw,VUT,withdrawal,2026-0${found.length}-01,,,,depositary,a table`)
    await importTable(t, db, 'long.csv', table, { asAt: today, allowRemovals: true })
  }
  t.strictSame(found, all)
  const { body } = await ask('/v1/changes?sinceRevision=5&limit=1')
  t.equal(body.data[0].revision, 6, 'and what was imported meanwhile comes after')
})

test('the whole record is what its imports changed', async (t) => {
  const { ask } = await seededApp(t)
  const { headers, body } = await ask('/v1/changes?limit=1000')
  t.equal(headers['x-total-count'], (await ask('/v1/actions')).headers['x-total-count'])
  t.ok(body.data.every(({ kind, revision }: Shown) => kind === 'added' && revision === 1))
})

test('what is no question', async (t) => {
  const { ask } = await seededApp(t)
  for (const query of [
    'sinceRevision=-1',
    'since=1985-02-31',
    'asOf=2027-01-01',
    'state=QZZ',
    'since=2001-01-01&until=2000-01-01',
  ])
    t.equal((await ask(`/v1/changes?${query}`)).status, 400, query)
})

test('what each import changed in statements', async (t) => {
  const db = seededDatabase(t)
  const algeria = { state: ['DZA'], statement: 'cedaw-DZA-reservation-1' }
  withdrawn(db, algeria.statement, '2026-11-01', ['2'])
  const { ask } = await seededApp(t, { db })
  const changes = async (query: string) => (await ask(`/v1/changes/statements?${query}`)).body
  const later = await changes('sinceRevision=1')
  t.match(later.data, [
    {
      revision: 2,
      kind: 'added',
      state: { code: 'DZA' },
      instrument: { code: 'cedaw' },
      statement: { id: algeria.statement, kind: 'reservation' },
      toward: [],
      before: null,
      after: { event: 'withdrawn', on: '2026-11-01', articles: ['2'] },
    },
  ])
  t.match(later.meta, { revision: 2, coverage: { length: 6 } })
  const count = async (query: string) =>
    Number((await ask(`/v1/changes/statements?${query}&limit=1`)).headers['x-total-count'])
  t.equal(await count(''), 656)
  t.equal(await count('sinceRevision=1&group=african'), 1)
  t.equal(await count('sinceRevision=1&state=IRL'), 0)
  t.equal(await count('sinceRevision=1&event=made'), 0)
  t.equal(await count('state=IRL&instrument=cedaw&event=withdrawn'), 3)
  t.equal(await count('state=IRL&instrument=cedaw&event=withdrawn&asOf=2000-03-24'), 2)
  t.equal(await count('since=2026-11-22'), 1)
  t.equal(await count('until=2026-11-21'), 655)
  const { data } = await changes('state=QAT&kind=objection')
  t.strictSame(data, [], 'those that it made, not those toward it')
  t.match((await changes('state=ISR&instrument=cedaw&kind=objection')).data, [{ toward: [{ code: 'IRQ' }] }])
})

/** Imports one event: a withdrawal of the given articles. */
function withdrawn(db: Db, statement: string, day: string, articles: readonly string[]): void {
  const event = {
    statement,
    event: 'withdrawn' as const,
    earliest: day,
    latest: day,
    articles,
    summary: null,
    certainty: 'depositary' as const,
    source: 'a later page',
  }
  const facts = { statementEvents: { additions: [event], corrections: [], removals: [] } }
  const imported = { fileName: 'iv-8', sha256: '', format: 'own', rows: 1, warnings: [], tables: [], facts }
  recordImport(db, imported, '2026-11-22T10:00:00.000Z')
}
