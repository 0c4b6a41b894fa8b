import { v5 as nameBased } from 'uuid'
import type { Reading } from '../../answers/reading.js'
import type { RecordedChange } from '../../db/changes.js'
import type { Action } from '../../domain/action.js'
import { actionInWords, dayInWords } from '../../domain/wording.js'
import type { FeedItem } from '../shapes/feed.js'
import { toChange } from '../shapes/import.js'
import { instrumentRefs } from '../shapes/instrument.js'
import { stateRefs } from '../shapes/participant.js'

/** The namespace of our feeds' names (RFC 9562 § 5.5); it never changes. */
const namespace = '0f6cbd19-4f7a-4f0e-9d0a-6c1f2f4f1d67'

/** The same name for the same parts, for good. */
export const nameFor = (...parts: unknown[]): string =>
  `urn:uuid:${nameBased(JSON.stringify(parts), namespace)}`

/**
 * The entries of a feed. A correction and a removal are entries of their own: what a reader was told stays told.
 * @param at  makes an address of this API absolute
 */
export function feedItems(
  reading: Reading,
  changes: readonly RecordedChange[],
  importedAt: (revision: number) => string,
  at: (path: string) => string,
): FeedItem[] {
  const [refOf, stateRefOf] = [instrumentRefs(reading), stateRefs(reading)]
  return changes.map(({ revision, change }) => {
    const shown = toChange(change, refOf, stateRefOf)
    const { state, instrument, kind } = shown
    const inWords = (action: Action) => actionInWords(action, state.name, instrument.shortName)
    const { action } = (change.after ?? change.before) as Action
    const published = importedAt(revision)
    return {
      id: nameFor(revision, ...[change.before, change.after].map(identityOf)),
      url: at(`/v1/states/${state.code}/statuses?instrument=${instrument.code}`),
      title: titleOf(change, inWords),
      content_text: [
        ...sentences(change, inWords),
        `Import ${revision}, on ${dayInWords(published.slice(0, 10))}.`,
      ].join('\n'),
      date_published: published,
      tags: [kind, action, instrument.code, state.code],
      _change: { revision, ...shown },
    }
  })
}

/** What tells an action from every other, in this record and in one rebuilt from the same imports. */
const identityOf = (one: Action | null) =>
  one && [one.instrument, one.participant, one.action, one.earliest, one.latest, one.certainty]

type InWords = (action: Action) => string
type Change = RecordedChange['change']

function titleOf({ before, after }: Change, inWords: InWords): string {
  if (after === null) return `Removed: ${inWords(before as Action)}`
  return before === null ? inWords(after) : `Correction: ${inWords(after)}`
}

function sentences({ before, after }: Change, inWords: InWords): string[] {
  const told = (action: Action, opening = '') =>
    `${opening}${inWords(action)} (${action.certainty}; source: ${action.source}).`
  return [
    ...(after ? [told(after)] : []),
    ...(before ? [told(before, after ? 'The record said before: ' : 'The record says no longer: ')] : []),
  ]
}
