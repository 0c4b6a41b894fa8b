import { articlesInCell } from '../domain/statements/articles.js'
import type { ParticipantNames } from '../tables/collection/names/names.js'
import { readStatements } from '../tables/collection/statements/read-statements.js'
import type { StatementEntry, StatementSections, Unread } from '../tables/collection/statements/statement.js'
import { FileRefused } from '../tables/fault.js'
import { takeNotes } from '../tables/notes.js'
import { openTable } from '../tables/open-table.js'
import { openSource } from '../tables/source.js'
import { noArticles } from './statement-readings.js'

/** A statement that an import cannot read whole, for a person to fill in. None of its text is in it. */
export interface ReviewRow {
  readonly file: string
  readonly section: string
  readonly line: number
  readonly participant: string
  readonly kind: string
  readonly articles: string
  readonly toward: string
  /** What is missing: `kind`, `articles` or `toward`. */
  readonly missing: string
  readonly reason: string
  readonly summary: string
  readonly digest: string
}

export const reviewColumns: readonly (keyof ReviewRow)[] = [
  'file',
  'section',
  'line',
  'participant',
  'missing',
  'reason',
  'kind',
  'articles',
  'toward',
  'summary',
  'digest',
]

/**
 * Lists the statements of a depositary's page whose kind, articles or target cannot be read.
 * @throws FileRefused if the file is not such a page
 */
export async function reviewPage(path: string, file: string, names: ParticipantNames): Promise<ReviewRow[]> {
  const { sections, treaty } = await openTable(await openSource(path, file), undefined, takeNotes(file))
  if (sections === null) {
    const reason = 'is no page of the depositary, with statements to read'
    throw new FileRefused([{ file, line: null, column: null, value: null, reason }])
  }
  return rowsOf(readStatements(sections, { names, title: treaty?.title ?? null }), file)
}

function rowsOf(sections: StatementSections, file: string): ReviewRow[] {
  const { declarations, underArticles, objections, communications, unread } = sections
  return [...declarations, ...underArticles, ...objections, ...communications].flatMap((entry) => {
    const missing = missingIn(entry)
    return missing.length === 0 ? [] : [toRow(entry, missing, unread, file)]
  })
}

/** An objection's own articles do not matter. What is left of one that was withdrawn whole has no text to read. */
function missingIn({ kind, articles, targets, isWithdrawnWhole }: StatementEntry): string[] {
  const isReaction = kind === 'objection' || kind === 'communication'
  return [
    ...(kind === null ? ['kind'] : []),
    ...(articles === null && !isReaction && !isWithdrawnWhole ? ['articles'] : []),
    ...(isReaction && targets === null ? ['toward'] : []),
  ]
}

function toRow(
  { participant, kind, articles, targets, place, digest }: StatementEntry,
  missing: readonly string[],
  unread: readonly Unread[],
  file: string,
): ReviewRow {
  const { section, line, position } = place
  const reasons = unread
    .filter((one) => one.place.line === line && one.place.position === position)
    .map(({ reason }) => reason)
  return {
    file,
    section,
    line,
    participant: participant ?? '',
    kind: kind ?? '',
    articles: articles === null ? '' : (articlesInCell(articles) ?? noArticles),
    toward: (targets ?? []).map((one) => one.participant).join(';'),
    missing: missing.join(' and '),
    reason: [...new Set(reasons)].join('; '),
    summary: '',
    digest,
  }
}
