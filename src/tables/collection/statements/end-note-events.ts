import { withoutWholes } from './article-mentions.js'
import { type Names, namesAt } from './names-in-prose.js'
import { daysIn } from './prose-days.js'
import { referencesIn } from './references/article-references.js'
import { isForeign } from './references/owner.js'
import type { TreatyWords } from './references/treaty-words.js'
import type { ArticleReference, StatementEvent, StatementName } from './statement.js'

/** An event with the kinds of statement that its report names, and the States that reported it, as far as known. */
export interface ReportedEvent extends StatementEvent {
  readonly kinds: readonly StatementName[]
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
type Found = Pick<StatementEvent, 'kind' | 'articles'>

const withdraws = /\bwi(?:th|h)draw/i
const reported = /\b(?:notif|inform|communicat|receiv|decided|withdr|extension)/i
const reporter = /\b(?:Governments?|Secretary-Gen\w*|Republic|Kingdom|State)\b/
const pointsOn = /:\s*["“]?$|\bfollowing\b|\bas follows\b/i
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

/** What was withdrawn, or that something was changed; null if neither is reported. */
function changeIn(text: string, following: readonly string[], treaty: TreatyWords): Found | null {
  const candidates = pointsOn.test(text) ? [text, ...following] : [text]
  const at = candidates.findIndex((one) => withdraws.test(one) && speaksOfStatement(one))
  const isModified = /\bmodif|\breplac|\breformulat|\bnew formulation/i
  if (isModified.test(text)) return speaksOfStatement(text) ? { kind: 'modified', articles: null } : null
  const block = candidates[at]
  if (block === undefined)
    return candidates.some((one) => isModified.test(one) && speaksOfStatement(one))
      ? { kind: 'modified', articles: null }
      : null
  const sentence =
    sentencesOf(block).find((one) => withdraws.test(one) && (at > 0 || speaksOfStatement(one))) ?? block
  const here = articlesOf(sentence, treaty)
  const isPartial = /\bpart(?:ial|ially|ly)?\b/i.test(sentence)
  if (
    /\bmaintain/i.test(block) ||
    (isPartial && (here === null || here.length > 0 || /\bpart of\b/i.test(sentence))) ||
    isDeposit(candidates)
  )
    return { kind: 'modified', articles: remaining(block, treaty) }
  if (here === null || here.length > 0) return { kind: 'withdrawn', articles: here }
  return { kind: 'withdrawn', articles: named(candidates.slice(at + 1), sentence, treaty) }
}

const isDeposit = (texts: readonly string[]): boolean =>
  texts.some((text) => /\bhereby deposits the following\b/i.test(text))

const speaksOfStatement = (text: string): boolean => /\breservation|\bdeclaration|\bunderstanding/i.test(text)

/** “No. 5” and “art. 5” end no sentence, nor does a point within quotation marks. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[a-z)\]”"]\.[”"]?\s)(?=["“]?\p{Lu})/u)

/** What the report points to: the sentence that withdraws, with its articles; else all that the withdrawn text names. */
function named(
  following: readonly string[],
  sentence: string,
  treaty: TreatyWords,
): readonly ArticleReference[] | null {
  if (!pointsOn.test(sentence)) return []
  for (const one of following.flatMap(sentencesOf).filter((text) => withdraws.test(text))) {
    const articles = articlesOf(one, treaty)
    if (articles === null || articles.length > 0) return articles
  }
  return articlesOf(following.join('\n'), treaty)
}

function articlesOf(text: string, treaty: TreatyWords): readonly ArticleReference[] | null {
  const chains = referencesIn(text, treaty).filter(
    ({ owner, use, articles }) => !isForeign(owner) && use !== 'permission' && articles.length > 0,
  )
  return chains.every(({ isClear }) => isClear) ? withoutWholes(chains) : null
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
