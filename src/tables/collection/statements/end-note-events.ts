import { daysIn } from './prose-days.js'
import { referencesIn } from './references/article-references.js'
import type { TreatyWords } from './references/owner.js'
import type { ArticleReference, StatementEvent, StatementName } from './statement.js'

/** An event with the kinds of statement that its report names. */
export interface ReportedEvent extends StatementEvent {
  readonly kinds: readonly StatementName[]
}

interface Report {
  readonly text: string
  readonly following: string[]
}

const withdraws = /\bwi(?:th|h)draw/i
const changes =
  /\bmodif|\breplac|\breformulat|\bnew formulation|\bpartial(?:ly)?\b|\bto the extent\b|\bmaintain|\bremaining reservation|\bcontinues? to apply|\bhereby deposits the following|\bnarrow/i
const extends_ =
  /\bextend|\bextension|\b(?:apply|applies|applicable|application)\s+(?:\w+\s+){0,4}to\b|\bterritorial/i
const reported = /\b(?:notif|inform|communicat|receiv|decided|withdr|extension)/i
const isReport = (text: string, notes: readonly string[]): boolean =>
  daysIn(text, notes).length > 0 &&
  reported.test(text) &&
  /\b(?:Governments?|Secretary-Gen\w*|Republic|Kingdom|State)\b/.test(text)

/** Reads what the texts of an end note, or of an entry, report of statements: withdrawals, changes, extensions. */
export function eventsIn(
  texts: readonly string[],
  note: string | null,
  treaty: TreatyWords,
): ReportedEvent[] {
  const notes = note === null ? [] : [note]
  const reports: Report[] = []
  for (const text of texts.flatMap(sentencesFromReports))
    if (isReport(text, notes)) reports.push({ text, following: [] })
    else reports.at(-1)?.following.push(text)
  return reports.flatMap((report) => eventOf(report, note, treaty))
}

/** One block may hold several reports: “… Subsequently, on 24 August 1999, …”. */
const sentencesFromReports = (text: string): string[] =>
  text.split(/(?<=[.;:”"]\s)(?=(?:Subsequently|Further|Thereafter|On)\b[^.]{0,40}\d{4})/)

function eventOf(report: Report, note: string | null, treaty: TreatyWords): ReportedEvent[] {
  const notes = note === null ? [] : [note]
  const { text, following } = report
  const pointsOn = /:\s*["“]?$|\bfollowing\b/i.test(text)
  const whole = pointsOn ? [text, ...following].join('\n') : text
  const kind = kindOf(text, whole)
  if (kind === null) return []
  const days = daysIn(text, notes)
  const isMany = /\brespectively\b/i.test(text) && days.length > 1
  const on = isMany ? null : (days[0]?.on ?? null)
  const articles =
    kind === 'modified'
      ? remaining(text, treaty)
      : isMany
        ? null
        : named(text, pointsOn ? following : [], treaty)
  return [{ kind, on, articles: kind === 'territorial' ? [] : articles, note, kinds: kindsIn(whole) }]
}

function kindOf(text: string, whole: string): StatementEvent['kind'] | null {
  const speaksOfStatement = /\breservation|\bdeclaration|\bunderstanding|\bobjection/i.test(whole)
  if (withdraws.test(whole) && speaksOfStatement) return changes.test(whole) ? 'modified' : 'withdrawn'
  if (speaksOfStatement && /\bmodif/i.test(whole)) return 'modified'
  return extends_.test(text) ? 'territorial' : null
}

/** What is withdrawn: named in the report, or else in the text that it points to. */
function named(
  text: string,
  following: readonly string[],
  treaty: TreatyWords,
): readonly ArticleReference[] | null {
  const here = articlesOf(text, treaty)
  if (here === null || here.length > 0) return here
  return articlesOf(following.join('\n'), treaty)
}

function articlesOf(text: string, treaty: TreatyWords): readonly ArticleReference[] | null {
  const chains = referencesIn(text, treaty).filter(
    ({ owner, use, articles }) =>
      owner !== 'another instrument' && use !== 'permission' && articles.length > 0,
  )
  if (chains.some(({ isClear }) => !isClear)) return null
  return [...new Set(chains.flatMap(({ articles }) => articles))]
}

/** “shall continue to apply in respect of articles 13 (a) and 16” names all that remains. */
function remaining(text: string, treaty: TreatyWords): readonly ArticleReference[] | null {
  const [, rest] =
    /\bcontinues? to apply\s+(?:only\s+)?(?:in respect of|to|with regard to|as regards)\s+(.*)/is.exec(
      text,
    ) ?? []
  const articles = rest === undefined ? null : articlesOf(rest, treaty)
  return articles?.length ? articles : null
}

const kindsIn = (text: string): StatementName[] =>
  (['reservation', 'declaration', 'understanding'] as const).filter((kind) =>
    new RegExp(`\\b${kind}`, 'i').test(text),
  )
