import { standsForState } from '../../../answers/statements/counts.js'
import type { StateStatements } from '../../../answers/statements/state-statements.js'
import { inOrder } from '../../../domain/statements/articles.js'
import type { StatementKind } from '../../../domain/statements/vocabulary.js'
import type { StatusKind } from '../../../domain/vocabulary.js'
import { capitalised } from '../../../messages/capitalised.js'
import type { MessageKey } from '../../../messages/catalogues.js'
import type { Messages } from '../../../messages/messages.js'
import { namingOf, provisionsIn } from './provisions.js'

/** What is held of a State's statements, on one line, without a full stop; null where there is nothing to say. */
export function inShort(messages: Messages, found: StateStatements, status: StatusKind): string | null {
  const counts = statementCounts(messages, found, status)
  return counts.length === 0 ? null : counts.join(' · ')
}

/**
 * The same, count by count, the first with a capital: “2 reservations to articles 9 and 16”, “1 declaration”. Empty for a State
 * that is not a party and said nothing.
 */
export function statementCounts(messages: Messages, found: StateStatements, status: StatusKind): string[] {
  const { own, objectionsReceived, territories, coverage } = found
  const standing = own.filter(standsForState)
  const ofKind = (kind: StatementKind) => standing.filter(({ statement }) => statement.kind === kind)
  const reservations = ofKind('reservation')
  const articles = inOrder(reservations.flatMap((row) => (row.articles ?? []).map(articleOf)))
  const ofStatus = (wanted: string) => territories.filter((one) => one.status === wanted).length
  const provisions = { named: namingOf(articles), provisions: provisionsIn(messages, articles) }
  const counts: readonly (readonly [key: MessageKey, n: number])[] = [
    ['statement-count-reservations', reservations.length],
    ['statement-count-declarations', ofKind('declaration').length],
    ['statement-count-understandings', ofKind('understanding').length],
    ['statement-count-received', objectionsReceived],
    ['statement-count-applies', ofStatus('applies')],
    ['statement-count-excludes', ofStatus('excluded')],
  ]
  const [first, ...others] = counts
    .filter(([, n]) => n > 0)
    .map(([key, n]) => messages.say(key, { ...provisions, n }))
  if (first !== undefined) return [capitalised(first), ...others]
  return status === 'party' ? [nothingIn(messages, coverage)] : []
}

/** 16(1)(c) → 16. */
const articleOf = (article: string): string => article.replace(/\(.*/, '')

/** What it means that a party has nothing on the list. */
const nothingIn = ({ say, day }: Messages, { coverage, asAt }: StateStatements['coverage']): string =>
  say(`statement-none-${coverage}`, { date: asAt === null ? 'none' : day(asAt) })
