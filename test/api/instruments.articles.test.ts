import { parse } from 'csv-parse/sync'
import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

interface Row {
  readonly article: string
  readonly statements: number
  readonly reservations: number
  readonly reservedBy: readonly { readonly code: string }[]
}

t.test('CEDAW on 2026-02-03, by article, as the depositary’s page has it', async (t) => {
  const { ask, app } = await seededApp(t)
  const of = '/v1/instruments/cedaw/articles'
  const articles = async (query: string): Promise<Map<string, Row>> => {
    const { data } = (await ask(`${of}?asOf=2026-02-03&limit=1000${query}`)).body
    return new Map(data.map((row: Row) => [row.article, row]))
  }
  const all = await articles('')
  const counts = ['29(1)', '16', '2', '9'].map((article) => all.get(article)?.reservedBy.length)
  t.strictSame(counts, [39, 26, 15, 14])
  t.strictSame([...all.keys()].slice(0, 4), ['general', 'preamble', '1', '2'], 'in the order of the treaty')
  const states = new Set([...all.values()].flatMap((row) => row.reservedBy.map(({ code }) => code)))
  t.equal(states.size, 54, 'every State with a reservation that stands names some provision')
  const without = await articles('&exceptPurpose=disputes')
  t.equal(without.get('29(1)')?.reservedBy.length, 18)
  t.equal(without.get('16')?.reservedBy.length, 26)
  const african = await articles('&group=african&kind=reservation')
  t.strictSame(
    african.get('16')?.reservedBy.map(({ code }) => code),
    ['DZA', 'EGY', 'LBY', 'MRT', 'NER'],
  )
  const rows: Record<string, string>[] = parse((await app.inject(`${of}.csv?asOf=2026-02-03`)).body, {
    columns: true,
  })
  const nine = rows.find(({ article }) => article === '9')
  t.equal(nine?.['reservedBy.code']?.split('; ').length, 14)
})

t.test('its statements, and those of a State, by their own addresses', async (t) => {
  const { ask } = await seededApp(t)
  const ids = async (address: string) => (await ask(address)).body.data.map(({ id }: { id: string }) => id)
  const expected = await ids('/v1/statements?instrument=cedaw&state=IRL')
  t.ok(expected.length > 1)
  t.strictSame(await ids('/v1/instruments/IV-8/statements?state=IRL'), expected)
  t.strictSame(await ids('/v1/states/ie/statements?instrument=cedaw'), expected)
  t.equal((await ask('/v1/states/QZZ/statements')).status, 404)
  t.equal((await ask('/v1/instruments/none/articles')).status, 404)
  t.equal((await ask('/v1/instruments/cedaw/articles?asOf=1979-12-17')).status, 404)
  t.equal((await ask('/v1/instruments/cedaw/articles?standing=standing')).status, 400)
})
