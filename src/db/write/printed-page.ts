import { and, eq, inArray, isNull } from 'drizzle-orm'
import { grouped } from '../../domain/grouped.js'
import {
  type DaysOfActs,
  type PrintedPage,
  printedOn,
  type StatementNews,
} from '../../domain/statements/page.js'
import type { HeldStatement } from '../../domain/statements/pairs.js'
import type { PageTerms } from '../../domain/statements/printed.js'
import { type PageFinding, reconcileStatements } from '../../domain/statements/reconcile.js'
import { standingOn } from '../../domain/statements/standing.js'
import type { Day } from '../../domain/vocabulary.js'
import { actions, instruments } from '../schema.js'
import type { Db, Tx } from '../sqlite/open.js'
import { statementCoverage, statementEvents, statements, statementTargets } from '../statements/schema.js'
import { factsOfPage } from './page-facts.js'
import { territoriesOfPage } from './page-territories.js'
import { writeFacts } from './statement-writer.js'

const nothingNew: StatementNews = { added: 0, changed: 0, withdrawn: 0, territories: 0, unread: 0, lines: [] }

/** The page is older than one that the record already holds whole. */
const older = (asAt: Day, since: Day): StatementNews => ({
  ...nothingNew,
  lines: [`the record holds all statements as at ${since}: those of ${asAt} are not compared`],
})

/**
 * Compares a page's statements and territories with the record, and writes what is new. It runs after the page's actions are
 * written, for statements count from the days of signatures and consents.
 * @returns what was found, and whether any of it was written
 */
export function recordPage(
  tx: Tx,
  client: Db['$client'],
  revision: number,
  page: PrintedPage,
): { news: StatementNews; isNews: boolean } {
  const { instrument, asAt, unsure } = page
  const coverage = coverageOf(tx, instrument)
  const since = coverage?.coverage === 'whole' ? coverage.asAt : null
  if (since !== null && asAt < since) return { news: older(asAt, since), isNews: false }
  const terms: PageTerms = { instrument, asAt, since }
  const daysOf = daysOfActs(tx, page)
  const printed = page.statements.map((one) => printedOn(one, daysOf(one.participant)))
  const findings = reconcileStatements(heldBy(tx, instrument, asAt), printed, terms, unsure)
  // On one day, a page cannot have changed: what differs was read otherwise.
  const told = asAt === since ? findings.map(unlessSame) : findings
  const facts = factsOfPage(tx, page, told)
  const extended = asAt === since ? [] : territoriesOfPage(tx, page)
  const written = writeFacts(client, revision, {
    ...facts.differences,
    territorialEvents: { additions: extended, corrections: [], removals: [] },
  })
  const isAllRead = unsure.size === 0 && facts.news.unread === 0
  const isCovered = cover(tx, revision, page, coverage, isAllRead)
  return {
    news: { ...facts.news, territories: extended.length },
    // What a later page repeats is seen again: a statement can then be missing from the next.
    isNews: isCovered || written > facts.digests || (asAt !== since && written > 0),
  }
}

const unlessSame = (finding: PageFinding): PageFinding =>
  finding.what === 'same' || finding.what === 'unread'
    ? finding
    : { what: 'unread', printed: finding.printed, held: finding.what === 'new' ? null : finding.held }

const coverageOf = (tx: Tx, instrument: string) =>
  tx
    .select()
    .from(statementCoverage)
    .where(and(eq(statementCoverage.instrument, instrument), isNull(statementCoverage.knownUntil)))
    .get()

type Coverage = ReturnType<typeof coverageOf>

/**
 * The page prints all that stands. Where something of it was not read, the record holds a part; one that held all stays as it
 * was, with its day.
 * @returns whether that is new
 */
function cover(
  tx: Tx,
  revision: number,
  { instrument, asAt }: PrintedPage,
  before: Coverage,
  isAllRead: boolean,
): boolean {
  if (before?.coverage === 'whole' && (!isAllRead || before.asAt === asAt)) return false
  const after = isAllRead
    ? { coverage: 'whole' as const, asAt, what: null }
    : {
        coverage: 'partial' as const,
        asAt,
        what: 'Some statements of the depositary’s page could not be read.',
      }
  if (before?.coverage === after.coverage && before.asAt === asAt && before.what === after.what) return false
  tx.update(statementCoverage)
    .set({ knownUntil: revision })
    .where(and(eq(statementCoverage.instrument, instrument), isNull(statementCoverage.knownUntil)))
    .run()
  tx.insert(statementCoverage)
    .values({ instrument, ...after, knownFrom: revision })
    .run()
  return true
}

/** What the record holds of the instrument's statements, with what stands on the day of the page. */
function heldBy(tx: Tx, instrument: string, asAt: Day): HeldStatement[] {
  const held = tx
    .select()
    .from(statements)
    .where(and(eq(statements.instrument, instrument), isNull(statements.knownUntil)))
    .all()
  const ids = held.map(({ id }) => id)
  const eventsOf = grouped(
    tx
      .select()
      .from(statementEvents)
      .where(and(inArray(statementEvents.statement, ids), isNull(statementEvents.knownUntil)))
      .all(),
    ({ statement }) => statement,
  )
  const targetsOf = grouped(
    tx
      .select()
      .from(statementTargets)
      .where(and(inArray(statementTargets.statement, ids), isNull(statementTargets.knownUntil)))
      .all(),
    ({ statement }) => statement,
  )
  return held.flatMap((statement) => {
    const events = eventsOf.get(statement.id) ?? []
    const made = events.find(({ event }) => event === 'made')
    const found = standingOn(asAt, statement, events, {
      status: 'party',
      consentFrom: null,
      isSuccessor: false,
    })
    if (made === undefined || found === null) return []
    const toward = (targetsOf.get(statement.id) ?? []).map((one) => one.toward)
    return [{ statement, articles: found.articles, made, isGone: found.standing === 'withdrawn', toward }]
  })
}

/** Finds the acts of a participant, with whose days its statements were made. */
function daysOfActs(tx: Tx, { instrument, asAt }: PrintedPage): (participant: string) => DaysOfActs {
  const held = tx
    .select()
    .from(actions)
    .where(and(eq(actions.instrument, instrument), isNull(actions.knownUntil)))
    .all()
  const actsOf = grouped(held, ({ participant }) => participant)
  const adopted = tx.select().from(instruments).where(eq(instruments.code, instrument)).get()?.adoptedOn
  return (participant) => ({ acts: actsOf.get(participant) ?? [], asAt, notBefore: adopted ?? null })
}
