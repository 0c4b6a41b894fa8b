import t from 'tap'
import { valuesOf, wordsOf } from '../../fixtures/pages.js'
import { seededApp } from '../../fixtures/seeded.js'

t.test('every participant is on /states under its kind, with what it has outstanding', async (t) => {
  const { app } = await seededApp(t)
  const reply = await app.inject('/states')
  const links = new Set(valuesOf(reply.body, 'href'))
  const kinds = ['member-state', 'observer-state', 'other-state', 'organization', 'former-state', 'territory']
  for (const kind of kinds) {
    const { data } = (await app.inject(`/v1/states?kind=${kind}`)).json()
    for (const { code } of data) t.ok(links.has(`/states/${code}`), `${kind}: ${code}`)
    t.ok(links.has(`#${kind}`) && reply.body.includes(`id="${kind}"`), `${kind}: found by a link`)
  }
  const words = wordsOf(reply)
  for (const said of [
    'Members of the United Nations 193',
    'United States of America CEDAW',
    'Papua New Guinea UNTOC, Trafficking Protocol, OPSC, Supplementary Slavery Convention',
    'Afghanistan Nothing',
    'European Union UNTOC, Trafficking Protocol',
    'Former States Name Party to Czechoslovakia None on record',
  ])
    t.ok(words.includes(said), said)
})

t.test('it says of each Member what /v1/outstanding says', async (t) => {
  const { app } = await seededApp(t)
  for (const asOf of ['2026-11-23', '2009-06-30']) {
    const words = wordsOf(await app.inject(`/states?asOf=${asOf}`))
    const { data } = (
      await app.inject(`/v1/outstanding?complete=true&resolution=a-res-63-194&asOf=${asOf}`)
    ).json()
    t.ok(data.length > 190)
    for (const { state, outstanding } of data) {
      const left = outstanding
        .map((item: { instrument: { shortName: string } }) => item.instrument.shortName)
        .join(', ')
      t.ok(
        words.includes(`${state.name.replace("'", '&#39;')} ${left || 'Nothing'}`) ||
          words.includes(`${state.name} ${left || 'Nothing'}`),
        `${state.name}, ${asOf}`,
      )
    }
  }
})

t.test(
  'before the resolution nothing is outstanding, and States are listed by what they are party to',
  async (t) => {
    const { app } = await seededApp(t)
    const words = wordsOf(await app.inject('/states?asOf=2000-01-01'))
    t.ok(words.includes('Name Party to Afghanistan Supplementary Slavery Convention'))
    t.ok(words.includes('Yugoslavia'), 'a State that had ended by then as well')
  },
)

t.test('letters lead to names in English only: others are not in the order of their letters', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/states')
  t.match(body, 'href="#member-state-z"')
  t.match(body, '<tbody id="member-state-z">')
  const arabic = (await app.inject('/states?lang=ar')).body
  t.notMatch(arabic, 'href="#member-state-z"')
  t.match(arabic, '<span lang="ar" dir="rtl">الكاميرون</span>')
})
