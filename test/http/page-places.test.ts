import t from 'tap'
import type { Language } from '../../src/domain/vocabulary.js'
import { languageAndPath, pageIn } from '../../src/http/page-places.js'

const cases: { lang: Language; path: string; address: string }[] = [
  { lang: 'en', path: '/', address: '/' },
  { lang: 'en', path: '/states/HTI', address: '/states/HTI' },
  { lang: 'fr', path: '/', address: '/fr' },
  { lang: 'ar', path: '/states/HTI', address: '/ar/states/HTI' },
  { lang: 'zh', path: '/og/states/HTI.png', address: '/zh/og/states/HTI.png' },
]

t.test('a page has one address a language', async (t) => {
  for (const { lang, path, address } of cases) {
    t.equal(pageIn(lang, path), address)
    t.strictSame(languageAndPath(address), { lang, path }, address)
  }
})

t.test('what only looks like a language is a path of English', async (t) => {
  for (const path of ['/en/states', '/de', '/fra', '/frstates', '/states/fr', '//fr', ''])
    t.strictSame(languageAndPath(path), { lang: 'en', path }, path)
})
