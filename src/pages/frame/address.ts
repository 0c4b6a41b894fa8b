import type { Day, Language } from '../../domain/vocabulary.js'
import { pageIn } from '../../http/page-places.js'

/** The address of a page, whose links keep its day and language. */
export interface Address {
  /** Without the prefix of its language: `/states/HTI`. */
  readonly path: string
  /** The parameters of the address, as sent. */
  readonly query: Readonly<Record<string, string>>
  readonly lang: Language
  readonly today: Day
  readonly asOf: Day
  /** Whether the page becomes a file of a static host: it then shows one day, and takes no filter. */
  readonly isStatic: boolean
}

/** What a link to another page keeps. */
export type Origin = Pick<Address, 'query' | 'lang' | 'isStatic'>

/** The parameters that links to other pages keep. */
export const kept = ['asOf', 'revision']

/** A link to another page, at the same day and revision, in the same language. */
export const pageLink = (
  { query, lang, isStatic }: Origin,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const own = Object.fromEntries(kept.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
  const home = homeIn(lang, path, isStatic)
  return withQuery(pageIn(lang, path), { ...own, ...home, ...more })
}

/** `/` redirects readers who prefer another language, so links to the English home page say `?lang=en`. */
const homeIn = (lang: Language, path: string, isStatic: boolean) =>
  lang === 'en' && path === '/' && !isStatic ? { lang } : {}

/** The path of a page, with the prefix of its language: for forms. */
export const ownPath = ({ lang, path }: Pick<Address, 'lang' | 'path'>): string => pageIn(lang, path)

/** A link to the same page with some parameters set; null removes one. */
export function sameWith(
  { lang, path, query }: Pick<Address, 'lang' | 'path' | 'query'>,
  set: Readonly<Record<string, string | null>>,
  fragment = '',
): string {
  const merged = Object.entries({ ...query, ...set }).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value] as const],
  )
  return withQuery(pageIn(lang, path), Object.fromEntries(merged)) + fragment
}

/** A link to the same page in another language. */
export const sameIn = (lang: Language, address: Pick<Address, 'path' | 'query' | 'isStatic'>): string =>
  sameWith({ ...address, lang }, { lang: homeIn(lang, address.path, address.isStatic).lang ?? null })

function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(parameters).toString()
  return search === '' ? path : `${path}?${search}`
}
