import { Parser } from 'htmlparser2'
import t from 'tap'
import type { buildApp } from '../../src/app.js'
import { formerNames } from '../../src/db/schema.js'
import { openStore } from '../../src/db/store.js'
import { languageAndPath } from '../../src/http/page-places.js'
import { catalogues } from '../../src/messages/catalogues.js'
import { embeds, pages } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

/** What is Latin in every language: codes, formats, symbols, names of sources, addresses. */
const international =
  /\b(?:https?:\/\/[^\s”"]+|A\/RES\/[\d/]+|[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*|Markdown|OpenAPI|oEmbed|Atom|Visionscarto|Natural Earth|English|Français|Español)\b/g
const latin = /\p{Script=Latin}{3,}/gu
const shownIn = ['aria-label', 'title', 'alt', 'placeholder', 'content', 'label', 'summary']
const withoutText = ['script', 'style', 'code', 'textarea', 'pre']
const empty = ['meta', 'link', 'input', 'br', 'hr', 'img', 'col']

/** The Latin words of a page that it does not mark as English or as another language that is written so. */
function latinWords(html: string, named: readonly string[]): string[] {
  const found: string[] = []
  const passed: boolean[] = []
  // Text comes in pieces, parted by its entities.
  let text = ''
  const look = (text: string) => {
    const own = named.reduce((rest, name) => rest.replaceAll(name, ''), text)
    found.push(...(own.replace(international, '').match(latin) ?? []))
  }
  const flush = () => {
    if (passed.at(-1) !== true) look(text)
    text = ''
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      flush()
      const isMarked = /^(en|fr|es)$/.test(attributes['lang'] ?? '') || withoutText.includes(name)
      const isHidden = isMarked || passed.at(-1) === true
      if (!empty.includes(name)) passed.push(isHidden)
      const isText =
        name !== 'meta' ||
        /^(description|og:(title|description|site_name|image:alt))$/.test(
          attributes['name'] ?? attributes['property'] ?? '',
        )
      if (!isHidden && isText) for (const one of shownIn) look(attributes[one] ?? '')
    },
    ontext(piece) {
      text += piece
    },
    onclosetag(name) {
      flush()
      if (!empty.includes(name)) passed.pop()
    },
  })
  parser.end(html)
  return [...new Set(found)]
}

/** English as it would look in a language of another script: each letter is Cyrillic, and placeholders stay. */
const pseudo = (message: string): string => {
  let depth = 0
  return message.replace(/<\/?\w+>|[{}]|[A-Za-z]/g, (one) => {
    if (one === '{') depth++
    if (one === '}') depth--
    return /[A-Za-z]/.test(one) && one.length === 1 && depth % 2 === 0 ? 'ж' : one
  })
}

const inRussian = (address: string): string => {
  const [path = '', query] = address.split('?')
  const own = languageAndPath(path).path
  return `${own === '/' ? '/ru' : `/ru${own}`}${query === undefined ? '' : `?${query}`}`
}

t.test('a page says nothing that is not in the catalogue of its language', async (t) => {
  const ru = Object.fromEntries(Object.entries(catalogues.en).map(([key, text]) => [key, pseudo(text)]))
  const { buildApp: build } = await t.mockImport<{ buildApp: typeof buildApp }>('../../src/app.js', {
    '../../src/messages/catalogues.js': { catalogues: { ...catalogues, ru } },
  })
  const { app, db } = await seededApp(t, { build })
  // Titles and attributes cannot mark what the record holds in English alone, nor what was sought.
  const { participants, groups } = openStore(db)
  const named = [
    ...participants.all().flatMap(({ name, names }) => (names.ru === null ? [name] : [])),
    ...db
      .select()
      .from(formerNames)
      .all()
      .map(({ name }) => name),
    ...groups.all().map(({ name }) => name),
    'guinea',
    'atlantis',
  ]
  for (const page of [...new Set([...pages, ...embeds].map(inRussian))]) {
    const { body, statusCode } = await app.inject(page)
    t.equal(statusCode, 200, page)
    t.strictSame(latinWords(body, named), [], page)
  }
})
