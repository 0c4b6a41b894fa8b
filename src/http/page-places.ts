import { type Language, languages } from '../domain/vocabulary.js'

/** Where on the pages something is shown, for whatever leads there: feeds, and other pages. */
export interface Place {
  readonly path: string
  /** With its `#`; empty for a whole page. */
  readonly fragment: string
}

/** The path of a page in a language: `/fr/states/HTI`, and `/fr` for the home page. English has no prefix. */
export const pageIn = (lang: Language, path: string): string =>
  lang === 'en' ? path : `/${lang}${path === '/' ? '' : path}`

/** The paths of a page in each language, by `hreflang`; `x-default` is for readers of any other language. */
export const alternatesOf = (path: string): [hreflang: string, path: string][] => [
  ...languages.map((lang): [string, string] => [lang, pageIn(lang, path)]),
  ['x-default', pageIn('en', path)],
]

/** A path without the prefix of its language, and that language: `/fr/states/HTI` → `/states/HTI` in French. */
export function languageAndPath(prefixed: string): { lang: Language; path: string } {
  const [, first = '', rest = ''] = /^\/([a-z]{2})(\/[^?]*)?$/.exec(prefixed) ?? []
  const lang = languages.find((one) => one === first && one !== 'en')
  return lang === undefined ? { lang: 'en', path: prefixed } : { lang, path: rest || '/' }
}

/** The id of an instrument on the page of a State. */
export const instrumentAnchor = (instrument: string): string => `instrument-${instrument}`

/**
 * Where a State's standing to an instrument is shown: on its own page, or on that of an instrument that its page leaves out.
 * @param onStatePages  the codes of the instruments that the pages of States show
 */
export const standingPlace =
  (onStatePages: ReadonlySet<string>) =>
  (state: string, instrument: string): Place =>
    onStatePages.has(instrument)
      ? { path: `/states/${state}`, fragment: `#${instrumentAnchor(instrument)}` }
      : { path: `/instruments/${instrument}`, fragment: '' }

/**
 * Where a statement is shown: in its own place on the page of its State. One that the record holds no longer has none.
 * @param onStatePages  as for `standingPlace`
 */
export function statementPlace(onStatePages: ReadonlySet<string>) {
  const placeOf = standingPlace(onStatePages)
  return ({ id, participant, instrument }: StatementRef, isHeld: boolean): Place => {
    const place = placeOf(participant, instrument)
    if (!onStatePages.has(instrument)) return { path: `${place.path}/statements`, fragment: '' }
    return isHeld ? { ...place, fragment: `#${id}` } : place
  }
}

interface StatementRef {
  readonly id: string
  readonly participant: string
  readonly instrument: string
}
