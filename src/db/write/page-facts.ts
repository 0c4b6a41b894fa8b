import { eq } from 'drizzle-orm'
import type { PrintedPage, StatementNews } from '../../domain/statements/page.js'
import type { PageFinding } from '../../domain/statements/reconcile.js'
import { isOfOwnConsent, type StatementTarget } from '../../domain/statements/statement.js'
import { articlesInWords } from '../../domain/statements/wording.js'
import { whenInWords } from '../../domain/wording.js'
import type { Tx } from '../sqlite/open.js'
import { type Fact, type StoredFact, toFact } from '../statements/facts.js'
import { statements } from '../statements/schema.js'
import type { FactDifferences } from './statement-writer.js'

/** What a page's findings do to the rows of the record, and in words. */
export interface PageFacts {
  readonly differences: FactDifferences
  /** How many statements have only another digest. */
  readonly digests: number
  readonly news: Omit<StatementNews, 'territories'>
}

/** Turns what a page says into rows. New statements get the next free number of their State and kind. */
export function factsOfPage(tx: Tx, page: PrintedPage, findings: readonly PageFinding[]): PageFacts {
  const stored = tx.select().from(statements).where(eq(statements.instrument, page.instrument)).all()
  const idOf = numbering(stored.map(({ id }) => id))
  const named = findings.map((finding) => ({
    finding,
    id:
      finding.what === 'new' ? idOf(page.instrument, finding.printed) : (finding.held?.statement.id ?? null),
  }))
  const added = named.flatMap(({ finding, id }) =>
    finding.what === 'new' && id !== null ? [toStatement(id, finding, page)] : [],
  )
  const events = named.flatMap(({ finding, id }) => (id === null ? [] : eventsOf(id, finding, page)))
  const corrections = digests(named, stored)
  const all = [...stored.filter(({ knownUntil }) => knownUntil === null), ...added]
  const targets = named.flatMap(({ finding, id }) =>
    finding.what === 'new' && id !== null ? targetsOf(id, finding, all) : [],
  )
  const nothing = { corrections: [], removals: [] }
  return {
    differences: {
      statements: { additions: added, corrections, removals: [] },
      statementEvents: { additions: events, ...nothing },
      statementTargets: { additions: targets, ...nothing },
    },
    digests: corrections.length,
    news: newsOf(named),
  }
}

interface Named {
  readonly finding: PageFinding
  readonly id: string | null
}

/** `cedaw-IRL-reservation-2`: a number that no statement ever had. */
function numbering(taken: readonly string[]) {
  const used = new Set(taken)
  return (instrument: string, { participant, kind }: { participant: string; kind: string }): string => {
    for (let number = 1; ; number++) {
      const id = `${instrument}-${participant}-${kind}-${number}`
      if (used.has(id)) continue
      used.add(id)
      return id
    }
  }
}

const toStatement = (
  id: string,
  { printed }: PageFinding & { what: 'new' },
  { instrument, source }: PrintedPage,
): Fact<'statements'> => ({
  id,
  instrument,
  participant: printed.participant,
  performedBy: null,
  territory: printed.territory,
  kind: printed.kind,
  purpose: null,
  effect: printed.kind === 'objection' ? printed.effect : null,
  summary: printed.summary,
  digest: printed.digest,
  source,
})

function eventsOf(id: string, finding: PageFinding, { source }: PrintedPage): Fact<'statementEvents'>[] {
  const events = finding.what === 'new' ? finding.events : 'event' in finding ? [finding.event] : []
  return events.map((one) => ({ statement: id, ...one, summary: null, certainty: 'depositary', source }))
}

/** The digest of a page, and a person's words, for statements that the record already holds. */
function digests(named: readonly Named[], stored: readonly StoredFact<'statements'>[]) {
  const rows = new Map(stored.filter(({ knownUntil }) => knownUntil === null).map((one) => [one.id, one]))
  return named.flatMap(({ finding, id }) => {
    const from = rows.get(id ?? '')
    const { printed } = finding
    if (finding.what === 'new' || finding.what === 'unread' || printed === null || from === undefined)
      return []
    const to = { ...from, digest: printed.digest ?? from.digest, summary: printed.summary ?? from.summary }
    rows.delete(from.id)
    return to.digest === from.digest && to.summary === from.summary ? [] : [{ from, to: toFact(to) }]
  })
}

/** What an objection is about: the one statement of the State that it names, where there is only one. */
function targetsOf(
  id: string,
  { printed }: PageFinding & { what: 'new' },
  all: readonly Fact<'statements'>[],
): StatementTarget[] {
  if (isOfOwnConsent(printed)) return []
  return [...new Set(printed.toward ?? [])].map((toward) => {
    const own = all.filter((one) => one.participant === toward && isOfOwnConsent(one))
    const reservations = own.filter(({ kind }) => kind === 'reservation')
    const [only, ...more] = reservations.length > 0 ? reservations : own
    const towardStatement = more.length === 0 ? (only?.id ?? null) : null
    return { statement: id, toward, towardStatement, towardAction: null, towardTerritory: null }
  })
}

function newsOf(named: readonly Named[]): PageFacts['news'] {
  const count = (what: PageFinding['what']): number =>
    named.filter(({ finding }) => finding.what === what).length
  const lines = named.flatMap(({ finding, id }) => lineOf(finding, id))
  return {
    added: count('new'),
    changed: count('changed'),
    withdrawn: count('withdrawn'),
    unread: count('unread'),
    lines,
  }
}

/** `IRL: cedaw-IRL-reservation-1 modified between … and …: articles 13(a) and 16(1)(d)`. */
function lineOf(finding: PageFinding, id: string | null): string[] {
  if (finding.what === 'same') return []
  const { participant, kind } = finding.what === 'new' ? finding.printed : ofWhat(finding)
  if (finding.what === 'unread') {
    const why =
      finding.printed === null
        ? 'is not found on the page'
        : finding.held === null
          ? 'was not read whole'
          : 'may have changed, and how was not read'
    return [`${participant}: ${id ?? `a new ${kind}`} ${why}`]
  }
  const event = finding.what === 'new' ? finding.events[0] : finding.event
  if (event === undefined) return []
  const articles =
    event.articles === null ? 'articles not read' : articlesInWords(event.articles) || 'none named'
  return [`${participant}: ${id} ${event.event} ${whenInWords(event)} (${articles})`]
}

const ofWhat = ({
  printed,
  held,
}: Exclude<PageFinding, { what: 'new' }>): { participant: string; kind: string } =>
  held?.statement ?? printed ?? { participant: '', kind: 'statement' }
