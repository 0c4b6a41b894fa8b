import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('a State, with names and codes', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/states/CIV')
  t.match(body, {
    code: 'CIV',
    kind: 'member-state',
    names: { ar: String, zh: '科特迪瓦', en: /Ivoire/, fr: /Ivoire/, ru: /Ивуар/, es: /Ivoire/ },
    codes: { alpha2: 'CI', alpha3: 'CIV', m49: '384' },
    group: 'african',
    region: { code: '002', name: 'Africa' },
    subregion: { code: '011', name: 'Western Africa' },
    member: true,
    memberFrom: '1960-09-20',
    memberUntil: null,
  })
})

t.test('who there was, on a day', async (t) => {
  const { ask } = await seededApp(t)
  const codes = async (query: string): Promise<string[]> =>
    (await ask(`/v1/states?${query}`)).body.data.map(({ code }: { code: string }) => code)
  t.equal((await codes('kind=member-state')).length, 193)
  t.equal((await codes('kind=member-state&asOf=2008-12-18')).length, 192)
  t.equal((await codes('')).length, 240, 'one page holds everyone')
  t.strictSame(await codes('kind=former-state'), [])
  t.strictSame(await codes('kind=former-state&asOf=1990-01-01'), ['CSK', 'YMD', 'DDR', 'YUG'])
  t.strictSame(await codes('kind=observer-state,other-state'), ['COK', 'VAT', 'NIU', 'PSE'])
  t.ok((await codes('kind=other-state&asOf=2002-09-09')).includes('CHE'), 'Switzerland, before its admission')
})

t.test('found by a name in any language, or another name in use', async (t) => {
  const { ask } = await seededApp(t)
  const found = async (q: string): Promise<string[]> =>
    (await ask(`/v1/states?q=${encodeURIComponent(q)}`)).body.data.map(({ code }: { code: string }) => code)
  t.strictSame(await found('ivoire'), ['CIV'])
  t.strictSame(await found("COTE D'IVOIRE"), ['CIV'])
  t.strictSame(await found('Swaziland'), ['SWZ'])
  t.strictSame(await found('阿富汗'), ['AFG'])
  t.strictSame(await found('أفغانستان'), ['AFG'])
  t.strictSame(await found('афганистан'), ['AFG'])
  t.strictSame(await found('nowhere'), [])
})

t.test('the order is that of names, accents or not', async (t) => {
  const { ask } = await seededApp(t)
  const names: string[] = (await ask('/v1/states?kind=member-state')).body.data.map(
    ({ name }: { name: string }) => name,
  )
  const at = (name: string) => names.findIndex((one) => one.startsWith(name))
  t.ok(at('Costa Rica') < at('Côte d') && at('Côte d') < at('Croatia'))
})

t.test('every code leads to the one permanent address', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/v1/states/usa', '/v1/states/USA'],
    ['/v1/states/us', '/v1/states/USA'],
    ['/v1/states/840', '/v1/states/USA'],
    ['/v1/states/4?asOf=2010-01-01', '/v1/states/AFG?asOf=2010-01-01'],
    ['/v1/states/us/outstanding', '/v1/states/USA/outstanding'],
    ['/v1/states/x-who', '/v1/states/X-WHO'],
    ['/v1/instruments/CEDAW', '/v1/instruments/cedaw'],
    [
      '/v1/instruments/XVIII-12-a/statuses?status=party',
      '/v1/instruments/trafficking-protocol/statuses?status=party',
    ],
    ['/v1/instruments/iv-8', '/v1/instruments/cedaw'],
    ['/v1/resolutions/A-RES-63-194/progress', '/v1/resolutions/a-res-63-194/progress'],
    ['/v1/resolutions/A%2FRES%2F63%2F194?asOf=2010-01-01', '/v1/resolutions/a-res-63-194?asOf=2010-01-01'],
    ['/v1/states/', '/v1/states'],
    ['/outstanding/?nextStep=ratify', '/outstanding?nextStep=ratify'],
    ['/states/USA/', '/states/USA'],
  ]
  for (const [given = '', permanent] of cases) {
    const reply = await app.inject(given)
    t.equal(reply.statusCode, 308, given)
    t.equal(reply.headers.location, permanent)
  }
})
