import t from 'tap'
import { languages } from '../../src/domain/vocabulary.js'
import { type Messages, messagesIn } from '../../src/messages/messages.js'

const each = (say: (messages: Messages) => string): Record<string, string> =>
  Object.fromEntries(languages.map((lang) => [lang, say(messagesIn(lang))]))

t.test('a day, long and short', async (t) => {
  t.strictSame(
    each(({ day }) => day('1995-09-01')),
    {
      ar: '1 أيلول/سبتمبر 1995',
      zh: '1995年9月1日',
      en: '1 September 1995',
      fr: '1er septembre 1995',
      ru: '1 сентября 1995 года',
      es: '1 de septiembre de 1995',
    },
  )
  t.equal(messagesIn('en').shortDay('1995-09-08'), '8\u00A0Sept\u00A01995', 'with spaces that do not break')
  t.equal(messagesIn('ru').shortDay('1995-12-08'), '8\u00A0дек.\u00A01995\u00A0г.')
})

t.test('an action whose day is known, and one within bounds', async (t) => {
  const { when, shortWhen } = messagesIn('fr')
  t.equal(when({ earliest: '2000-01-02', latest: '2000-01-02' }), 'le 2 janvier 2000')
  t.equal(
    when({ earliest: '2000-01-01', latest: '2000-01-02' }),
    'entre le 1er janvier 2000 et le 2 janvier 2000',
  )
  t.equal(shortWhen({ earliest: '2000-01-02', latest: '2000-01-02' }), '2\u00A0janv.\u00A02000')
})

t.test('a number takes the plural form of its language', async (t) => {
  const cases: Record<string, Record<number, string>> = {
    en: { 0: '0 parties', 1: '1 party', 2: '2 parties' },
    fr: { 0: '0 partie', 1: '1 partie', 2: '2 parties' },
    ru: { 1: '1 участник', 2: '2 участника', 5: '5 участников', 11: '11 участников', 21: '21 участник' },
    ar: { 0: 'لا أطراف', 1: 'طرف واحد', 2: 'طرفان', 3: '3 أطراف', 11: '11 طرفًا', 100: '100 طرف' },
    zh: { 1: '1个缔约方', 193: '193个缔约方' },
  }
  for (const [lang, expected] of Object.entries(cases))
    for (const [n, said] of Object.entries(expected))
      t.equal(messagesIn(lang as 'en').say('count-parties', { n: Number(n) }), said, `${lang} ${n}`)
})

t.test('lists, shares and names', async (t) => {
  t.equal(messagesIn('zh').list(['甲', '乙']), '甲、乙')
  t.match(messagesIn('fr').percent(1, 3), /^33[\u00A0\u202F]%$/)
  t.equal(messagesIn('en').percent(0, 0), '–')
  t.strictSame(['Éthiopie', 'Fidji', 'Espagne'].sort(messagesIn('fr').compare), [
    'Espagne',
    'Éthiopie',
    'Fidji',
  ])
  t.strictSame(
    ['العراق', 'تونس', 'أنغولا'].sort(messagesIn('ar').compare),
    ['أنغولا', 'تونس', 'العراق'],
    'without the article',
  )
})

t.test('Latin words among Arabic ones are isolated; numbers are not', async (t) => {
  const said = messagesIn('ar').say('mark-of-day', { symbol: 'A/RES/63/194', date: '18' })
  t.equal(said, '\u2068A/RES/63/194\u2069، 18')
})

t.test('a value that chooses among sentences is not isolated', async (t) => {
  const { say } = messagesIn('ar')
  t.not(say('entry-rule', { rule: 'month' }), say('entry-rule', { rule: 'other' }))
})

t.test('elements stand among the words, and a value that is missing throws', async (t) => {
  const link = { href: '/' }
  const parts = messagesIn('es').parts('adopted', { place: link, date: '18 de diciembre de 1979' })
  t.strictSame(parts, ['Adopción: ', link, ', 18 de diciembre de 1979.'])
  t.throws(() => messagesIn('es').say('adopted', { place: 'Nueva York' }), /date/)
})
