import { type GroupKind, type RegionalGroup, regionalGroups } from '../domain/vocabulary.js'
import { capitalised } from './capitalised.js'
import { isMessageKey, type MessageKey } from './catalogues.js'
import { type Messages, messagesIn } from './messages.js'

const regionalKeys: Readonly<Record<RegionalGroup, MessageKey>> = {
  african: 'african-states',
  'asia-pacific': 'asia-pacific-states',
  'eastern-european': 'eastern-european-states',
  'latin-american-and-caribbean': 'latin-american-and-caribbean-states',
  'western-european-and-others': 'western-european-and-other-states',
}

/** The name of a regional group in a language. */
export const regionalGroupIn = ({ say }: Messages, group: RegionalGroup): string =>
  capitalised(say(regionalKeys[group]))

/** A group as the record names it, in English. */
interface Recorded {
  readonly code: string
  readonly name: string
}

/** The name of a group in a language; null where only its English name is known. */
export function groupNameIn(messages: Messages, group: Recorded): string | null {
  const regional = regionalGroups.find((one) => one === group.code)
  if (regional !== undefined) return regionalGroupIn(messages, regional)
  return messages.lang === 'en' ? group.name : catalogued(messages, group, 'name')
}

/** The abbreviation of a group in a language, or its name where the language has none; in English where neither is known. */
export function groupShortNameIn(
  messages: Messages,
  group: Recorded & { readonly shortName: string | null },
): string {
  const own =
    messages.lang === 'en' ? null : (catalogued(messages, group, 'short') ?? groupNameIn(messages, group))
  return own ?? group.shortName ?? group.name
}

/** Compares groups by their names in a language: the regional ones come first, in their own order. */
export function groupOrderIn(messages: Messages) {
  const nameOf = (group: Recorded) => groupNameIn(messages, group) ?? group.name
  type Kept = Recorded & { readonly kind: GroupKind }
  return (one: Kept, other: Kept): number => {
    const [first, second] = [one, other].map(({ kind }) => Number(kind === 'regional-group'))
    return first || second ? Number(second) - Number(first) : messages.compare(nameOf(one), nameOf(other))
  }
}

/** What the catalogues say of the groups of our seed; nothing of one to which an operator gave another name. */
function catalogued({ say }: Messages, { code, name }: Recorded, form: 'name' | 'short'): string | null {
  const key = `group-name-${code}`
  if (!isMessageKey(key) || messagesIn('en').say(key, { form: 'name' }) !== name) return null
  return say(key, { form })
}
