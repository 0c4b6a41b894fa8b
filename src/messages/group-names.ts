import type { Named } from '../domain/name.js'
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

/** The name of a group in a language; in English where no other is known. */
export function groupNameIn(messages: Messages, group: Recorded): Named {
  const { lang } = messages
  const regional = regionalGroups.find((one) => one === group.code)
  if (regional !== undefined) return { text: regionalGroupIn(messages, regional), lang }
  return { text: group.name, lang: 'en', ...catalogued(messages, group, 'name') }
}

/** The abbreviation of a group in a language, or its name where it has none. */
export function groupShortNameIn(
  messages: Messages,
  group: Recorded & { readonly shortName: string | null },
): Named {
  const name = groupNameIn(messages, group)
  const short = name.lang === 'en' && group.shortName !== null && { text: group.shortName }
  return { ...name, ...short, ...catalogued(messages, group, 'short') }
}

/** Compares groups by their names in a language: the regional ones come first, in their own order. */
export function groupOrderIn(messages: Messages) {
  const names = new Map<string, string>()
  const nameOf = (group: Recorded): string => {
    const name = names.get(group.code) ?? groupNameIn(messages, group).text
    names.set(group.code, name)
    return name
  }
  type Kept = Recorded & { readonly kind: GroupKind }
  return (one: Kept, other: Kept): number => {
    const [first, second] = [one, other].map(({ kind }) => Number(kind === 'regional-group'))
    return first || second ? Number(second) - Number(first) : messages.compare(nameOf(one), nameOf(other))
  }
}

/** What the catalogue says of a group of our seed; nothing of one to which an operator gave another name. */
function catalogued({ lang, say }: Messages, { code, name }: Recorded, form: 'name' | 'short'): Named | null {
  const key = `group-name-${code}`
  if (lang === 'en' || !isMessageKey(key) || messagesIn('en').say(key, { form: 'name' }) !== name) return null
  return { text: say(key, { form }), lang }
}
