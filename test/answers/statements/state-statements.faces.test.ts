import { parse } from 'csv-parse/sync'
import { type Test, test } from 'tap'
import { valuesOf, wordsOf } from '../../fixtures/pages.js'
import { seededApp, today } from '../../fixtures/seeded.js'

// Pages, JSON and CSV say the same of statements, on several days.

const instruments = ['untoc', 'trafficking-protocol', 'opsc', 'cedaw', 'supplementary-slavery-convention']

interface Statement {
  readonly id: string
  readonly kind: string
  readonly state: { readonly code: string; readonly name: string }
  readonly territory: unknown
  readonly standing: string
  readonly events: readonly { readonly event: string }[]
  readonly objections: number
}

async function facesOn(t: Test, day: string) {
  const { app } = await seededApp(t)
  const get = (path: string) => app.inject(`${path}${path.includes('?') ? '&' : '?'}asOf=${day}`)
  const data = async <T>(path: string): Promise<T[]> => (await get(path)).json().data
  return { get, data }
}

const stands = ({ standing }: Statement) => standing === 'standing' || standing === 'partly-withdrawn'

for (const day of [today, '2008-12-18', '1990-01-01'])
  test(`the page of each State has its statements, on ${day}`, async (t) => {
    const { get, data } = await facesOn(t, day)
    for (const code of ['IRL', 'QAT', 'NLD', 'GBR', 'USA', 'CHN', 'SAU', 'CZE']) {
      const of = instruments.filter((one) => day > '2001-01-01' || one === 'cedaw' || one.startsWith('suppl'))
      const held = await data<Statement>(`/v1/states/${code}/statements?instrument=${of}&limit=1000`)
      const page = await get(`/states/${code}`)
      const ids = valuesOf(page.body, 'id').filter((id) =>
        instruments.some((one) => id.startsWith(`${one}-`)),
      )
      // A successor's page is empty before it exists, and the record answers nothing of it.
      t.strictSame(ids.sort(), held.map(({ id }) => id).sort(), `${code}: ${ids.length} statements`)
      for (const { id, objections } of held.filter(({ kind }) => kind === 'reservation')) {
        const item = (page.body.split(`<li id="${id}"`)[1]?.split('</ul></li>')[0] ?? '').replace(
          /<[^>]*>/g,
          ' ',
        )
        const counted = [...item.matchAll(/(\d+) objections?\b/g)].reduce(
          (sum, [, one]) => sum + Number(one),
          0,
        )
        t.ok(objections === 0 || counted === objections, `${id}: ${objections} objections, ${counted}`)
      }
    }
  })

for (const day of [today, '1990-01-01'])
  for (const query of [
    '',
    'article=16',
    'article=29(1)&group=african',
    'exceptPurpose=disputes',
    'kind=declaration',
  ])
    test(`an instrument’s statements are those of the API, on ${day}: ${query}`, async (t) => {
      const { get, data } = await facesOn(t, day)
      const kind = query.includes('kind=') ? '' : '&kind=reservation'
      const held = (
        await data<Statement>(`/v1/instruments/cedaw/statements?${query}${kind}&limit=1000`)
      ).filter(stands)
      const page = await get(`/instruments/cedaw/statements?${query}`)
      const ids = valuesOf(page.body, 'id').filter((id) => id.startsWith('cedaw-'))
      t.strictSame(
        ids,
        held.map(({ id }) => id),
      )
      const states = new Set(
        held.filter(({ territory }) => territory === null).map(({ state }) => state.code),
      )
      const number = states.size === 0 ? '(?:No|no)' : states.size
      t.match(wordsOf(page), new RegExp(`\\b${number} States? ha(?:s|ve)`))
      const csv = valuesOf(page.body, 'href').find((href) => href.includes('statements.csv')) ?? ''
      if (held.length === 0) return
      const rows: Record<string, string>[] = parse((await get(csv.replace(/&asOf=[^&]*/, ''))).body, {
        columns: true,
      })
      t.strictSame(
        rows.map(({ id }) => id),
        held.map(({ id }) => id),
      )
    })

test('the articles of the page are those of the API', async (t) => {
  const { get, data } = await facesOn(t, today)
  for (const code of ['cedaw', 'untoc', 'opsc']) {
    const held = await data<{ article: string; reservedBy?: unknown[] }>(
      `/v1/instruments/${code}/articles?limit=1000`,
    )
    const page = wordsOf(await get(`/instruments/${code}/statements`))
    for (const { article, reservedBy = [] } of held)
      if (reservedBy.length > 0 && /^\d+$/.test(article))
        t.ok(page.includes(`Article ${article} ${reservedBy.length} State`), `${code} ${article}`)
  }
})
