import type { ArticleCode } from '../../../domain/statements/articles.js'
import { capitalised } from '../../../messages/capitalised.js'
import { locales } from '../../../messages/days.js'
import type { Messages } from '../../../messages/messages.js'

/** Provisions in words: “articles 9(1) and 15(4)”, “the whole treaty”. Empty where none is named. */
export function provisionsIn(messages: Messages, articles: readonly ArticleCode[]): string {
  const { lang, say, list } = messages
  const conjoined = (items: readonly string[]): string =>
    new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(items)
  const codes = articles
    .filter((one) => one !== 'general' && one !== 'preamble')
    .map((one) => provisionCode(messages, one))
  const numbered = { n: codes.length, list: lang === 'zh' ? list(codes) : conjoined(codes) }
  return conjoined([
    ...(articles.includes('general') ? [say('provisions-general')] : []),
    ...(articles.includes('preamble') ? [say('provisions-preamble')] : []),
    ...(codes.length > 0 ? [say('provisions-articles', numbered)] : []),
  ])
}

/** A provision as a label: “Article 16(1)”, “The whole treaty”. */
export const provisionLabel = (messages: Messages, article: ArticleCode): string =>
  capitalised(provisionsIn(messages, [article]))

/** The code of a provision. Among Arabic words it stands between U+2068 and U+2069, so that 16(1)(c) keeps its order. */
export const provisionCode = ({ dir }: Pick<Messages, 'dir'>, article: ArticleCode): string =>
  dir === 'rtl' ? `\u2068${article}\u2069` : article

/** How provisions are named, for a `select` in a message. Null: not read. */
export const namingOf = (articles: readonly ArticleCode[] | null): 'none' | 'unread' | 'some' => {
  if (articles === null) return 'unread'
  return articles.length === 0 ? 'none' : 'some'
}
