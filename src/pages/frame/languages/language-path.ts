import { type Language, languages } from '../../../domain/vocabulary.js'

/** A path without the prefix of its language, and that language: `/fr/states/HTI` → `/states/HTI` in French. */
export function languageAndPath(prefixed: string): { lang: Language; path: string } {
  const [, first = '', rest = ''] = /^\/([a-z]{2})(\/[^?]*)?$/.exec(prefixed) ?? []
  const lang = languages.find((one) => one === first && one !== 'en')
  return lang === undefined ? { lang: 'en', path: prefixed } : { lang, path: rest || '/' }
}
