import type { LightMyRequestResponse } from 'fastify'
import t from 'tap'
import { inEnglishAlone } from '../../fixtures/english-alone.js'
import { importTwoThenCorrect } from '../../fixtures/imported.js'

import { valuesOf, wordsOf } from '../../fixtures/pages.js'
import { seededApp, seededDatabase } from '../../fixtures/seeded.js'

t.test('what each import changed, newest first: corrections and removals are called that', async (t) => {
  const db = seededDatabase(t)
  await importTwoThenCorrect(t, db, { palau: '11 Dec 1999', source: 'A & B' })
  const { app } = await seededApp(t, { db })
  const words = wordsOf(await app.inject('/changes'))
  const inOrder = [
    'Import 3, 23 November 2026 From long.csv',
    'Of actions: 1 corrected, 1 removed.',
    'Removed Palau signed II-99 on 11 December 1999.',
    'Correction Vanuatu signed II-99 on 12 December 1982. The record said before: Vanuatu signed II-99 on 10 December 1982. depositary: A &amp; B',
    'Import 2, 23 November 2026 From 2-99.csv',
    'Of actions: 2 added.',
    'Added Palau signed II-99 on 11 December 1999.',
    'Import 1,',
    'Of actions: 1738 added. Of statements:',
  ].map((said) => words.indexOf(said))
  t.notOk(inOrder.includes(-1), String(inOrder))
  t.strictSame(
    inOrder,
    [...inOrder].sort((a, b) => a - b),
  )
})

t.test('statements are there as well, and what is chosen has an address', async (t) => {
  const { app } = await seededApp(t)
  const reply = await app.inject('/changes?state=ie&instrument=cedaw')
  const words = wordsOf(reply)
  t.match(words, 'Changes: Ireland, CEDAW')
  t.match(words, 'Added Ireland acceded to CEDAW on 23 December 1985.')
  t.match(
    words,
    'Added Ireland withdrew its reservation to CEDAW, as to articles 13(b) and 13(c), on 11 June 2004.',
  )
  t.notMatch(words, 'Page 1 of')
  t.match(reply.body, '<option value="IRL" selected>')
  const links = valuesOf(reply.body, 'href')
  for (const href of [
    '/states/IRL#instrument-cedaw',
    '/states/IRL#cedaw-IRL-reservation-1',
    '/v1/feeds/actions.atom?state=IRL&instrument=cedaw',
    '/v1/feeds/statements.atom?state=IRL&instrument=cedaw',
  ])
    t.ok(links.includes(href), href)
  t.match(
    wordsOf(await app.inject('/changes?state=VAT&instrument=cedaw')),
    'No import changed anything here.',
  )
})

t.test('pages tell every change once, and keep the day', async (t) => {
  const { app } = await seededApp(t)
  const { data } = (await app.inject('/v1/changes?limit=1&asOf=1990-01-01')).json()
  t.equal(data.length, 1)
  const counts: number[] = []
  for (let url: string | undefined = '/changes?asOf=1990-01-01'; url !== undefined; ) {
    const { body, statusCode }: LightMyRequestResponse = await app.inject(url)
    t.equal(statusCode, 200, url)
    counts.push(body.match(/<span class="kind /g)?.length ?? 0)
    const next: string | undefined = /<a rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    url = next
  }
  const actions = (await app.inject('/v1/changes?asOf=1990-01-01&limit=1')).headers['x-total-count']
  const statements = (await app.inject('/v1/changes/statements?asOf=1990-01-01&limit=1')).headers[
    'x-total-count'
  ]
  t.equal(
    counts.reduce((sum, count) => sum + count, 0),
    Number(actions) + Number(statements),
  )
  t.ok(counts.slice(0, -1).every((count) => count === 100))
})

t.test('bad input gets an error that names it', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/changes?state=qzz', '“qzz” is not the code of a participant'],
    ['/changes?instrument=nato', '“nato” is not an instrument in the record'],
    ['/changes?page=0', '“0” is not the number of a page'],
    ['/changes?page=999', '“999” is not a page of this list; allowed: 1 to 24'],
    ['/changes?page=two', '“two” is not the number of a page'],
  ] as const
  for (const [url, said] of cases) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, 400, url)
    t.match(wordsOf(reply), said)
  }
  for (const url of ['/changes?page=', '/changes?state=&instrument='])
    t.equal((await app.inject(url)).statusCode, 200, `${url}: a field left empty`)
})

t.test('in each language: whole sentences, and English where the record has nothing else', async (t) => {
  const { app } = await seededApp(t, { db: inEnglishAlone(t) })
  const cases = [
    ['/fr/changes?state=ie&instrument=cedaw', 'Modifications : Irlande, CEDEF'],
    [
      '/fr/changes?state=ie&instrument=cedaw',
      'Ajout Irlande — adhésion : CEDEF, le 23 décembre 1985. dépositaire :',
    ],
    [
      '/fr/changes?state=ie&instrument=cedaw',
      'Irlande — réserve (retrait) : CEDEF (art. 13(b), 13(c)), le 11 juin 2004.',
    ],
    ['/fr/changes?state=ie&instrument=cedaw', 'Actes relatifs aux traités — ajouts : 1.'],
    ['/ar/changes?state=ie&instrument=cedaw', 'آيرلندا – انضمام: سيداو، في 23 كانون الأول/ديسمبر 1985.'],
    ['/ar/changes?state=ie&instrument=cedaw', 'الإجراءات – إضافات: 1.'],
    [
      '/zh/changes?state=ie&instrument=cedaw',
      '新增 1985年12月23日，爱尔兰加入《消除对妇女歧视公约》。 保存人：',
    ],
    ['/ru/changes?page=2', 'Страница 2 из 24'],
  ] as const
  for (const [url, words] of cases) t.ok(wordsOf(await app.inject(url)).includes(words), `${url}: ${words}`)
  const { body } = await app.inject('/ru/changes?state=CSK&asOf=2020-01-01')
  t.match(body, '<span lang="en" dir="ltr">Czechoslovakia</span> — подписание: КЛДЖ')
  t.match(body, '<option value="CSK" selected lang="en">Czechoslovakia</option>')
  t.match(body, 'action="/ru/changes"')
  t.ok(valuesOf(body, 'href').includes('/v1/imports/1?lang=ru'))
})
