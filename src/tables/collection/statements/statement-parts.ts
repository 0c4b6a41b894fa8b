import type { StatementKind } from '../../../domain/statements/vocabulary.js'
import type { Day } from '../../../domain/vocabulary.js'
import type { SectionEntry } from './page-sections.js'
import { dayOnly } from './prose-days.js'
import type { ActOfStatement } from './statement.js'
import { type HeadingWords, headingOf } from './statement-headings.js'
import type { TextBlock } from './text-blocks.js'

/** The blocks of one statement, and what its headings say. */
export interface StatementPart {
  readonly kinds: readonly StatementKind[]
  readonly acts: readonly ActOfStatement[]
  readonly on: Day | null
  /** Whether a day stands beside it that is not read. */
  readonly isDayUnread: boolean
  readonly territories: readonly string[]
  /** Whether its heading tells of a withdrawal or a change. */
  readonly isEvent: boolean
  /** The heading of its kind, then its text with inner headings. */
  readonly blocks: readonly TextBlock[]
  /** The number of headings before its text. */
  readonly headings: number
}

type Scope = Omit<StatementPart, 'blocks' | 'headings'> & {
  /** Whether the acts hold for the kinds that follow: “Upon signature:”, “Declarations and reservations made upon …”. */
  readonly areActsShared: boolean
}

const none: Scope = {
  kinds: [],
  acts: [],
  on: null,
  isDayUnread: false,
  territories: [],
  isEvent: false,
  areActsShared: false,
}

/** `[...]` or dots, which stand in place of a text. */
export const isGap = ({ text }: TextBlock): boolean => /^[\s.…*"“”[\]()_-]+$/.test(text)

/** Tells the statements of an entry apart by their headings and days. */
export function partsOfEntry({ blocks, notes }: SectionEntry): StatementPart[] {
  const parts: StatementPart[] = []
  let scope = none
  let heads: TextBlock[] = []
  let texts: TextBlock[] = []
  const end = (): void => {
    // Dots above the first heading stand for what was withdrawn: they belong to what is left.
    if (heads.length === 0 && texts.every(isGap)) return
    if (texts.length > 0) {
      const { areActsShared, ...said } = scope
      parts.push({ ...said, blocks: [...heads, ...texts], headings: heads.length })
      heads = []
    }
    texts = []
  }
  for (const block of blocks) {
    const heading = block.style === 'day' ? null : headingOf(block.text, block.style === 'heading')
    if (block.style === 'day') {
      end()
      const on = dayOnly(block.text, notes)
      scope = { ...scope, on, isDayUnread: on === null }
    } else if (heading === null) texts.push(block)
    else {
      end()
      scope = within(scope, heading)
      heads.push(block)
    }
  }
  end()
  return parts
}

/** What holds below a heading, within what holds above it. */
function within(scope: Scope, { kinds, acts, isEvent, territories }: HeadingWords): Scope {
  if (territories.length > 0) return { ...scope, territories }
  if (kinds.length === 0 && !isEvent) return { ...scope, kinds, acts, isEvent, areActsShared: true }
  const areActsShared = acts.length > 0 ? kinds.length > 1 : scope.areActsShared
  const held = acts.length > 0 ? acts : scope.areActsShared ? scope.acts : []
  return { ...scope, kinds, acts: held, isEvent, areActsShared }
}
