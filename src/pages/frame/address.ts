import type { Day, Language } from '../../domain/vocabulary.js'

/** The address of a page, whose links keep its day and language. */
export interface Address {
  readonly path: string
  /** The parameters of the address, as sent. */
  readonly query: Readonly<Record<string, string>>
  readonly lang: Language
  readonly today: Day
  readonly asOf: Day
  /** Whether the page becomes a file of a static host: it then shows one day, and takes no filter. */
  readonly isStatic: boolean
}

/** The parameters that links to other pages keep. */
export const kept = ['asOf', 'revision', 'lang']

/** A link to another page, at the same day, revision and language. */
export const pageLink = (
  { query }: Pick<Address, 'query'>,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const own = Object.fromEntries(kept.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
  return withQuery(path, { ...own, ...more })
}

/** A link to the same page with some parameters set; null removes one. */
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
