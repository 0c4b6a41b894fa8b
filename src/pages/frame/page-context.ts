import type { Participant } from '../../db/participants.js'
import type { Day, Language } from '../../domain/vocabulary.js'
import type { Address } from './address.js'

/** What every page says of itself: where it is, of which reading of the record, and how to cite it. */
export interface PageContext {
  readonly address: Address
  readonly revision: number
  /** A line to cite the page by, with its permanent address. */
  readonly cite: string
  readonly permalink: string
  /** The first day that a reader may go back to. */
  readonly earliest: Day
  readonly resolution: {
    readonly symbol: string
    readonly title: string
    readonly adoptedOn: Day
    readonly url: string
  }
  /** The whole address of a path, for what leaves the page. */
  readonly absolute: (path: string) => string
}

/** A name, and the language it is in. */
export interface Named {
  readonly text: string
  readonly lang: Language
}

/** A participant's name in the reader's language, or in English where the record has no other. */
export function nameIn(lang: Language, { name, names }: Pick<Participant, 'name' | 'names'>): Named {
  const found = names[lang]
  return found === null ? { text: name, lang: 'en' } : { text: found, lang }
}
