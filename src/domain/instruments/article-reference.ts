/** A provision of an instrument, taken apart: “UNTOC art. 38(1)”. */
export interface ArticleReference {
  /** The short name of the instrument in English. */
  readonly instrument: string
  readonly article: string
  /** Null where the whole article is meant. */
  readonly paragraph: string | null
}

/** Takes a reference apart, so that each language can write it in its own way; null for what is none. */
export function articleReference(text: string): ArticleReference | null {
  const [, instrument, article, paragraph] = /^(\S.*) art\. (\d+)(?:\((\d+)\))?$/.exec(text) ?? []
  if (instrument === undefined || article === undefined) return null
  return { instrument, article, paragraph: paragraph ?? null }
}
