import type { ArticleCode } from '../../../../domain/statements/articles.js'
import type { TreatyWords } from './treaty-words.js'

const provisions = String.raw`(?:provisions?(?:\s+(?:or|and)\s+articles?)?|terms?|articles?|parts?|stipulations?)`
const against = String.raw`(?:contrary|conflict\w*|contradict\w*|incompatib\w*|inconsistent|not\s+(?:\w+\s+)?compatible|not\s+(?:\w+\s+)?consistent|not\s+in\s+(?:accordance|conformity|line)|violat\w*|run\w*\s+counter|repugnant)`

/** “any provision of the Convention contrary to …”, “a contradiction between any term of the Convention and …” */
function patternsOf(noun: string): RegExp[] {
  const treaty = String.raw`(?:of|in)\s+(?:the|this)\s+(?:(?:said|present|above-mentioned|aforesaid|aforementioned)\s+)?(?:\w+\s+)?${noun}\b`
  const some = String.raw`(?<!\b(?:some|certain|one|many|several|other)\s+(?:of\s+)?)`
  return [
    String.raw`${some}\b(?:any|all|those|the|such)\s+(?:of\s+the\s+)?(?:other\s+)?${provisions}\s+${treaty}[^.;]{0,140}?\b${against}`,
    String.raw`\b(?:contradict\w*|conflict\w*|incompatib\w*)\s+(?:\w+\s+){0,3}(?:any|the)\s+${provisions}\s+${treaty}`,
    String.raw`\breservations?\b[^.;]{0,60}?\b${provisions}(?:\s+(?:and|or)\s+provisions)?\s+(?:of[^.;]{0,40}?\s+)?(?:which|that|as)\b[^.;]{0,40}?\b${against}`,
    String.raw`\bits\s+(?:parts|provisions|articles)\b[^.;]{0,40}?\bnot\s+contrary\b`,
  ].map((source) => new RegExp(source, 'i'))
}

/** `general` if a text excludes whatever of the treaty is incompatible with something else. “Some provisions” is not general. */
export function generalIn(text: string, { nouns }: TreatyWords): ArticleCode[] {
  const noun = [...nouns].join('|')
  if (noun === '') return []
  const plain = text.replace(/[["“”\]]/g, '')
  return patternsOf(`(?:${noun})`).some((pattern) => pattern.test(plain)) ? ['general'] : []
}
