import type { Language } from '../../../domain/vocabulary.js'

/** An address of the API that answers with the names of a language. */
export function apiLink(lang: Language, address: string): string {
  if (lang === 'en') return address
  return `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`
}
