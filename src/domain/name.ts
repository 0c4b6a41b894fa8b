import type { Language } from './vocabulary.js'

/** A name and its language. */
export interface Named {
  readonly text: string
  readonly lang: Language
}

/**
 * Normalises a name: it ignores letter case, accents, apostrophes, punctuation and spacing.
 * Names that differ in anything else are different names.
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/['’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()

/** Compares English names, without regard to diacritics and letter case. */
export const { compare: compareNames } = new Intl.Collator('en', { sensitivity: 'base' })

/** Sorts by English name. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareNames(a.name, b.name)
