import t from 'tap'
import { wordsOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('what goes wrong is said on a page', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/?asOf=yesterday', 400, '“yesterday” is not a day like 2003-03-05'],
    ['/?asOf=2008-02-30', 400, 'is not a day like 2003-03-05'],
    ['/states/USA?asOf=2030-01-01', 400, '“2030-01-01” lies ahead'],
    ['/?asOf=1900-01-01', 400, '“1900-01-01” is too early: the record begins on 1956-09-07'],
    ['/?revision=7', 400, '“7” is not a revision of the record'],
    ['/states/USA?lang=de', 400, '“de” is not one of: ar, zh, en, fr, ru, es'],
    ['/instruments/cedaw?sort=size', 400, '“size” is not one of: name'],
    ['/outstanding?instrument=nothing', 400, '“nothing” is not an instrument in the record'],
    [
      '/outstanding?instrument=crc',
      400,
      '“crc” is not among the instruments that A/RES/63/194 urges States to consider ratifying or acceding to: untoc, trafficking-protocol, opsc, cedaw',
    ],
    ['/share?of=planets/mars', 400, '“planets/mars” names nothing to share'],
    ['/states/ZZZ', 404, 'The State “ZZZ” is not in the record'],
    ['/instruments/nothing', 404, 'The instrument “nothing” is not in the record'],
    ['/instruments/opsc?asOf=1999-01-01', 404, 'OPSC did not exist on 1999-01-01'],
    ['/share?of=states/ZZZ', 404, 'The State “ZZZ” is not in the record'],
  ] as const
  for (const [url, status, words] of cases) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, status, url)
    t.match(reply.headers['content-type'], /^text\/html/, url)
    t.equal(reply.headers['cache-control'], 'no-store')
    t.match(reply.headers['content-security-policy'], "script-src 'none'")
    t.ok(wordsOf(reply).includes(words), `${url}: ${words}`)
  }
})

t.test('what went wrong is said in the language of the page, its detail in English', async (t) => {
  const { app } = await seededApp(t)
  const { statusCode, body } = await app.inject('/fr/instruments/nothing/statements')
  t.equal(statusCode, 404)
  t.match(body, '<html lang="fr">')
  t.match(body, '<h1>Absent du registre</h1>')
  t.match(body, '<span lang="en" dir="ltr">The instrument “nothing” is not in the record</span>')
  t.match(body, 'href="/fr/states"')
})

t.test('the API keeps its problem details, and so does whoever asks for no page', async (t) => {
  const { app } = await seededApp(t)
  const html = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' }
  t.match((await app.inject({ url: '/nowhere', headers: html })).headers['content-type'], /^text\/html/)
  t.match((await app.inject('/nowhere')).headers['content-type'], 'application/problem+json')
  for (const url of ['/v1/nowhere', '/v1/states/ZZZ'])
    t.match(
      (await app.inject({ url, headers: html })).headers['content-type'],
      'application/problem+json',
      url,
    )
})
