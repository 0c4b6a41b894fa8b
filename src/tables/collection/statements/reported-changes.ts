import type { ArticleCode } from '../../../domain/statements/articles.js'
import { withoutWholes } from './article-mentions.js'
import { referencesIn } from './references/article-references.js'
import { isForeign } from './references/owner.js'
import type { TreatyWords } from './references/treaty-words.js'
import type { StatementEvent } from './statement.js'

/** A withdrawal or a change, with the articles that it names. */
export type ReportedChange = Pick<StatementEvent, 'kind' | 'articles'>

const withdraws = /\bwi(?:th|h)draw/i
/** Words by which a report points to the text below it. */
export const pointsOn = /:\s*["“]?$|\bfollowing\b|\bas follows\b/i

/** What was withdrawn, or that something was changed; null if neither is reported. */
export function changeIn(
  text: string,
  following: readonly string[],
  treaty: TreatyWords,
): ReportedChange | null {
  const candidates = pointsOn.test(text) ? [text, ...following] : [text]
  const at = candidates.findIndex((one) => withdraws.test(one) && speaksOfStatement(one))
  const isModified = /\bmodif|\breplac|\breformulat|\bnew formulation/i
  if (isModified.test(text)) return speaksOfStatement(text) ? { kind: 'modified', articles: null } : null
  const block = candidates[at]
  if (block === undefined)
    return candidates.some((one) => isModified.test(one) && speaksOfStatement(one))
      ? { kind: 'modified', articles: null }
      : null
  const sentence =
    sentencesOf(block).find((one) => withdraws.test(one) && (at > 0 || speaksOfStatement(one))) ?? block
  const here = articlesOf(sentence, treaty)
  const isPartial = /\bpart(?:ial|ially|ly)?\b/i.test(sentence)
  const isChange = /\bmaintain/i.test(block) || replaces.test(candidates.join('\n'))
  if (isChange || isPartial) return { kind: 'modified', articles: remaining(block, treaty) }
  if (here === null || here.length > 0) return { kind: 'withdrawn', articles: here }
  return { kind: 'withdrawn', articles: named(candidates.slice(at + 1), sentence, treaty) }
}

const replaces = /\bhereby deposits the following\b|\bsubstitut/i

const speaksOfStatement = (text: string): boolean => /\breservation|\bdeclaration|\bunderstanding/i.test(text)

/** “No. 5” and “art. 5” end no sentence, nor does a point within quotation marks. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[a-z)\]”"]\.[”"]?\s)(?=["“]?\p{Lu})/u)

/** What the report points to: the sentence that withdraws, with its articles; else all that the withdrawn text names. */
function named(
  following: readonly string[],
  sentence: string,
  treaty: TreatyWords,
): readonly ArticleCode[] | null {
  if (!pointsOn.test(sentence)) return []
  for (const one of following.flatMap(sentencesOf).filter((text) => withdraws.test(text))) {
    const articles = articlesOf(one, treaty)
    if (articles === null || articles.length > 0) return articles
  }
  const articles = articlesOf(following.join('\n'), treaty)
  // Its text may be about an article that it does not name.
  return articles?.length ? articles : null
}

function articlesOf(text: string, treaty: TreatyWords): readonly ArticleCode[] | null {
  const chains = referencesIn(text, treaty).filter(
    ({ owner, use, articles, at }) =>
      !isForeign(owner) &&
      articles.length > 0 &&
      (use !== 'permission' || /\breservations?\s+(?:made\s+)?under\s+$/i.test(text.slice(0, at))),
  )
  return chains.every(({ isClear }) => isClear) ? withoutWholes(chains) : null
}

/** “shall continue to apply in respect of articles 13 (a) and 16” names all that remains. */
function remaining(text: string, treaty: TreatyWords): readonly ArticleCode[] | null {
  const [, rest] =
    /\bcontinues? to apply\s+(?:only\s+)?(?:in respect of|to|with regard to|as regards)\s+(.*)/is.exec(
      text,
    ) ?? []
  const articles = rest === undefined ? null : articlesOf(rest, treaty)
  return articles?.length ? articles : null
}
