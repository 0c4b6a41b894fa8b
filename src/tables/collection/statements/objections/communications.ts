import type { StatementKind } from '../../../../domain/statements/vocabulary.js'
import { digestOf } from '../digest.js'
import type { EntryContext } from '../entry-context.js'
import { codeOfName, nameAt } from '../names-in-prose.js'
import type { SectionEntry } from '../page-sections.js'
import { dayOnly, daysIn } from '../prose-days.js'
import { type ObjectionTarget, type StatementEntry, unreadEntry } from '../statement.js'
import type { TextBlock } from '../text-blocks.js'
import { effectOf, isSameAsOther } from './effect.js'
import { targetsIn } from './targets.js'

/** What the first lines of an end note say of the letters that follow. */
interface Opening {
  readonly kind: StatementKind | null
  readonly text: string
}

interface Letter {
  readonly participant: string | null
  readonly on: StatementEntry['on']
  readonly opening: Opening
  readonly texts: string[]
}

/** Reads the letters of an end note: late objections and other communications, each under its State and day. */
export function readCommunications(entry: SectionEntry, context: EntryContext): StatementEntry[] {
  return lettersOf(entry, context).map(({ participant, on, opening, texts }, index): StatementEntry => {
    const place = { section: entry.section, line: entry.line, position: index + 1 }
    const targets = targetsOf(opening, participant, entry, context)
    if (targets === null) context.unread({ what: 'target', place, reason: 'the State concerned is not read' })
    if (participant === null)
      context.unread({ what: 'participant', place, reason: 'the name of its author is not known' })
    if (opening.kind === null)
      context.unread({ what: 'kind', place, reason: 'the note does not say what it is' })
    const text = texts.join('\n')
    return {
      ...unreadEntry,
      participant,
      kind: opening.kind,
      articles: targets?.length === 1 ? (targets[0]?.articles ?? null) : null,
      place,
      on,
      notes: entry.notes,
      targets,
      effect: text === '' || isSameAsOther(text) ? null : effectOf(text),
      digest: digestOf(texts),
    }
  })
}

/** An objection to a signature is to the act, and so to no article: what was said with the act stands elsewhere. */
const isToAnAct = (text: string): boolean =>
  /\b(?:signature|accession|ratification)\b/i.test(text) &&
  !/\b(?:reservations?|declarations?|statements?|understandings?|modifications?)\b/i.test(text)

/** The State that the opening names; if it names none, the one whose statements alone have this end note. */
function targetsOf(
  { text }: Opening,
  own: string | null,
  { notes }: SectionEntry,
  context: EntryContext,
): readonly ObjectionTarget[] | null {
  const named = targetsIn(text, own, context)
  if (named.length > 0)
    return named.map((one) =>
      one.articles?.length === 0 && !isToAnAct(text) ? { ...one, articles: null } : one,
    )
  const bearers = context.bearersOf(notes[0] ?? '').filter((code) => code !== own)
  return bearers.length === 1 ? bearers.map((participant) => ({ participant, articles: null })) : null
}

/** “Ireland (6 January 2003):” */
const underName = /^["“\s]*(\p{Lu}[^:\d]{2,80}?)\s*\(([^()]*\d{4}):?\s*\)\s*:?\s*$/u
const receivedFrom = /\breceived\b[^.;]{0,30}?\bfrom the Government of\s+/i
const madeBy = /\bthe Government of\s+(?=[^.;:]{3,80}\bmade the following (?:objection|communication)s?\b)/i
const isSameDay = /\bsame (?:date|day)\b/i

function lettersOf({ blocks, notes }: SectionEntry, { names }: EntryContext): Letter[] {
  const letters: Letter[] = []
  let opening: Opening | null = null
  for (const block of blocks) {
    const said = openingOf(block.text)
    const [name, day] = rowOf(block) ?? underName.exec(block.text)?.slice(1) ?? []
    if (opening !== null && name !== undefined && day !== undefined) {
      const on = dayOnly(day, notes)
      const participant = codeOfName(name, names.codeOf) ?? null
      if (on !== null) letters.push({ participant, on, opening, texts: [] })
    } else if (said !== null) {
      opening = said
      const from = receivedFrom.exec(block.text) ?? madeBy.exec(block.text)
      const author = from === null ? null : nameAt(block.text, from.index + from[0].length, names)
      const days = daysIn(block.text, notes)
      const sameDay = days.length === 0 ? (letters.at(-1)?.on ?? null) : null
      const on = isSameDay.test(block.text) ? sameDay : (days[0]?.on ?? null)
      if (author !== null) letters.push({ participant: author.code, on, opening, texts: [] })
    } else letters.at(-1)?.texts.push(block.text)
  }
  return letters
}

const rowOf = ({ text }: TextBlock): string[] | undefined =>
  text.includes('\t') ? text.split('\t') : undefined

const received =
  /\b(?:received|following)\b[^.;]{0,120}?\b(communi?cations?|objections?)\b|\bnotified (?:their|its) (objection)s?\b/i
const about = /\b(?:reservations?|declarations?|signature|accession)\b/i
const considers = /\bnotified the Secretary-General that (?:it|they) considers?\b/i

/** The words that open a list of letters, or a single one. A letter's own words stand between quotation marks. */
function openingOf(text: string): Opening | null {
  const isOfDepositary = /\bSecretary-General\b/.test(text) || madeBy.test(text)
  if (/^["“'‘[(]/.test(text) || !isOfDepositary || /\bwi(?:th|h)draw(?!al)/i.test(text)) return null
  const [, received1, notified] = received.exec(text) ?? []
  const noun = received1 ?? notified
  if (noun === undefined) return considers.test(text) ? { text, kind: null } : null
  // “relating to the said partial withdrawal”: whether its author objects stands in the letter alone.
  if (/^obj/i.test(noun)) return { text, kind: 'objection' }
  return { text, kind: about.test(text) ? 'communication' : null }
}
