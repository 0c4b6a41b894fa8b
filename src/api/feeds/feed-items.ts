import type { Reading } from '../../answers/reading.js'
import { namedByDefault } from '../../answers/resolutions.js'
import type { RecordedChange } from '../../db/changes.js'
import { type Action, actorOf } from '../../domain/action.js'
import { actionInWords, dayInWords } from '../../domain/wording.js'
import { standingPlace } from '../../http/page-places.js'
import type { FeedItem } from '../shapes/feed.js'
import { type RecordedChange as ShownChange, toChange } from '../shapes/import.js'
import { instrumentRefs } from '../shapes/instrument.js'
import { stateRefs } from '../shapes/participant.js'
import { nameFor } from './feed.js'

/**
 * The entries of a feed. A correction or removal is a new entry, and leaves the entry of the old action unchanged.
 * @param at  makes a path absolute
 */
export function feedItems(
  reading: Reading,
  changes: readonly RecordedChange[],
  importedAt: (revision: number) => string,
  at: (path: string) => string,
): FeedItem<ShownChange>[] {
  const [refOf, stateRefOf] = [instrumentRefs(reading), stateRefs(reading)]
  const placeOf = standingPlace(namedByDefault(reading))
  return changes.map(({ revision, change }) => {
    const shown = toChange(change, refOf, stateRefOf)
    const { state, instrument, kind } = shown
    const sentenceOf = (action: Action) =>
      actionInWords(action, stateRefOf(actorOf(action)).name, instrument.shortName)
    const { action } = (change.after ?? change.before) as Action
    const { path, fragment } = placeOf(state.code, instrument.code)
    const published = importedAt(revision)
    return {
      id: nameFor(revision, ...[change.before, change.after].map(identityOf)),
      url: at(path + fragment),
      title: titleOf(change, sentenceOf),
      content_text: [
        ...linesOf(change, sentenceOf),
        `Import ${revision}, on ${dayInWords(published.slice(0, 10))}.`,
      ].join('\n'),
      date_published: published,
      tags: [kind, action, instrument.code, state.code],
      _change: { revision, ...shown },
    }
  })
}

/** Identifies an action, also in a record rebuilt from the same imports, where row numbers may differ. */
const identityOf = (one: Action | null) =>
  one && [one.instrument, one.participant, one.action, one.earliest, one.latest, one.certainty]

type SentenceOf = (action: Action) => string
type Change = RecordedChange['change']

function titleOf({ before, after }: Change, sentenceOf: SentenceOf): string {
  if (after === null) return `Removed: ${sentenceOf(before as Action)}`
  return before === null ? sentenceOf(after) : `Correction: ${sentenceOf(after)}`
}

function linesOf({ before, after }: Change, sentenceOf: SentenceOf): string[] {
  const line = (action: Action, opening = '') =>
    `${opening}${sentenceOf(action)} (${action.certainty}; source: ${action.source}).`
  return [
    ...(after ? [line(after)] : []),
    ...(before ? [line(before, after ? 'The record said before: ' : 'The record says no longer: ')] : []),
  ]
}
