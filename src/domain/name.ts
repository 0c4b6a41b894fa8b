/**
 * A name without what two spellings of it differ by: letter case, accents, apostrophes, punctuation, spacing.
 * Two names are never taken for one another on any other ground.
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/['’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
