import type { Reading } from '../../answers/reading.js'
import { namedByDefault } from '../../answers/resolutions.js'
import type { RecordedChange } from '../../db/changes.js'
import { type Action, actorOf } from '../../domain/action.js'
import { pageIn, standingPlace } from '../../http/page-places.js'
import { messagesIn } from '../../messages/messages.js'
import { actionIn } from '../../messages/sentences.js'
import type { FeedItem } from '../shapes/feed.js'
import { type RecordedChange as ShownChange, toChange } from '../shapes/import.js'
import { instrumentRefs } from '../shapes/instrument.js'
import { stateRefs } from '../shapes/participant.js'
import { changeWords } from './change-words.js'
import { nameFor } from './feed.js'

/** A change in words, for feeds, webhooks and digests. */
export interface ChangeText<Change> {
  /** Names the change for good. */
  readonly id: string
  /** The path of what it concerns, in this API. */
  readonly path: string
  /** Where the pages show it: a path with its fragment. */
  readonly page: string
  readonly title: string
  /** What the record says, and said before, with how certain that is and who says so. */
  readonly lines: readonly string[]
  readonly tags: readonly string[]
  readonly shown: Change
}

/** Puts changes of actions into words, in the language of the reading. */
export function actionTexts(reading: Reading): (recorded: RecordedChange) => ChangeText<ShownChange> {
  const [refOf, stateRefOf] = [instrumentRefs(reading), stateRefs(reading)]
  const messages = messagesIn(reading.naming.lang)
  const placeOf = standingPlace(namedByDefault(reading))
  return ({ revision, change }) => {
    const shown = { revision, ...toChange(change, refOf, stateRefOf) }
    const { state, instrument, kind } = shown
    const sentenceOf = (action: Action) =>
      actionIn(messages, action, stateRefOf(actorOf(action)).name, instrument.shortName)
    const { action } = (change.after ?? change.before) as Action
    const { path, fragment } = placeOf(state.code, instrument.code)
    return {
      id: nameFor(revision, ...[change.before, change.after].map(identityOf)),
      path: `/v1/states/${state.code}/statuses?instrument=${instrument.code}`,
      page: pageIn(messages.lang, path) + fragment,
      ...changeWords(messages, change, sentenceOf),
      tags: [kind, action, instrument.code, state.code],
      shown,
    }
  }
}

/**
 * The entries of a feed. A correction or removal is a new entry, and leaves the entry of the old action unchanged.
 * @param importedAt  the instant of an import (RFC 3339, UTC)
 * @param at          makes a path absolute
 */
export const feedItems = <Change extends { readonly revision: number }>(
  { naming }: Reading,
  texts: readonly ChangeText<Change>[],
  importedAt: (revision: number) => string,
  at: (path: string) => string,
): FeedItem<Change>[] => {
  const { say, day } = messagesIn(naming.lang)
  return texts.map(({ id, page, title, lines, tags, shown }) => {
    const published = importedAt(shown.revision)
    const from = say('import-on', { revision: shown.revision, date: day(published.slice(0, 10)) })
    return {
      id,
      url: at(page),
      title,
      content_text: [...lines, from].join('\n'),
      date_published: published,
      tags: [...tags],
      _change: shown,
    }
  })
}

/** Identifies an action, also in a record rebuilt from the same imports, where row numbers may differ. */
const identityOf = (one: Action | null) =>
  one && [one.instrument, one.participant, one.action, one.earliest, one.latest, one.certainty]
