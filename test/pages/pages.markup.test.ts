import { parseFeed } from '@rowanmanning/feed-parser'
import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { csv, importTable, longHeader } from '../fixtures/imported.js'
import { embeds, pages } from '../fixtures/pages.js'
import { seededApp, seededDatabase } from '../fixtures/seeded.js'

const markup = '</title></script><b onmouseover="alert(1)">Atlantis</b>'
const inText = /&lt;\/title(?:&gt;|>)&lt;\/script(?:&gt;|>)&lt;b onmouseover/

t.test('a name that holds markup is shown as text wherever it stands', async (t) => {
  const db = seededDatabase(t)
  const { app } = await seededApp(t, { db })
  // As another name, by which a table is imported; in a source; and as the State's own name in two languages.
  // Who reads a cell takes its tags off, so that it is found by the words between them.
  for (const alias of [markup, 'Atlantis']) openStore(db).participants.addAlias(alias, 'USA')
  const cell = `"${markup.replaceAll('"', '""')}"`
  const table = csv('Participant,Signature,"Ratification, Accession(a)"', `${cell},17 Jul 1980,20 Nov 2026`)
  await importTable(t, db, '4-8.csv', table, { allowRemovals: true })
  const sourced = csv(longHeader, `opsc,USA,ratification,2026-11-21,,,,secondary,${cell}`)
  await importTable(t, db, 'long.csv', sourced, { allowRemovals: true })
  const set = (sql: string) => db.$client.prepare(sql).run(markup, markup)
  set("UPDATE participants SET name_en = ?, name_fr = ? WHERE code = 'USA'")
  set("UPDATE instruments SET title = ?, short_name = ? WHERE code = 'cedaw'")

  const shown = ['/badges/states/USA.svg', '/badges/instruments/cedaw.svg', '/fr/states/USA']
  const sought = `/search?q=${encodeURIComponent('Atlantis</b>')}`
  for (const url of [...pages, ...embeds, ...shown, sought]) {
    const { statusCode, body } = await app.inject(url)
    t.ok(statusCode === 200 || statusCode === 303, `${url}: ${statusCode}`)
    t.notMatch(body, '<b onmouseover', url)
    t.notMatch(body, '</title></script>', url)
  }
  for (const url of [
    '/',
    '/states/USA',
    '/instruments/cedaw',
    '/outstanding?complete=true',
    '/search',
    '/embed/states/USA',
    ...shown,
  ])
    t.match((await app.inject(url)).body, inText, `${url}: as text`)
  t.equal((await app.inject('/og/states/USA.png')).statusCode, 200, 'and a picture of it is drawn')
  const { items } = (await app.inject('/v1/feeds/actions.json')).json()
  t.match(items[0].content_text, 'Atlantis', 'JSON needs no escape')
  const atom = (await app.inject('/v1/feeds/actions.atom')).body
  t.notMatch(atom.replace(/<!\[CDATA\[.*?\]\]>/gs, ''), 'onmouseover', 'in the feed it is character data')
  t.match(
    parseFeed(atom).items[0]?.title,
    '<b onmouseover="alert(1)">Atlantis</b>',
    'and text to whoever reads it',
  )
})
