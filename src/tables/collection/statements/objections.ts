import type { Day } from '../../../domain/vocabulary.js'
import type { EntryContext } from './entry-context.js'
import { digestOf } from './digest.js'
import { namesAt } from './names-in-prose.js'
import { effectOf, isSameAsOther, sameAsAt } from './objection-effect.js'
import { namesSomebody, targetsIn } from './objection-targets.js'
import type { SectionEntry } from './page-sections.js'
import { dayOnly, daysIn } from './prose-days.js'
import type { ObjectionEffect, ObjectionTarget, StatementEntry, StatementName } from './statement.js'
import type { TextBlock } from './text-blocks.js'

/** One objection: its heading, or its line in a list, with the text below it. */
interface ObjectionPart {
  readonly on: Day | null
  readonly isDayUnread: boolean
  readonly head: string | null
  readonly isItem: boolean
  /** Whether the list says that an objection could be made, and makes none. */
  readonly isPossible: boolean
  readonly texts: string[]
}

/** Reads the objections of one participant. */
export function readObjections(entry: SectionEntry, context: EntryContext): StatementEntry[] {
  const own = context.participantOf(entry)
  const read: {
    readonly targets: readonly ObjectionTarget[] | null
    readonly effect: ObjectionEffect | null
  }[] = []
  return objectionParts(entry).map((part, index): StatementEntry => {
    const place = { section: entry.section, line: entry.line, position: index + 1 }
    const targets = targetsOf(part, own, context)
    const effect = effectIn(part, read, context)
    read.push({ targets, effect })
    if (targets === null)
      context.unread({ what: 'target', place, reason: 'the State objected to is not read' })
    if (part.isDayUnread) context.unread({ what: 'day', place, reason: 'the day beside it cannot be read' })
    const kind = kindOf(part)
    if (kind === null)
      context.unread({ what: 'kind', place, reason: 'says that no objection is made, or that one could be' })
    return {
      participant: own,
      kind,
      articles: targets?.length === 1 ? (targets[0]?.articles ?? null) : targets === null ? null : [],
      place,
      on: part.on,
      acts: part.on === null && !part.isDayUnread ? context.usualActs : [],
      territories: [],
      notes: entry.notes,
      events: [],
      targets,
      effect,
      isWithdrawnWhole: false,
      isWithdrawnInPart: part.texts.some((text) => /\[\s*(?:\.{2,}|…)/.test(text)),
      digest: digestOf([part.head ?? '', ...part.texts]),
    }
  })
}

const item = /^["“\s]*(?:[-–•]\s*|\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])[.)]\s*)/i
const couldBe = /\b(?:could|might|may)\s+(?:also\s+)?be\s+(?:made|raised|formulated)\b/i

/** Divides an entry at days, at headings that name a target, and at the lines of lists. */
function objectionParts({ blocks, notes }: SectionEntry): ObjectionPart[] {
  const parts: ObjectionPart[] = []
  let [on, isDayUnread, isPossible]: [Day | null, boolean, boolean] = [null, false, false]
  let isFresh = true
  const begin = (head: string | null, isItem: boolean, day: Day | null): void => {
    parts.push({ on: day, isDayUnread, head, isItem, isPossible, texts: [] })
    isFresh = false
  }
  for (const [index, block] of blocks.entries()) {
    if (block.style === 'day') {
      on = dayOnly(block.text, notes)
      ;[isDayUnread, isPossible, isFresh] = [on === null, false, true]
      continue
    }
    const day = itemDay(block, notes)
    if (day !== null || isListed(block, blocks, index)) begin(block.text, true, day ?? on)
    else if (block.style === 'heading' && namesSomebody(block.text)) begin(block.text, false, on)
    else {
      if (couldBe.test(block.text) && /:\s*$/.test(block.text)) isPossible = true
      if (isFresh) begin(null, false, on)
      parts.at(-1)?.texts.push(block.text)
    }
  }
  return parts.filter(
    ({ head, texts }) => head !== null || texts.some((text) => !/:\s*$/.test(text)) || texts.length > 1,
  )
}

/** “iii) 3 March 1987: In respect of …” */
function itemDay({ text, style }: TextBlock, notes: readonly string[]): Day | null {
  if (style === 'day') return null
  const [day] = daysIn(text, notes)
  const before = text.slice(0, day?.at ?? 0).replace(item, '')
  return day !== undefined && before.trim() === '' && text.length > day.end + 10 ? day.on : null
}

/** A line that begins with a dash, below one that ends in a colon. */
function isListed(block: TextBlock, blocks: readonly TextBlock[], index: number): boolean {
  if (!/^["“\s]*[-–•]\s*\p{Lu}/u.test(block.text)) return false
  const opener = blocks.slice(0, index).findLast(({ text }) => !/^["“\s]*[-–•]/.test(text))
  return /:\s*$/.test(opener?.text ?? '')
}

function kindOf({ texts, head, isPossible }: ObjectionPart): StatementName | null {
  if (isPossible) return null
  return /\bnot\b[^.]{0,40}\b(?:formal\s+)?objection\s+to\b[^.]{0,60}$/i.test(texts.join(' ')) ||
    /\bnot wish to (?:raise|make|formulate)\b/i.test([head, ...texts].join(' '))
    ? null
    : 'objection'
}

/** The heading tells, or the line; where a name in it is unknown, the text below, if it names one State alone. */
function targetsOf(
  part: ObjectionPart,
  own: string | null,
  context: EntryContext,
): readonly ObjectionTarget[] | null {
  const { head, texts, isItem } = part
  if (isItem && head !== null) {
    const bare = head.replace(item, '')
    const listed = /^\p{Lu}/u.test(bare) ? namesAt(bare, 0, context.names) : []
    const targets =
      listed.length > 0 ? targetsIn(`reservations by ${bare}`, own, context) : targetsIn(head, own, context)
    return targets.length > 0 ? targets : null
  }
  if (head !== null) {
    const changed = /\bmodif/i.test(head)
    const targets = targetsIn(head, own, context).map((target) =>
      changed ? { ...target, articles: null } : target,
    )
    if (targets.length > 0) return targets
  }
  const below = new Map<string, ObjectionTarget>()
  for (const sentence of texts.flatMap(sentencesOf))
    for (const target of targetsIn(sentence, own, context))
      below.set(target.participant, merged(below.get(target.participant), target))
  if (below.size === 0 || (head !== null && below.size > 1)) return null
  return [...below.values()].map((target) => (head === null ? target : { ...target, articles: null }))
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.;]["”]?\s)(?=["“]?\p{Lu})/u)

function merged(known: ObjectionTarget | undefined, target: ObjectionTarget): ObjectionTarget {
  if (known === undefined) return target
  const isRead = known.articles !== null && target.articles !== null
  const articles = isRead ? [...new Set([...(known.articles ?? []), ...(target.articles ?? [])])] : null
  return { participant: target.participant, articles }
}

/** “[Same objection as the one made for Malaysia]” has the effect of the other. */
function effectIn(
  { head, texts }: ObjectionPart,
  before: readonly {
    readonly targets: readonly ObjectionTarget[] | null
    readonly effect: ObjectionEffect | null
  }[],
  { names }: EntryContext,
): ObjectionEffect | null {
  const text = texts.join('\n')
  if (!isSameAsOther(text)) return effectOf([head, text].join('\n'))
  const at = sameAsAt(text)
  const code = at === null ? undefined : namesAt(text, at, names)[0]?.code
  const same = before.find(({ targets }) => targets?.some(({ participant }) => participant === code))
  return same?.effect ?? null
}
