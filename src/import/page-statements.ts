import type { PageStatement, PrintedPage } from '../domain/statements/page.js'
import type { Territory } from '../domain/statements/territories.js'
import type { Day } from '../domain/vocabulary.js'
import { nameKey } from '../tables/collection/names/name-key.js'
import { digestOf } from '../tables/collection/statements/digest.js'
import type { StatementEntry, StatementSections } from '../tables/collection/statements/statement.js'
import type { Notes } from '../tables/notes.js'
import type { StatementReading } from './statement-readings.js'

/** What a page's statements are read with. */
export interface PageContext {
  readonly instrument: string
  readonly asAt: Day
  readonly source: string
  readonly territories: readonly Territory[]
  /** What a person read, by the digest of the entry. */
  readonly readings: ReadonlyMap<string, StatementReading>
  readonly notes: Pick<Notes, 'notRead' | 'warn'>
}

/**
 * Turns the sections of a page into what is compared with the record. What could not be read is counted, and its State is not
 * taken to have withdrawn anything.
 */
export function printedPage(sections: StatementSections, context: PageContext): PrintedPage {
  const { instrument, asAt, source, readings, notes } = context
  const all = [
    ...sections.declarations,
    ...sections.underArticles,
    ...sections.objections,
    ...sections.communications,
  ].map((entry) => withReading(entry, readings.get(entry.digest)))
  const fitting = new Set(all.map(({ digest }) => digest).filter((digest) => readings.has(digest)))
  if (fitting.size < readings.size)
    notes.warn(`${readings.size - fitting.size} of ${readings.size} readings fit no statement of this page`)
  const codeOf = territoryCodes(context.territories)
  const read = all.map((entry) => ({ entry, printed: toStatement(entry, codeOf, readings) }))
  const unread = read.filter(({ printed }) => printed === null).map(({ entry }) => entry)
  for (const { kind } of unread) notes.notRead(kind === null ? unreadKind : unreadRest)
  for (const { articles } of sections.notifications)
    for (const article of articles.keys()) notes.notRead(`notification under article ${article}`)
  return {
    instrument,
    asAt,
    source,
    statements: read.flatMap(({ printed }) => printed ?? []),
    extensions: extensionsOf(sections, codeOf, notes),
    unsure: new Set(unread.flatMap(({ participant }) => participant ?? [])),
  }
}

const unreadKind = 'a statement whose kind is not said: see ratification statements review'
const unreadRest =
  'a statement whose State, territory or day is not known: see ratification statements review'

const withReading = (entry: StatementEntry, reading: StatementReading | undefined): StatementEntry =>
  reading === undefined
    ? entry
    : {
        ...entry,
        kind: reading.kind ?? entry.kind,
        articles: reading.articles ?? entry.articles,
        targets: reading.toward?.map((participant) => ({ participant, articles: null })) ?? entry.targets,
      }

/** The digest of an entry without words. */
const ofNothing = digestOf([])

type CodeOf = (name: string, responsible: string) => string | undefined

/** Finds a territory by its name among those that a State answers for. */
function territoryCodes(territories: readonly Territory[]): CodeOf {
  const codes = new Map(
    territories.map(({ code, name, responsible }) => [`${responsible} ${nameKey(name)}`, code]),
  )
  return (name, responsible) => codes.get(`${responsible} ${nameKey(name)}`)
}

/** @returns null where its State, its kind, its territory or the day of a reaction is not known, or where it is for several territories */
function toStatement(
  entry: StatementEntry,
  codeOf: CodeOf,
  readings: PageContext['readings'],
): PageStatement | null {
  const { participant, kind, articles, territories, on, acts, events, targets, effect, digest } = entry
  if (participant === null || kind === null || territories.length > 1) return null
  const isReaction = kind === 'objection' || kind === 'communication'
  if (isReaction && ((on === null && acts.length === 0) || digest === ofNothing)) return null
  const [territory] = territories
  const code = territory === undefined ? null : codeOf(territory, participant)
  if (code === undefined) return null
  return {
    participant,
    kind,
    territory: code,
    articles,
    on,
    acts,
    changes: events.flatMap((one) =>
      one.kind === 'territorial' || one.on === null
        ? []
        : [{ event: one.kind, earliest: one.on, latest: one.on, articles: one.articles }],
    ),
    isWithdrawnWhole: entry.isWithdrawnWhole,
    toward: targets?.map((target) => target.participant) ?? null,
    effect,
    digest,
    summary: readings.get(digest)?.summary ?? null,
  }
}

/** The table of territorial applications. A territory that the record does not know is counted as not read. */
function extensionsOf(
  { territories }: StatementSections,
  codeOf: CodeOf,
  { notRead }: Pick<Notes, 'notRead'>,
): PrintedPage['extensions'] {
  return territories.flatMap(({ participant, territories: names, on }) => {
    if (participant === null || on === null || names.length === 0) {
      notRead('a territorial application without its State, day or territory')
      return []
    }
    return names.flatMap((name) => {
      const territory = codeOf(name, participant)
      if (territory !== undefined) return [{ participant, territory, on }]
      notRead(`territorial application to “${name}”, which the record does not know`)
      return []
    })
  })
}
