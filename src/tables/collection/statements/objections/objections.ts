import type { ObjectionEffect, StatementKind } from '../../../../domain/statements/vocabulary.js'
import { digestOf } from '../digest.js'
import type { EntryContext } from '../entry-context.js'
import { namesAt } from '../names-in-prose.js'
import type { SectionEntry } from '../page-sections.js'
import { type ObjectionTarget, type StatementEntry, unreadEntry } from '../statement.js'
import { effectOf, isSameAsOther, sameAsAt } from './effect.js'
import { listMark, type ObjectionPart, objectionParts } from './parts.js'
import { targetsIn } from './targets.js'

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
      ...unreadEntry,
      participant: own,
      kind,
      articles: targets?.length === 1 ? (targets[0]?.articles ?? null) : targets === null ? null : [],
      place,
      on: part.on,
      acts: part.on === null && !part.isDayUnread ? context.usualActs : [],
      notes: entry.notes,
      targets,
      effect,
      isWithdrawnInPart: part.texts.some((text) => /\[\s*(?:\.{2,}|…)/.test(text)),
      digest: digestOf([part.head ?? '', ...part.texts]),
    }
  })
}

function kindOf({ texts, head, isPossible }: ObjectionPart): StatementKind | null {
  if (isPossible) return null
  return /\bnot\b[^.]{0,40}\b(?:formal\s+)?objection\s+to\b[^.]{0,60}$/i.test(texts.join(' ')) ||
    /\bnot wish to (?:raise|make|formulate)\b/i.test([head, ...texts].join(' '))
    ? null
    : 'objection'
}

/** A line that goes on to another statement names articles of both. */
const otherStatement = /\bmade the following (?:declaration|statement|communication)\b/i

/** The heading tells, or the line; where a name in it is unknown, the text below, if it names one State alone. */
function targetsOf(
  part: ObjectionPart,
  own: string | null,
  context: EntryContext,
): readonly ObjectionTarget[] | null {
  const { head, texts, isItem } = part
  if (isItem && head !== null) {
    const bare = head.replace(listMark, '')
    const listed = /^\p{Lu}/u.test(bare) ? namesAt(bare, 0, context.names) : []
    const targets =
      listed.length > 0 ? targetsIn(`reservations by ${bare}`, own, context) : targetsIn(head, own, context)
    if (targets.length === 0) return null
    return otherStatement.test(head) ? targets.map((target) => ({ ...target, articles: null })) : targets
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
  { head, texts, isItem }: ObjectionPart,
  before: readonly {
    readonly targets: readonly ObjectionTarget[] | null
    readonly effect: ObjectionEffect | null
  }[],
  { names }: EntryContext,
): ObjectionEffect | null {
  const text = texts.join('\n')
  if (!isSameAsOther(text)) {
    const effect = effectOf([head, text].join('\n'))
    // The lines of a list are objections “of the same nature” as one above.
    return isItem && effect === 'not-stated' ? null : effect
  }
  const at = sameAsAt(text)
  const code = at === null ? undefined : namesAt(text, at, names)[0]?.code
  const same = before.find(({ targets }) => targets?.some(({ participant }) => participant === code))
  return same?.effect ?? null
}
