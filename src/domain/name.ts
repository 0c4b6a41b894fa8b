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
