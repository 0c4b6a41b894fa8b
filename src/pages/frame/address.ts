import type { Day, Language } from '../../domain/vocabulary.js'

/** Where a page is and how it was asked for, so that its links keep the day and the language. */
export interface Address {
  readonly path: string
  /** The parameters of the address, as they were given. */
  readonly query: Readonly<Record<string, string>>
  readonly lang: Language
  readonly today: Day
  readonly asOf: Day
}

/** What a reader keeps when turning to another page. */
export const kept = ['asOf', 'revision', 'lang']

/** Another page, at the same day, revision and language. */
export const pageLink = (
  { query }: Pick<Address, 'query'>,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const own = Object.fromEntries(kept.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
  return withQuery(path, { ...own, ...more })
}

/** The same page with some parameters set, and those set to null left out. */
export function sameWith(
  { path, query }: Address,
  set: Readonly<Record<string, string | null>>,
  fragment = '',
): string {
  const merged = Object.entries({ ...query, ...set }).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value] as const],
  )
  return withQuery(path, Object.fromEntries(merged)) + fragment
}

function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(parameters).toString()
  return search === '' ? path : `${path}?${search}`
}
