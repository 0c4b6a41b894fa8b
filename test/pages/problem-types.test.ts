import t from 'tap'
import { problemTypes } from '../../src/http/problem-types.js'
import { wordsOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('each kind of problem has a page that says what it means', async (t) => {
  const { app } = await seededApp(t)
  for (const [name, { status, title, meaning }] of Object.entries(problemTypes)) {
    const reply = await app.inject(`/problems/${name}`)
    t.equal(reply.statusCode, 200, name)
    t.equal(reply.headers['content-type'], 'text/html; charset=utf-8')
    const words = wordsOf(reply).replaceAll('&quot;', '"')
    for (const part of [`HTTP status ${status}`, title, meaning])
      t.ok(words.includes(part), `${name}: ${part}`)
  }
})

t.test('its policy lets nothing in but the style, the icon and the search form', async (t) => {
  const { app } = await seededApp(t)
  const { headers } = await app.inject('/problems/not-found')
  t.equal(
    headers['content-security-policy'],
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
})

t.test('what is no kind of problem is a problem itself', async (t) => {
  const { app } = await seededApp(t)
  const reply = await app.inject('/problems/none')
  t.equal(reply.statusCode, 404)
  t.match(reply.json(), { type: '/problems/not-found', detail: 'That kind of problem is not in the record' })
})

t.test('it is in English, and the switch leads to the first page in another language', async (t) => {
  const { app } = await seededApp(t)
  const { body } = await app.inject('/problems/not-found')
  t.match(body, '<html lang="en">')
  for (const [lang, href] of [
    ['en', '/?lang=en'],
    ['fr', '/fr'],
    ['ar', '/ar'],
  ])
    t.match(body, `<a lang="${lang}" hreflang="${lang}" href="${href}"`)
})
