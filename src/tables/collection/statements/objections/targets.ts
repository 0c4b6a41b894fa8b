import type { ArticleCode } from '../../../../domain/statements/articles.js'
import { type FoundName, type Names, namesAt } from '../names-in-prose.js'
import { referencesIn } from '../references/article-references.js'
import { isForeign } from '../references/owner.js'
import type { TreatyWords } from '../references/treaty-words.js'
import type { ObjectionTarget } from '../statement.js'

/** What objections are read with. */
export interface ObjectionTerms {
  readonly names: Names
  readonly treaty: TreatyWords
}

/** What objections are about. */
const about =
  /\b(?:reservations?|declarations?|statements?|understandings?|modifications?|signature|accession|ratification|objections?)\b/i
/** Before a name: “made by”, “formulated by the Government of”; also “the accession of”. */
const introduces =
  /\bby\s+(?=the\s|\p{Lu})|\b(?:reservations?|declarations?|accession|signature|ratification)\s+of\s+(?=the\s|\p{Lu})/giu

/** Words that begin what the objector says of a reservation; the articles after them are not those reserved. */
const judgement =
  /[.]\s+\p{Lu}|\b(?:incompatible|invalid|contrary|prohibited|concluded|in the light of|inadmissible)\b/u

interface NamedAt {
  readonly names: readonly FoundName[]
  readonly at: number
}

/** Whether a text names somebody whom it should name: “made by …”. */
export const namesSomebody = (text: string): boolean => about.test(text) && text.search(introduces) >= 0

/**
 * Reads the States that a text objects to, each with the articles that follow its name.
 * @param own  the objector, who is no target
 */
export function targetsIn(
  text: string,
  own: string | null,
  { names, treaty }: ObjectionTerms,
): ObjectionTarget[] {
  if (!about.test(text)) return []
  const found = [...text.matchAll(introduces)]
    .map(({ 0: words, index }): NamedAt => ({ at: index, names: namesAt(text, index + words.length, names) }))
    .filter((one) => one.names.some(({ code }) => code !== own))
  const merged = new Map<string, (readonly ArticleCode[] | null)[]>()
  for (const [index, { names: row, at }] of found.entries()) {
    const end = found[index + 1]?.at ?? text.length
    const articles = articlesFor(text, index === 0 ? 0 : at, row.at(-1)?.end ?? at, end, treaty)
    for (const { code } of row)
      if (code !== own)
        merged.set(code, [...(merged.get(code) ?? []), row.length > 1 && articles?.length ? null : articles])
  }
  return [...merged].map(([participant, lists]) => ({
    participant,
    articles: lists.includes(null) ? null : [...new Set(lists.flatMap((list) => list ?? []))],
  }))
}

/** The references before the first name, as in “reservations to articles 2 and 9 made by Niger”, and after each. */
function articlesFor(
  text: string,
  from: number,
  nameEnd: number,
  end: number,
  treaty: TreatyWords,
): readonly ArticleCode[] | null {
  const chains = referencesIn(text, treaty).filter(
    ({ at, owner, use }) =>
      at >= from && at < end && !isForeign(owner) && (use === 'bound' || use === 'named'),
  )
  const judged = text.slice(nameEnd, end).search(judgement)
  const relevant = chains.filter(({ at }) => at < nameEnd || judged < 0 || at < nameEnd + judged)
  const ofThis = relevant.filter(({ articles, owner }) => articles.length > 0 || owner === 'this treaty')
  if (ofThis.some(({ isClear }) => !isClear)) return null
  return [...new Set(ofThis.flatMap(({ articles }) => articles))]
}
