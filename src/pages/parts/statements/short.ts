import { standsForState } from '../../../answers/statements/counts.js'
import type { StateStatements } from '../../../answers/statements/state-statements.js'
import { inOrder } from '../../../domain/statements/articles.js'
import type { StatementKind } from '../../../domain/statements/vocabulary.js'
import { articlesInWords } from '../../../domain/statements/wording.js'
import type { StatusKind } from '../../../domain/vocabulary.js'
import { counted, dayInWords } from '../../../domain/wording.js'
import { capitalised } from '../words.js'

/** What is held of a State's statements, on one line of a brief; null for a State that is not a party and said nothing. */
export function inShort(found: StateStatements, status: StatusKind): string | null {
  const { own, objectionsReceived, territories, coverage } = found
  const standing = own.filter(standsForState)
  const ofKind = (kind: StatementKind) => standing.filter(({ statement }) => statement.kind === kind)
  const count = (kind: StatementKind) => (ofKind(kind).length === 0 ? '' : counted(ofKind(kind).length, kind))
  const reservations = ofKind('reservation')
  const articles = inOrder(reservations.flatMap((row) => (row.articles ?? []).map(articleOf)))
  const to = articles.length === 0 ? '' : ` to ${articlesInWords(articles)}`
  const applies = territories.filter((one) => one.status === 'applies').length
  const excluded = territories.filter((one) => one.status === 'excluded').length
  const parts = [
    reservations.length === 0 ? '' : `${count('reservation')}${to}`,
    count('declaration'),
    count('understanding'),
    objectionsReceived === 0 ? '' : `${counted(objectionsReceived, 'objection')} to it`,
    applies === 0 ? '' : `applies to ${counted(applies, 'territory', 'territories')}`,
    excluded === 0 ? '' : `excludes ${counted(excluded, 'territory', 'territories')}`,
  ].filter((part) => part !== '')
  if (parts.length > 0) return capitalised(parts.join(' · '))
  return status === 'party' ? nothingIn(coverage) : null
}

/** 16(1)(c) → 16. */
const articleOf = (article: string): string => article.replace(/\(.*/, '')

/** What it means that a party has nothing on the list. */
function nothingIn({ coverage, asAt }: StateStatements['coverage']): string {
  if (coverage === 'none') return 'The record holds no statements on it'
  if (coverage === 'partial') return 'No statement of it is held; the record holds only some'
  return `No reservation or declaration${asAt === null ? '' : ` printed by ${dayInWords(asAt)}`}`
}
