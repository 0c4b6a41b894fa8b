import { whenInWords } from '../wording.js'
import type { ArticleCode } from './articles.js'
import type { Statement, StatementEvent } from './statement.js'
import type { StatementEventKind, StatementKind } from './vocabulary.js'

const verbs: Record<StatementEventKind, string> = {
  made: 'made',
  confirmed: 'confirmed',
  modified: 'modified',
  withdrawn: 'withdrew',
}

const prepositions: Record<StatementKind, string> = {
  reservation: 'to',
  declaration: 'on',
  understanding: 'on',
  objection: 'concerning',
  communication: 'concerning',
}

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

/**
 * What happened to a statement, as a sentence without its full stop: “Ireland withdrew its reservation to CEDAW, as to articles
 * 9(1) and 15(4), on 19 December 1986”.
 */
export function statementEventInWords(
  { event, earliest, latest, articles }: StatementEvent,
  { kind }: Pick<Statement, 'kind'>,
  participant: string,
  instrument: string,
): string {
  const its = event === 'made' ? (/^[aeiou]/.test(kind) ? 'an' : 'a') : 'its'
  const on = prepositions[kind]
  const which = articles?.length ? `, as to ${articlesInWords(articles)},` : ''
  return `${participant} ${verbs[event]} ${its} ${kind} ${on} ${instrument}${which} ${whenInWords({ earliest, latest })}`
}
