import { z } from 'zod'

/**
 * A provision in canonical form: `29(1)`, `16(1)(c)`, `9-bis(1)`; `general` for the treaty as a whole, `preamble` for its
 * preamble.
 */
export const ArticleCode = z
  .string()
  .regex(
    /^(general|preamble|[1-9]\d{0,3}(-(bis|ter|quater))?(\((\d{1,2}(-(bis|ter|quater))?|[a-z]{1,6})\)){0,5})$/,
    {
      error: ({ input }) =>
        `“${String(input)}” is no article like 16(1)(c), and neither “general” nor “preamble”`,
    },
  )
  .meta({
    id: 'ArticleCode',
    description:
      'A provision: an article with its paragraph and subparagraphs, “general” for the treaty as a whole, or “preamble”.',
    examples: ['16(1)(c)', '29(1)', 'general'],
  })
export type ArticleCode = z.infer<typeof ArticleCode>

/** What a statement still concerns: the provisions, and the parts of them that were withdrawn. */
export interface Provisions {
  /** In canonical order. Empty: it names none. Null: they could not be read. */
  readonly articles: readonly ArticleCode[] | null
  /** Parts of those articles that a withdrawal took out: 16(1)(c) of a reservation to the whole of 16. */
  readonly without: readonly ArticleCode[]
}

/** Whether `part` is the provision `whole` or lies within it: 16(1)(c) within 16, but 9-bis(1) not within 9. */
export const isWithin = (part: ArticleCode, whole: ArticleCode): boolean =>
  part === whole || part.startsWith(`${whole}(`)

/**
 * Whether a statement names a provision: itself, a part of it, or the whole that it is part of. Asking for 16 finds
 * 16(1)(c), and asking for 16(1)(c) finds 16, unless 16(1)(c) was withdrawn from it. A general statement names no article.
 */
export const names = (asked: ArticleCode, { articles, without }: Provisions): boolean =>
  (articles ?? []).some((one) => isWithin(one, asked) || isWithin(asked, one)) &&
  !without.some((one) => isWithin(asked, one))

/** Whether a statement concerns a provision: it names it, or it is general. Such a one reaches every article. */
export const concerns = (asked: ArticleCode, provisions: Provisions): boolean =>
  names(asked, provisions) || (asked !== 'preamble' && (provisions.articles ?? []).includes('general'))

/**
 * What is left after a withdrawal. Withdrawing 16 takes 16(1)(c) too. Withdrawing 16(1)(c) from the whole of 16 leaves 16
 * without it: the record does not list what else is in 16. Withdrawing a provision that was never named takes nothing.
 */
export function takeAway({ articles, without }: Provisions, withdrawn: readonly ArticleCode[]): Provisions {
  if (articles === null) return { articles, without }
  const left = articles.filter((one) => !withdrawn.some((gone) => isWithin(one, gone)))
  const parts = withdrawn.filter((gone) => left.some((one) => isWithin(gone, one)))
  const stillParts = [...without, ...parts].filter((gone) => left.some((one) => isWithin(gone, one)))
  return { articles: left, without: inOrder(stillParts) }
}

/** Provisions in the order of the treaty, each once: general, preamble, then by article. */
export function inOrder(articles: readonly ArticleCode[]): ArticleCode[] {
  const once = [...new Set(articles)]
  if (once.length < 2) return once
  return once
    .map((article) => ({ article, ranks: ranks(article) }))
    .sort((a, b) => compareRanks(a.ranks, b.ranks))
    .map(({ article }) => article)
}

/** The order of two provisions. Letters below a lettered subparagraph are Roman numerals: (ii) before (iv), (ix) before (x). */
export const compareArticles = (a: ArticleCode, b: ArticleCode): number => compareRanks(ranks(a), ranks(b))

function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (let level = 0; level < Math.min(left.length, right.length); level++) {
    const difference = (left[level] ?? 0) - (right[level] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

const ordinals = ['', 'bis', 'ter', 'quater']

function ranks(article: ArticleCode): number[] {
  if (article === 'general') return [-2]
  if (article === 'preamble') return [-1]
  let isBelowLetter = false
  return article.split(/\(|\)\(?/).flatMap((step) => {
    if (step === '') return []
    const [number = '', ordinal = ''] = step.split('-')
    if (/^\d/.test(number)) return [Number(number) * 10 + ordinals.indexOf(ordinal)]
    const rank = isBelowLetter ? roman(step) : letters(step)
    isBelowLetter = true
    return [rank]
  })
}

/** a to z, then aa. */
const letters = (text: string): number => [...text].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 96, 0)

const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function roman(text: string): number {
  const digits = [...text].map((one) => values[one] ?? Number.NaN)
  const total = digits.reduce((sum, one, at) => sum + (one < (digits[at + 1] ?? 0) ? -one : one), 0)
  return Number.isNaN(total) ? letters(text) : total
}

/** The word in a table for articles that could not be read. An empty cell means that none is named. */
export const notRead = 'not-read'

/** Articles as a cell of a table. */
export const articlesInCell = (articles: readonly ArticleCode[] | null): string | null =>
  articles === null ? notRead : articles.join(';') || null

/** The inverse of `articlesInCell`. */
export function articlesOfCell(cell: string | null | undefined): ArticleCode[] | null {
  if (cell === null || cell === undefined) return []
  return cell === notRead ? null : cell.split(';')
}

/** A provision and those that it is part of, the article first: 16, 16(1), 16(1)(c). */
export const withEnclosing = (article: ArticleCode): ArticleCode[] => {
  const steps = article.split(/(?=\()/)
  return steps.map((_, at) => steps.slice(0, at + 1).join(''))
}
