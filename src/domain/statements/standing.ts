import type { Day, StatusKind } from '../vocabulary.js'
import { inOrder, type Provisions, takeAway } from './articles.js'
import { isOfOwnConsent, isReserving, type Statement, type StatementEvent } from './statement.js'
import { type StatementStanding, statementEventKinds } from './vocabulary.js'

/** The State's status to the instrument on the day asked about, and the consent behind it. */
export interface ConsentOn {
  readonly status: StatusKind
  /** The first day on which its present consent may have been given; null if it is not a party. */
  readonly consentFrom: Day | null
  /** Whether it is bound through a predecessor, whose reservations it maintains. */
  readonly isSuccessor: boolean
}

/** Where a statement stands on a day, and what it still concerns. */
export interface StatementStandingOn extends Provisions {
  readonly standing: StatementStanding
}

/** The parts of a statement and of its events on which its standing depends. */
export type Standable = Pick<Statement, 'kind' | 'purpose'>
export type EventOfStanding = Pick<StatementEvent, 'event' | 'earliest' | 'latest' | 'articles'>

/**
 * Where a statement stands at the end of `day`. Events count from their latest day; a withdrawal counts on its receipt.
 * @param events  its events, in any order
 * @returns null if it was not made by then
 * @see VCLT arts. 22 (withdrawal), 23(2) (confirmation); CEDAW art. 28(3)
 */
export function standingOn(
  day: Day,
  statement: Standable,
  events: readonly EventOfStanding[],
  consent: ConsentOn,
): StatementStandingOn | null {
  const happened = events.filter(({ latest }) => latest <= day).sort(byDay)
  const first = happened[0]
  if (first === undefined) return null
  const left = happened.reduce((before, event) => after(before, event, statement), nothingYet)
  const { without } = left
  const articles = left.isGone ? [] : left.articles && inOrder(left.articles)
  const isUncertain = left.isUnclear || events.some((one) => isUndecidedOn(day, one))
  const word = (): StatementStanding => {
    if (left.isGone) return 'withdrawn'
    if (hasLapsed(first, statement, happened, consent)) return 'lapsed'
    if (isUncertain) return 'uncertain'
    if (isPending(statement, consent)) return 'pending'
    return left.isLessened ? 'partly-withdrawn' : 'standing'
  }
  return { standing: word(), articles, without }
}

/** Whether a statement has its effect on the day: in full or in part. One that is uncertain is not counted. */
export const isStanding = ({ standing }: Pick<StatementStandingOn, 'standing'>): boolean =>
  standing === 'standing' || standing === 'partly-withdrawn'

interface Left extends Provisions {
  readonly isLessened: boolean
  readonly isGone: boolean
  /** Something was withdrawn that could not be read. */
  readonly isUnclear: boolean
}

const nothingYet: Left = { articles: [], without: [], isLessened: false, isGone: false, isUnclear: false }

/** What is left after one more event. */
function after(before: Left, { event, articles }: EventOfStanding, statement: Standable): Left {
  if (event === 'made') return { ...before, articles, without: [], isGone: false }
  // A confirmation that names provisions confirms these alone; one that names none confirms all.
  if (event === 'confirmed') return articles?.length ? { ...before, articles } : before
  // A reservation may be modified only to narrow it: a wider one is a new, late reservation (ILC guidelines 2.3.4, 2.5.10).
  if (event === 'modified')
    return { ...before, articles, without: [], isLessened: before.isLessened || isReserving(statement) }
  if (articles === null) return { ...before, isLessened: true, isUnclear: true }
  if (articles.length === 0) return { ...before, isGone: true }
  const provisions = takeAway(before, articles)
  const isGone = provisions.articles?.length === 0 && before.articles?.length !== 0
  return { ...before, ...provisions, isLessened: true, isGone }
}

/** Withdrawn, or modified, on this day or later, but not certainly yet. */
const isUndecidedOn = (day: Day, { event, earliest, latest }: EventOfStanding): boolean =>
  (event === 'withdrawn' || event === 'modified') && earliest <= day && day < latest

/**
 * A reservation made before the consent to be bound, and not confirmed with it, has lapsed; so has any statement of a State
 * that is no longer bound. Objections and communications need no confirmation, and outlast the objector's own consent.
 */
function hasLapsed(
  first: EventOfStanding,
  statement: Standable,
  happened: readonly EventOfStanding[],
  { status, consentFrom, isSuccessor }: ConsentOn,
): boolean {
  if (!isOfOwnConsent(statement)) return false
  if (status === 'withdrawn') return true
  if (status !== 'party' || consentFrom === null || isSuccessor || !isReserving(statement)) return false
  const isConfirmed = happened.some(({ event, latest }) => event === 'confirmed' && latest >= consentFrom)
  return first.latest < consentFrom && !isConfirmed
}

const isPending = (statement: Standable, { status }: ConsentOn): boolean =>
  isOfOwnConsent(statement) && status !== 'party'

const byDay = (a: EventOfStanding, b: EventOfStanding): number => {
  if (a.latest !== b.latest) return a.latest < b.latest ? -1 : 1
  return statementEventKinds.indexOf(a.event) - statementEventKinds.indexOf(b.event)
}
