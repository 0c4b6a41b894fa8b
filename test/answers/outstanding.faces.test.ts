import { parse } from 'csv-parse/sync'
import { type Test, test } from 'tap'
import { grouped } from '../../src/domain/grouped.js'
import { wordsOf } from '../fixtures/pages.js'
import { seededApp, today } from '../fixtures/seeded.js'

// JSON, CSV, page, card, badge and tool are faces of one answer: for every State and instrument, today and on three past days.

const urged = ['untoc', 'trafficking-protocol', 'opsc', 'cedaw', 'supplementary-slavery-convention']
const resolutionOn = '2008-12-18'

interface Status {
  readonly state: { readonly code: string; readonly name: string; readonly kind: string }
  readonly instrument: { readonly code: string; readonly shortName: string }
  readonly status: 'party' | 'signatory' | 'withdrawn' | 'none'
}
interface Left {
  readonly state: { readonly code: string }
  readonly counts: Record<'urged' | 'party' | 'outstanding', number>
  readonly outstanding: {
    readonly instrument: { readonly code: string; readonly shortName: string }
    readonly nextStep: string
  }[]
}

/** “all 5”, “both”, “1 of the 2”, “the one”. */
const shareOf = (joined: number, all: number): string => {
  if (all === 1) return 'the one'
  if (joined < all) return `${joined || 'none'} of the ${all}`
  return all === 2 ? 'both' : `all ${all}`
}

async function facesOn(t: Test, day: string) {
  const { app } = await seededApp(t)
  const get = (path: string) => app.inject(`${path}${path.includes('?') ? '&' : '?'}asOf=${day}`)
  const instruments: { code: string }[] = (await get('/v1/instruments')).json().data
  const codes = instruments.map(({ code }) => code).filter((code) => urged.includes(code))
  const statuses: Status[] = []
  for (const code of codes)
    statuses.push(...(await get(`/v1/instruments/${code}/statuses?limit=1000`)).json().data)
  const left: Left[] = (await get('/v1/outstanding?complete=true&limit=1000')).json().data
  const members = (await get('/v1/states?kind=member-state&limit=1000')).json().data.length
  const tool = async (name: string, input: object) => {
    const { body } = await app.inject({
      method: 'POST',
      url: '/mcp',
      headers: { accept: 'application/json, text/event-stream' },
      payload: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: { ...input, asOf: day } },
      },
    })
    return JSON.parse(body.slice(body.indexOf('{'))).result.structuredContent
  }
  return { get, tool, codes, members, statuses, left }
}

for (const day of [today, resolutionOn, '2000-12-15', '1985-06-01'])
  test(`every State has one answer on ${day}`, async (t) => {
    const { get, tool, codes, statuses, left } = await facesOn(t, day)
    const csv = (await get('/v1/outstanding.csv?complete=true')).body
    const rows: Record<string, string>[] = parse(csv, { columns: true })
    t.strictSame(
      rows.map((row) => [row['state.code'], row['counts.outstanding'], row['outstanding.instrument.code']]),
      left.map(({ state, counts, outstanding }) => [
        state.code,
        String(counts.outstanding),
        outstanding.map(({ instrument }) => instrument.code).join('; '),
      ]),
    )
    for (const [code, own] of grouped(statuses, ({ state }) => state.code)) {
      const name = own[0]?.state.name
      const joined = own.filter(({ status }) => status === 'party').length
      const isWhole = own.length === codes.length
      const all = own.length === 1 ? 'instrument' : 'instruments'
      const names = own
        .filter(({ status }) => status === 'party')
        .map(({ instrument }) => instrument.shortName)
      const opening = isWhole
        ? `${name} is a party to ${shareOf(joined, own.length)} ${all}.`
        : `${name} is ${joined > 0 ? `a party to ${names.join(' and ')}` : 'not a party to '}`
      const [page, card, badge] = await Promise.all([
        get(`/states/${code}`),
        get(`/embed/states/${code}`),
        get(`/badges/states/${code}.svg`),
      ])
      t.ok(wordsOf(page).includes(opening), `page: ${opening}`)
      t.ok(wordsOf(card).includes(opening), `card: ${opening}`)
      const treaties = isWhole
        ? `${joined} of ${own.length} treaties`
        : `${joined} ${joined === 1 ? 'treaty' : 'treaties'}`
      t.ok(wordsOf(badge).includes(`party to ${treaties}`), `badge: ${opening}`)
      const marks = [...card.body.matchAll(/class="dot (\w+)"[^>]*><\/i>(?:<span>)?([^<]+?) ?</g)]
      t.strictSame(
        marks.map(([, status, instrument]) => [instrument, status]),
        own.map(({ instrument, status }) => [instrument.shortName, status]),
        `card: ${code}`,
      )
      const entry = left.find(({ state }) => state.code === code)
      if (entry === undefined) continue
      const { counts, outstanding } = (await get(`/v1/states/${code}/outstanding`)).json()
      t.strictSame([counts, outstanding], [entry.counts, entry.outstanding], `one and all: ${code}`)
      const brief = entry.outstanding.map(({ instrument, nextStep }) => ({
        instrument: instrument.code,
        nextStep,
      }))
      t.match(
        await tool('state_outstanding', { state: code }),
        { counts, outstanding: brief },
        `tool: ${code}`,
      )
      t.equal(counts.party, day < resolutionOn ? 0 : joined, `counts: ${code}`)
      const missing = entry.outstanding.map(({ instrument }) => instrument.shortName).join(', ')
      if (missing !== '')
        t.ok(
          new RegExp(`Still outstanding(, as far as is known)?: ${missing}\\.`).test(wordsOf(page)),
          `page: ${code}, ${missing}`,
        )
    }
  })

for (const day of [today, resolutionOn, '2004-06-01', '2000-12-15', '1985-06-01'])
  test(`every instrument has one answer on ${day}`, async (t) => {
    const { get, members, statuses } = await facesOn(t, day)
    for (const [code, own] of grouped(statuses, ({ instrument }) => instrument.code)) {
      const parties = own.filter(({ status }) => status === 'party').length
      const joined = own.filter(({ state, status }) => state.kind === 'member-state' && status === 'party')
      const remaining = members - joined.length
      const { counts } = (await get(`/v1/instruments/${code}`)).json()
      t.equal(counts.parties, parties, `JSON: ${code}`)
      t.equal(counts.outstanding, day < resolutionOn ? 0 : remaining, `JSON: ${code}`)
      const badge = wordsOf(await get(`/badges/instruments/${code}.svg`))
      t.match(badge, new RegExp(`${parties} part(y|ies)( known)?, `), `badge: ${code}`)
      t.ok(badge.includes(`, ${remaining} ${remaining === 1 ? 'Member' : 'Members'} to go`), `badge: ${code}`)
      const card = wordsOf(await get(`/embed/instruments/${code}`))
      t.ok(card.includes(` ${remaining} of ${members} Members of the United Nations`), `card: ${code}`)
      const page = wordsOf(await get(`/instruments/${code}`))
      t.ok(page.includes(`Members that are not parties ${remaining} of ${members}`), `page: ${code}`)
    }
  })
