import type { Group } from '../../../db/groups/groups.js'
import { type RegionalGroup, regionalGroups } from '../../../domain/vocabulary.js'
import type { MessageKey } from '../../../messages/catalogues.js'
import type { Messages } from '../../../messages/messages.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { capitalised } from '../capitalised.js'

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

type Named = Pick<Group, 'code' | 'name'>

/** The name of a group in a language; null where the record holds it in English alone. */
export function groupNameIn(messages: Messages, { code, name }: Named): string | null {
  const regional = regionalGroups.find((one) => one === code)
  if (regional !== undefined) return regionalGroupIn(messages, regional)
  return messages.lang === 'en' ? name : null
}

/** Marks an element that has the name of a group and nothing else: `<option {...languageOf(messages, group)}>`. */
export const languageOf = (messages: Messages, group: Named): { lang?: 'en'; dir?: 'ltr' } =>
  groupNameIn(messages, group) === null ? { lang: 'en', dir: 'ltr' } : {}

/** The name of a group, marked as English unless it is in the language of the page. */
export function GroupName({ of }: { of: Named }) {
  const name = groupNameIn(useMessages(), of)
  return name === null ? <English>{of.name}</English> : <>{name}</>
}
