import type { StatementKind } from '../../../domain/statements/vocabulary.js'
import { type Names, namesAt } from './names-in-prose.js'
import { daysIn } from './prose-days.js'
import type { TreatyWords } from './references/treaty-words.js'
import { changeIn, pointsOn } from './reported-changes.js'
import type { StatementEvent } from './statement.js'

/** An event with the kinds of statement that its report names, and the States that reported it, as far as known. */
export interface ReportedEvent extends StatementEvent {
  readonly kinds: readonly StatementKind[]
  readonly authors: readonly string[]
}

/** What reports are read with. */
export interface ReportTerms {
  readonly names: Names
  readonly treaty: TreatyWords
}

interface Report {
  readonly text: string
  readonly following: string[]
}

const reported = /\b(?:notif|inform|communicat|receiv|decided|withdr|extension)/i
const reporter = /\b(?:Governments?|Secretary-Gen\w*|Republic|Kingdom|State)\b/
const extend =
  /\bextend|\bextension|\b(?:apply|applies|applicable|application)\s+(?:\w+\s+){0,4}to\b|\bterritorial/i

/** Reads what the texts of an end note, or of an entry, report: withdrawals, changes and extensions. */
export function eventsIn(texts: readonly string[], note: string | null, terms: ReportTerms): ReportedEvent[] {
  const notes = note === null ? [] : [note]
  const reports: Report[] = []
  for (const text of texts.flatMap(reportsOf)) {
    const last = reports.at(-1)
    const isPointedTo = last !== undefined && last.following.length === 0 && pointsOn.test(last.text)
    if (isReport(text, notes) && !(isPointedTo && !opensReport.test(text)))
      reports.push({ text, following: [] })
    else last?.following.push(text)
  }
  return reports.flatMap((report) => eventOf(report, note, terms))
}

const isReport = (text: string, notes: readonly string[]): boolean =>
  daysIn(text, notes).length > 0 && reported.test(text) && reporter.test(text)

/** A text that a report points to is a report of its own only if it begins as one. */
const opensReport = /^(?:Subsequently|Further|Thereafter|On|In a|By a|Upon|The Government|The Secretary)\b/

/** One block may hold several reports: “… Subsequently, on 24 August 1999, …”. */
const reportsOf = (text: string): string[] =>
  text.split(/(?<=[.;:”"]\s)(?=(?:Subsequently|Further|Thereafter|On)\b[^.]{0,40}\d{4})/)

function eventOf(
  { text, following }: Report,
  note: string | null,
  { names, treaty }: ReportTerms,
): ReportedEvent[] {
  const found =
    changeIn(text, following, treaty) ??
    (extend.test(text) ? ({ kind: 'territorial', articles: [] } as const) : null)
  if (found === null) return []
  const days = daysIn(text, note === null ? [] : [note])
  const isMany = /\brespectively\b/i.test(text) && days.length > 1
  const kinds = kindsIn(`${text}\n${following[0] ?? ''}`)
  const isOfOne = kinds.length === 1
  return [
    {
      kind: found.kind,
      of: isOfOne ? (kinds[0] ?? null) : null,
      on: isMany ? null : (days[0]?.on ?? null),
      articles: isMany && (found.articles?.length ?? 0) > 1 ? null : found.articles,
      note,
      kinds,
      authors: authorsOf(text, names),
    },
  ]
}

/** “the Government of Kuwait notified”, “the Governments of …” */
function authorsOf(text: string, names: Names): string[] {
  const [opening, many] = /\bGovernment(s?)\s+of\s+/i.exec(text) ?? []
  if (opening === undefined) return []
  const found = namesAt(text, text.indexOf(opening) + opening.length, names).map(({ code }) => code)
  return many === 's' ? [] : found.slice(0, 1)
}

const kindsIn = (text: string): StatementKind[] =>
  (['reservation', 'declaration', 'understanding'] as const).filter((kind) =>
    new RegExp(`\\b${kind}`, 'i').test(text),
  )
