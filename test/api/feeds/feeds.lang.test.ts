import { parseFeed as readAtom } from '@rowanmanning/feed-parser'
import t from 'tap'
import { languages } from '../../../src/domain/vocabulary.js'
import { importTwoThenCorrect } from '../../fixtures/imported.js'
import { seededApp, seededDatabase } from '../../fixtures/seeded.js'

const isolated = (text: string): string => `\u2068${text}\u2069`

t.test('actions in the six languages', async (t) => {
  const { app, ask } = await seededApp(t)
  const about = {
    ar: {
      title: `الإجراءات المتعلقة بالمعاهدات: ${isolated('HTI')}، ${isolated('cedaw')}`,
      entry: 'هايتي – تصديق: سيداو، في 20 تموز/يوليه 1981',
    },
    zh: { title: '条约行动：HTI、cedaw', entry: '1981年7月20日，海地批准《消除对妇女歧视公约》' },
    en: { title: 'Treaty actions: HTI, cedaw', entry: 'Haiti ratified CEDAW on 20 July 1981' },
    fr: {
      title: 'Actes relatifs aux traités\u00A0: HTI, cedaw',
      entry: 'Haïti — ratification\u00A0: CEDEF, le 20 juillet 1981',
    },
    ru: { title: 'Действия по договорам: HTI, cedaw', entry: 'Гаити — ратификация: КЛДЖ, 20 июля 1981 года' },
    es: {
      title: 'Actuaciones relativas a los tratados: HTI, cedaw',
      entry: 'Haití — ratificación: CEDAW, el 20 de julio de 1981',
    },
  }
  const ids = new Set<string>()
  for (const lang of languages) {
    const query = `?state=HTI&instrument=cedaw&limit=1&lang=${lang}`
    const { body } = await ask(`/v1/feeds/actions.json${query}`)
    const prefix = lang === 'en' ? '' : `/${lang}`
    t.match(body, {
      title: about[lang].title,
      language: lang,
      home_page_url: `http://localhost${prefix}/changes?state=HTI&instrument=cedaw`,
      items: [{ title: about[lang].entry, url: `http://localhost${prefix}/states/HTI#instrument-cedaw` }],
    })
    ids.add(body.items[0].id)
    const xml = (await app.inject(`/v1/feeds/actions.atom${query}`)).body
    const read = readAtom(xml)
    t.equal(read.title, about[lang].title)
    t.equal(read.items[0]?.title, about[lang].entry)
    t.equal(/<feed [^>]*xml:lang="(\w+)"/.exec(xml)?.[1], lang === 'en' ? undefined : lang)
  }
  t.equal(ids.size, 1, 'an entry has the same id in each')
})

t.test('a correction and a removal, with what the record said before', async (t) => {
  const db = seededDatabase(t)
  await importTwoThenCorrect(t, db, { palau: '11 Dec 1982', source: 'A gazette' })
  const { ask } = await seededApp(t, { db })
  const { items } = (await ask('/v1/feeds/actions.json?instrument=II-99&lang=es&limit=2')).body
  t.strictSame(
    items.map(({ title }: { title: string }) => title),
    [
      'Corrección: Vanuatu — firma: II-99, el 12 de diciembre de 1982',
      'Supresión: Palau — firma: II-99, el 11 de diciembre de 1982',
    ],
  )
  t.match(
    items[0].content_text,
    /fuente: A gazette\)\.\nEl registro indicaba antes: Vanuatu — firma: II-99, el 10 de diciembre de 1982 \(/,
  )
  t.match(items[1].content_text, /^El registro ya no indica: Palau — firma/)
})

t.test('statements: our sentences in the language, summaries in English, which is said', async (t) => {
  const { ask } = await seededApp(t)
  const of = async (query: string) => (await ask(`/v1/feeds/statements.json?${query}`)).body
  const french = await of('state=IRL&instrument=cedaw&event=withdrawn&lang=fr')
  t.equal(french.title, 'Réserves, déclarations et objections\u00A0: IRL, cedaw, withdrawn')
  t.equal(
    french.items[2].title,
    'Irlande — réserve (retrait)\u00A0: CEDEF (art. 9(1), 15(4)), le 19 décembre 1986',
  )
  t.match(french.items[2], {
    url: 'http://localhost/fr/states/IRL#cedaw-IRL-reservation-1',
    content_text: /\nNotre résumé, en anglais\u00A0: Citizenship, .*\nImportation 1, le 20 novembre 2026\.$/,
    _change: { state: { name: 'Irlande' }, instrument: { shortName: 'CEDEF' } },
  })
  const russian = await of('state=ISR&instrument=cedaw&kind=objection&lang=ru')
  t.match(russian.items[0].content_text, '\nВ отношении: Ирак.\n')
})
