import type { Action } from '../domain/action.js'
import type { ArticleCode } from '../domain/statements/articles.js'
import type { Statement, StatementEvent } from '../domain/statements/statement.js'
import type { Messages } from './messages.js'

/** An action as a sentence without its full stop: “Haïti — adhésion : CEDEF, le 20 juillet 1981”. */
export const actionIn = (
  { say, when }: Messages,
  action: Pick<Action, 'action' | 'earliest' | 'latest'>,
  participant: string,
  instrument: string,
): string =>
  say('act-of-state', {
    state: participant,
    deed: say(`deed-${action.action}`),
    instrument,
    when: when(action),
  })

/**
 * What happened to a statement, as a sentence without its full stop: “Irlande — réserve (retrait) : CEDEF (art. 9(1), 15(4)), le 19
 * décembre 1986”.
 */
export function statementEventIn(
  messages: Messages,
  { event, articles, ...days }: Pick<StatementEvent, 'event' | 'articles' | 'earliest' | 'latest'>,
  { kind }: Pick<Statement, 'kind'>,
  participant: string,
  instrument: string,
): string {
  const { say, when } = messages
  const provisions = articles?.length ? say('as-to', { provisions: provisionsIn(messages, articles) }) : ''
  return say('statement-of-state', {
    state: participant,
    event,
    kind,
    instrument,
    provisions,
    when: when(days),
  })
}

/** “articles 9(1) and 15(4)”, “the whole treaty”. */
function provisionsIn(messages: Messages, articles: readonly ArticleCode[]): string {
  const { say } = messages
  const listed = messages.lang === 'en' ? listedInEnglish : messages.list
  const numbered = articles.filter((one) => one !== 'general' && one !== 'preamble')
  return listed([
    ...(articles.includes('general') ? [say('provisions-general')] : []),
    ...(articles.includes('preamble') ? [say('provisions-preamble')] : []),
    ...(numbered.length > 0 ? [say('articles-listed', { n: numbered.length, list: listed(numbered) })] : []),
  ])
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** “a, b and c”. Other languages have the signs between items that `list` of their messages puts there. */
const listedInEnglish = (items: readonly string[]): string => conjunction.format(items)
