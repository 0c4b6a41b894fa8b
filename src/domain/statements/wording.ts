import type { ArticleCode } from './articles.js'

/** Provisions as words: “articles 9(1) and 15(4)”, “the whole treaty”. Empty where none is named. */
export function articlesInWords(articles: readonly ArticleCode[]): string {
  const numbered = articles.filter((one) => one !== 'general' && one !== 'preamble')
  const parts = [
    ...(articles.includes('general') ? ['the whole treaty'] : []),
    ...(articles.includes('preamble') ? ['the preamble'] : []),
    ...(numbered.length > 0 ? [`${numbered.length === 1 ? 'article' : 'articles'} ${listed(numbered)}`] : []),
  ]
  return listed(parts)
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
