import type { DayBounds } from '../action.js'
import { grouped } from '../grouped.js'
import { isWithin } from './articles.js'
import { type HeldStatement, isSame, isSameTogether, paired } from './pairs.js'
import { merged, type PageTerms, type PrintedStatement } from './printed.js'
import { bounds, eventOfPage, eventsOf, type NewEvent } from './printed-events.js'
import { isOfOwnConsent, type Statement } from './statement.js'

/** What a page says of one statement. */
export type PageFinding =
  | { readonly what: 'new'; readonly printed: PrintedStatement; readonly events: readonly NewEvent[] }
  | { readonly what: 'same'; readonly printed: PrintedStatement | null; readonly held: HeldStatement }
  | {
      readonly what: 'changed' | 'withdrawn'
      readonly printed: PrintedStatement | null
      readonly held: HeldStatement
      readonly event: NewEvent
    }
  /** It differs, or may: the page does not say clearly enough how. */
  | {
      readonly what: 'unread'
      readonly printed: PrintedStatement | null
      readonly held: HeldStatement | null
    }

/**
 * Compares a page with the statements that the record holds of its instrument. The depositary rewrites its sections in place:
 * what a heading has lost was withdrawn, on the day of a note, or between the page before and this one.
 * @param unsure  participants of whom the page has statements whose kind was not read: nothing of theirs is taken for withdrawn
 */
export function reconcileStatements(
  held: readonly HeldStatement[],
  printed: readonly PrintedStatement[],
  terms: PageTerms,
  unsure: ReadonlySet<string>,
): PageFinding[] {
  const left = grouped(held, ({ statement }) => groupOf(statement))
  const read = grouped(printed, groupOf)
  return [...new Set([...left.keys(), ...read.keys()])].flatMap((key) =>
    reconcileGroup(left.get(key) ?? [], read.get(key) ?? [], terms, unsure),
  )
}

const groupOf = ({
  participant,
  kind,
  territory,
}: Pick<Statement, 'participant' | 'kind' | 'territory'>): string => `${participant} ${kind} ${territory}`

function reconcileGroup(
  all: readonly HeldStatement[],
  printed: readonly PrintedStatement[],
  terms: PageTerms,
  unsure: ReadonlySet<string>,
): PageFinding[] {
  const held = [...all]
  const found: PageFinding[] = []
  const unknown = printed.filter((one) => {
    const at = held.findIndex((other) => other.statement.digest === one.digest)
    const [same] = at < 0 ? [] : held.splice(at, 1)
    if (same !== undefined) found.push({ what: 'same', printed: one, held: same })
    return same === undefined
  })
  const rest = isOfOwnConsent({ kind: kindOf(all, printed) })
    ? ofOwnConsent(held, unknown, terms, unsure)
    : ofReactions(held, unknown)
  return [...found, ...rest]
}

const kindOf = (held: readonly HeldStatement[], printed: readonly PrintedStatement[]): Statement['kind'] =>
  held[0]?.statement.kind ?? printed[0]?.kind ?? 'communication'

/** Reservations, declarations and understandings of one State. */
function ofOwnConsent(
  all: readonly HeldStatement[],
  printed: readonly PrintedStatement[],
  terms: PageTerms,
  unsure: ReadonlySet<string>,
): PageFinding[] {
  const held = all.filter(({ isGone }) => !isGone)
  const gone = printed.filter(({ isWithdrawnWhole }) => isWithdrawnWhole)
  const present = printed.filter(({ isWithdrawnWhole }) => !isWithdrawnWhole)
  // Headings of what the record already holds as withdrawn stay on the page for ever.
  const headings = gone.slice(all.length - held.length)
  const parts = held.length === 1 && present.length > 1 ? [merged(present)] : present
  if (isSameTogether(held, parts)) return [...together(held, parts), ...alreadyGone(headings, terms)]
  const pairs = paired(held, parts)
  const alone = held.filter((one) => !pairs.some((pair) => pair.held === one))
  const mayConclude = (one: HeldStatement): boolean =>
    // Only what an import has seen on a page can be missing from it.
    one.statement.digest !== null &&
    !unsure.has(one.statement.participant) &&
    !parts.some(({ articles }) => articles === null)
  return [
    ...pairs.map((pair) => compared(pair.held, pair.printed, terms)),
    ...parts
      .filter((one) => !pairs.some((pair) => pair.printed === one))
      .map((one) => newlyPrinted(one, held, terms)),
    ...alone.map((one, at): PageFinding => {
      const heading = headings[at] ?? null
      return heading !== null || mayConclude(one)
        ? withdrawnWhole(one, heading, terms)
        : { what: 'unread', printed: null, held: one }
    }),
    ...alreadyGone(headings.slice(alone.length), terms),
  ]
}

/** The same articles, in as many statements or not. Only then is it clear which digest is whose. */
function together(held: readonly HeldStatement[], parts: readonly PrintedStatement[]): PageFinding[] {
  return held.map((one, at): PageFinding => {
    const printed = parts[at]
    const isSure = held.length === parts.length && isSame(one.articles ?? [], printed?.articles ?? [])
    return { what: 'same', printed: printed && isSure ? printed : null, held: one }
  })
}

/** What has changed between the record and the page. */
function compared(held: HeldStatement, printed: PrintedStatement, terms: PageTerms): PageFinding {
  const { articles: before } = held
  const { articles: after } = printed
  if (after === null || before === null) return { what: 'unread', printed, held }
  if (isSame(before, after)) return { what: 'same', printed, held }
  // Against words that no import has seen, a difference may be one of reading.
  if (held.statement.digest === null) return { what: 'unread', printed, held }
  const lost = before.filter((one) => !after.some((kept) => isWithin(one, kept)))
  const isLessened = after.every((one) => before.some((kept) => isWithin(one, kept)))
  if (isLessened && lost.length > 0 && after.length > 0 && lost.length + after.length === before.length)
    return { what: 'changed', printed, held, event: eventOfPage('withdrawn', lost, printed, terms) }
  return { what: 'changed', printed, held, event: eventOfPage('modified', after, printed, terms) }
}

function withdrawnWhole(
  held: HeldStatement,
  printed: PrintedStatement | null,
  terms: PageTerms,
): PageFinding {
  return {
    what: 'withdrawn',
    printed,
    held,
    event: eventOfPage('withdrawn', [], printed, terms, held.made.latest),
  }
}

/** A statement that the record does not hold, with what its notes say happened to it. */
function newlyPrinted(
  printed: PrintedStatement,
  held: readonly HeldStatement[],
  { asAt }: PageTerms,
): PageFinding {
  // Beside one that is held and differs, it may be the same under other articles.
  if (printed.articles === null && held.some(({ articles }) => articles === null))
    return { what: 'unread', printed, held: null }
  return { what: 'new', printed, events: eventsOf(printed, asAt) }
}

/**
 * Headings without text, of what was withdrawn whole before the record began. What it concerned is not known. A record that
 * held all that was printed already left them out.
 */
const alreadyGone = (headings: readonly PrintedStatement[], { asAt, since }: PageTerms): PageFinding[] =>
  since === null ? headings.map((printed) => ({ what: 'new', printed, events: eventsOf(printed, asAt) })) : []

/** Objections and communications. That one is no longer printed says nothing: notes may hold it. */
function ofReactions(all: readonly HeldStatement[], printed: readonly PrintedStatement[]): PageFinding[] {
  const held = [...all]
  return printed.map((one): PageFinding => {
    const { toward } = one
    if (toward === null) return { what: 'unread', printed: one, held: null }
    const at = held.findIndex(
      (other) => isSameDay(other.made, one.made) && toward.some((to) => other.toward.includes(to)),
    )
    const [found] = at < 0 ? [] : held.splice(at, 1)
    if (found !== undefined) return { what: 'same', printed: one, held: found }
    return {
      what: 'new',
      printed: one,
      events: [{ event: 'made', articles: one.articles, ...bounds(one.made) }],
    }
  })
}

const isSameDay = (a: DayBounds, b: DayBounds): boolean => a.earliest <= b.latest && b.earliest <= a.latest
