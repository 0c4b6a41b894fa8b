import type { StatementKind } from '../../../domain/statements/vocabulary.js'
import type { EntryContext } from './entry-context.js'
import type { SectionEntry } from './page-sections.js'
import type { StatementPlace } from './statement.js'
import type { StatementPart } from './statement-parts.js'

const reserves =
  /\b(?:makes?|making|made|enters?|entered|formulates?|expresses|expressed|subject to|with)\s+(?:an?|the following|its|one|formal|general|specific|\s)*\s*reservations?\b/i
const excludes =
  /\b(?:not|nor)\s+(?:to\s+)?(?:be\s+)?(?:(?:consider|regard|deem)\w*\s+(?:itself|as)\s+)?(?:as\s+)?(?:bound|binding)\b/i

const unbound = /\bnot\s+(?:consider|regard)\s+(?:itself|as)\s+(?:as\s+)?(?:bound|binding)\b/i

/**
 * What the headings say; without one, what the State itself calls it, or the end notes.
 * @param entry  the entry whose only statement it is; else null, because the end notes may be of another
 */
function kindOf(
  part: StatementPart,
  entry: SectionEntry | null,
  context: EntryContext,
): StatementKind | null {
  const text = part.blocks.map((block) => block.text).join('\n')
  if (part.kinds.length > 1) return null
  const [kind] = part.kinds
  if (kind === undefined) {
    // VCLT art. 2(1)(d): what excludes the effect of a provision is a reservation, where nobody calls it otherwise.
    if (reserves.test(text) || unbound.test(text)) return 'reservation'
    return entry === null ? null : kindFromNotes(entry, context)
  }
  return kind === 'declaration' && excludes.test(text) ? null : kind
}

/** What the end notes of an entry call its statements, if they call them one thing. */
export function kindFromNotes({ notes }: SectionEntry, { noteTexts }: EntryContext): StatementKind | null {
  const text = notes.flatMap((note) => noteTexts.get(note) ?? []).join('\n')
  const named = [
    ...text.matchAll(
      /\b(?:made|withdraw\w*)\s+(?:the\s+(?:following\s+|said\s+)?|its\s+)?(reservation|declaration)s?\b(?!\s+and)/gi,
    ),
  ]
  const kinds = new Set(named.map(([, kind = '']) => kind.toLowerCase() as StatementKind))
  const [kind] = kinds
  return kinds.size === 1 && kind !== undefined ? kind : null
}

export const isUnder = ({ section }: StatementPlace): boolean => section === 'declarations under an article'

/** The kind of a statement; one that is not read is noted. Declarations under an article are declarations. */
export function kindAt(
  place: StatementPlace,
  part: StatementPart,
  isOnly: boolean,
  entry: SectionEntry,
  context: EntryContext,
): StatementKind | null {
  const kind = kindOf(part, isOnly ? entry : null, context) ?? (isUnder(place) ? 'declaration' : null)
  if (kind === null)
    context.unread({
      what: 'kind',
      place,
      reason: 'no heading says what it is, or its words contradict the heading',
    })
  return kind
}
