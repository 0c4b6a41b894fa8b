import type { MessageKey } from '../../../messages/catalogues.js'
import type { Messages } from '../../../messages/messages.js'
import { apiLink } from './api-link.js'

/** What a feed is about, and the parameters that choose it: `{ of: 'Vanuatu', filter: 'state=VUT' }`. */
export interface Feed {
  readonly of: string
  /** Whether the record holds what it is about in English alone. */
  readonly isEnglish?: boolean
  readonly filter: string
}

const kinds: readonly (readonly [kind: MessageKey, name: string])[] = [
  ['feed-of-actions', 'actions'],
  ['feed-of-statements', 'statements'],
]

const formats = [
  ['application/atom+xml', 'atom'],
  ['application/feed+json', 'json'],
] as const

/** The feeds about something, for feed readers; about everything without it. */
export const feedsOf = (
  { say, lang }: Messages,
  feed?: Feed,
): { kind: MessageKey; title: string; type: string; href: string }[] =>
  kinds.flatMap(([kind, name]) =>
    formats.map(([type, ending]) => ({
      kind,
      title: feed === undefined ? say(kind) : say('label-value', { label: say(kind), value: feed.of }),
      type,
      href: apiLink(lang, `/v1/feeds/${name}.${ending}${feed === undefined ? '' : `?${feed.filter}`}`),
    })),
  )
