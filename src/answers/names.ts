import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { Named } from '../domain/name.js'
import type { Language } from '../domain/vocabulary.js'

/** A participant's name in a language; in English if the record has no other. */
export function nameIn(lang: Language, { name, names }: Pick<Participant, 'name' | 'names'>): Named {
  const found = names[lang]
  return found === null ? { text: name, lang: 'en' } : { text: found, lang }
}

/** The official title of an instrument in a language; in English if the record has no other. */
export function titleIn(lang: Language, { title, titles }: Pick<Instrument, 'title' | 'titles'>): Named {
  const found = titles.get(lang)
  return found === undefined ? { text: title, lang: 'en' } : { text: found.title, lang }
}

/** The short name of an instrument in use in a language: “CEDAW”, “Convention de 1956”. */
export const shortNameIn = (
  lang: Language,
  { shortName, titles }: Pick<Instrument, 'shortName' | 'titles'>,
): string => titles.get(lang)?.shortName ?? shortName
