import type { DayBounds } from '../action.js'
import type { Day } from '../vocabulary.js'
import { type ArticleCode, inOrder } from './articles.js'
import type { PageTerms, PrintedChange, PrintedStatement } from './printed.js'
import type { StatementEventKind } from './vocabulary.js'

/** An event that a page adds to the record. */
export interface NewEvent extends DayBounds {
  readonly event: StatementEventKind
  readonly articles: readonly ArticleCode[] | null
}

/** An event of this page: on the day of the page's note, else between the page before and this one. */
export function eventOfPage(
  event: NewEvent['event'],
  articles: readonly ArticleCode[],
  printed: PrintedStatement | null,
  { asAt, since }: PageTerms,
  notBefore: Day | null = null,
): NewEvent {
  const noted =
    printed?.changes.filter((one) => one.latest <= asAt && (since === null || one.latest > since)) ?? []
  const last = noted.toSorted((a, b) => (a.latest < b.latest ? 1 : -1))[0]
  const earliest = last?.earliest ?? since ?? notBefore ?? printed?.made.latest ?? asAt
  return { event, articles, earliest: earliest < asAt ? earliest : asAt, latest: last?.latest ?? asAt }
}

/** All that a page says happened to a statement. */
export function eventsOf(printed: PrintedStatement, asAt: Day): NewEvent[] {
  const { articles, changes, made, confirmed, isWithdrawnWhole } = printed
  const named = changes.flatMap((one) => (one.event === 'withdrawn' ? (one.articles ?? []) : []))
  const first = isWithdrawnWhole || articles === null ? null : inOrder([...articles, ...named])
  return [
    { event: 'made', articles: first, ...bounds(made) },
    ...(confirmed === null ? [] : [{ event: 'confirmed' as const, articles: [], ...bounds(confirmed) }]),
    ...(isWithdrawnWhole
      ? [wholeWithdrawal(printed, asAt)]
      : changes.map((one) => laterEvent(one, articles))),
  ]
}

/** The page prints what stands after a change. What was withdrawn, it need not name. */
const laterEvent = (change: PrintedChange, articles: PrintedStatement['articles']): NewEvent =>
  change.event === 'withdrawn' && change.articles?.length
    ? { event: 'withdrawn', articles: change.articles, ...bounds(change) }
    : { event: 'modified', articles, ...bounds(change) }

function wholeWithdrawal({ changes, made }: PrintedStatement, asAt: Day): NewEvent {
  const last = changes.at(-1)
  return {
    event: 'withdrawn',
    articles: [],
    earliest: last?.earliest ?? made.latest,
    latest: last?.latest ?? asAt,
  }
}

export const bounds = ({ earliest, latest }: DayBounds): DayBounds => ({ earliest, latest })
