import type { ArticleCode } from '../../../domain/statements/articles.js'
import type { StatementEntry, StatementSections, Unread } from './statement.js'

type Articles = readonly ArticleCode[] | null

/** Whether an article's first parts are numbered paragraphs or letters, by how often the page says so. */
interface Shape {
  digits: number
  letters: number
}

const partOf = (reference: ArticleCode): { article: string; part: 'digits' | 'letters' | null } => {
  const [, article = '', first = ''] = /^([^(]+)(?:\(([^)]+)\))?/.exec(reference) ?? []
  return { article, part: first === '' ? null : /^\d/.test(first) ? 'digits' : 'letters' }
}

/**
 * An article has numbered paragraphs, or letters, but not both at once. Where a page cites one as `16(1)(f)` and as `16(f)`,
 * the rarer form left something out: it is not read.
 */
export function withoutMisshapen(sections: StatementSections): StatementSections {
  const shapes = shapesOf(sections)
  const isMisshapen = (reference: ArticleCode): boolean => {
    const { article, part } = partOf(reference)
    const { digits, letters } = shapes.get(article) ?? { digits: 0, letters: 0 }
    return (
      part !== null &&
      digits > 0 &&
      letters > 0 &&
      (part === 'digits' ? digits <= letters : letters <= digits)
    )
  }
  const read = (articles: Articles): Articles => (articles?.some(isMisshapen) ? null : articles)
  const unread: Unread[] = []
  const entryOf = (entry: StatementEntry): StatementEntry => {
    const articles = read(entry.articles)
    if (articles === null && entry.articles !== null)
      unread.push({
        what: 'articles',
        place: entry.place,
        reason:
          'cites an article by a letter alone that has numbered paragraphs elsewhere on the page, or the reverse',
      })
    return {
      ...entry,
      articles,
      targets: entry.targets?.map((target) => ({ ...target, articles: read(target.articles) })) ?? null,
      events: entry.events.map((event) => ({ ...event, articles: read(event.articles) })),
    }
  }
  const [declarations, objections, underArticles, communications] = [
    sections.declarations,
    sections.objections,
    sections.underArticles,
    sections.communications,
  ].map((entries) => entries.map(entryOf))
  return {
    ...sections,
    declarations: declarations ?? [],
    objections: objections ?? [],
    underArticles: underArticles ?? [],
    communications: communications ?? [],
    unread: [...sections.unread, ...unread],
  }
}

function shapesOf({
  declarations,
  objections,
  communications,
  underArticles,
}: StatementSections): Map<string, Shape> {
  const shapes = new Map<string, Shape>()
  const count = (articles: Articles): void => {
    for (const { article, part } of (articles ?? []).map(partOf)) {
      const shape = shapes.get(article) ?? { digits: 0, letters: 0 }
      if (part !== null) shape[part]++
      shapes.set(article, shape)
    }
  }
  for (const { articles, targets, events } of [
    ...declarations,
    ...objections,
    ...communications,
    ...underArticles,
  ]) {
    if (targets === null) count(articles)
    for (const one of [...(targets ?? []), ...events]) count(one.articles)
  }
  return shapes
}
