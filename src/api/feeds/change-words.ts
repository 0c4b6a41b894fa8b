import type { Certainty } from '../../domain/vocabulary.js'
import type { Messages } from '../../messages/messages.js'

/** What a change is about: an action, or an event of a statement. */
interface Told {
  readonly certainty: Certainty
  readonly source: string
}

/** What the record held before a change, and holds after it. */
interface Change<T> {
  readonly before: T | null
  readonly after: T | null
}

/** The title of a change, and what the record says, and said before, with how certain that is and who says so. */
export function changeWords<T extends Told>(
  { say }: Messages,
  { before, after }: Change<T>,
  sentenceOf: (told: T) => string,
): { title: string; lines: string[] } {
  const told = (one: T): { sentence: string; line: string } => {
    const [sentence, certainty] = [sentenceOf(one), say(`certainty-${one.certainty}`)]
    return { sentence, line: say('sentence-with-source', { sentence, certainty, source: one.source }) }
  }
  if (after === null) {
    const { sentence, line } = told(before as T)
    return { title: say('change-removed', { sentence }), lines: [say('record-says-no-longer', { line })] }
  }
  const { sentence, line } = told(after)
  if (before === null) return { title: sentence, lines: [line] }
  return {
    title: say('change-correction', { sentence }),
    lines: [line, say('record-said-before', { line: told(before).line })],
  }
}
