import type { Language } from '../domain/vocabulary.js'
import { locales } from './days.js'

/** The lists of the United Nations pass over the Arabic article at the beginning of a name. */
const sortKey = (lang: Language, name: string): string => (lang === 'ar' ? name.replace(/^ال/, '') : name)

/** The order of names in a language: `names.sort(orderOf('fr'))`. Chinese is ordered by pinyin. */
export function orderOf(lang: Language): (one: string, other: string) => number {
  const { compare } = new Intl.Collator(locales[lang])
  return (one, other) => compare(sortKey(lang, one), sortKey(lang, other))
}
