import t from 'tap'
import type { Language } from '../../src/domain/vocabulary.js'
import { catalogues } from '../../src/messages/catalogues.js'
import { checkMessages } from '../../src/messages/check.js'

t.test('the six languages have no fault', async (t) => {
  t.strictSame(checkMessages(catalogues), [])
})

const english = {
  plain: 'A State that signed and has not ratified.',
  counted: '{n, plural, one {# State} other {# States}} of all <b>{total}</b>',
}
type Texts = Partial<Record<keyof typeof english | 'odd', string>>
const translated = {
  plain: 'Государство, которое подписало.',
  counted: '{n, plural, one {# из} few {# из} many {# из} other {# из}} <b>{total}</b>',
}

const cases: { of: string; lang: Language; texts: Texts; found: string[] }[] = [
  { of: 'nothing wrong', lang: 'ru', texts: translated, found: [] },
  {
    of: 'a number where English has a plural',
    lang: 'zh',
    texts: { plain: '国家', counted: '{n}个<b>{total}</b>' },
    found: [],
  },
  {
    of: 'a key that is missing',
    lang: 'ru',
    texts: { plain: translated.plain },
    found: ['counted is missing'],
  },
  {
    of: 'a key that English has not',
    lang: 'ru',
    texts: { ...translated, odd: 'Да' },
    found: ['odd is no key of English: it is misspelt, or no longer used'],
  },
  {
    of: 'a placeholder that is misspelt, and a tag that is lost',
    lang: 'zh',
    texts: { plain: '国家', counted: '{m}个{total}' },
    found: [
      'counted lacks {n}, which English has',
      'counted lacks <b>, which English has',
      'counted has {m}, which English has not',
    ],
  },
  {
    of: 'a plural form that the language has',
    lang: 'ru',
    texts: { ...translated, counted: '{n, plural, one {# из} other {# из}} <b>{total}</b>' },
    found: ['counted lacks the plural form “few” of {n}', 'counted lacks the plural form “many” of {n}'],
  },
  {
    of: 'English that is left over',
    lang: 'es',
    texts: { ...english },
    found: ['plain is the English text', 'counted is the English text'],
  },
  {
    of: 'an English word in Cyrillic, beside an abbreviation',
    lang: 'ru',
    texts: { ...translated, plain: 'Государство, CSV, ratified.' },
    found: ['plain has the Latin word “ratified”'],
  },
  {
    of: 'an apostrophe that quotes',
    lang: 'fr',
    texts: { plain: "L'État", counted: english.counted.replace('of', 'de') },
    found: ['plain has an ASCII apostrophe, which quotes a placeholder: write ’'],
  },
  {
    of: 'French punctuation',
    lang: 'fr',
    texts: { plain: 'Partie: oui', counted: english.counted.replace('of', 'de') },
    found: ['plain lacks a no-break space before : ; ! ? or », or after «'],
  },
]

for (const { of, lang, texts, found } of cases)
  t.test(of, async (t) => {
    const complete = { ar: {}, es: {}, fr: {}, ru: {}, zh: {}, en: english, [lang]: texts }
    const own = checkMessages(complete as Parameters<typeof checkMessages>[0]).filter(
      (one) => one.lang === lang,
    )
    t.strictSame(
      own.map(({ key, detail }) => `${key} ${detail}`),
      found,
    )
  })

t.test('a text that cannot be parsed, and a word that is none of law', async (t) => {
  const faults = checkMessages({
    ar: {},
    es: {},
    fr: {},
    ru: {},
    zh: {},
    en: { a: '{n', b: 'Who joined' },
  } as never)
  const own = faults.filter(({ lang }) => lang === 'en')
  t.match(own[0]?.detail, /^is no ICU message: /)
  t.match(own[1]?.detail, /^says “join”/)
})
