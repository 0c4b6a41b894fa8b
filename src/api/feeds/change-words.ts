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
export const changeWords = <T extends Told>(
  messages: Messages,
  change: Change<T>,
  sentenceOf: (told: T) => string,
): { title: string; lines: string[] } => ({
  title: titleOf(messages, change, sentenceOf),
  lines: linesOf(messages, change, sentenceOf),
})

function titleOf<T>(
  { say }: Messages,
  { before, after }: Change<T>,
  sentenceOf: (told: T) => string,
): string {
  if (after === null) return say('change-removed', { sentence: sentenceOf(before as T) })
  const sentence = sentenceOf(after)
  return before === null ? sentence : say('change-correction', { sentence })
}

function linesOf<T extends Told>(
  { say }: Messages,
  { before, after }: Change<T>,
  sentenceOf: (told: T) => string,
): string[] {
  const lineOf = (told: T): string =>
    say('sentence-with-source', {
      sentence: sentenceOf(told),
      certainty: say(`certainty-${told.certainty}`),
      source: told.source,
    })
  const saidBefore = after ? 'record-said-before' : 'record-says-no-longer'
  return [...(after ? [lineOf(after)] : []), ...(before ? [say(saidBefore, { line: lineOf(before) })] : [])]
}
