import type { Group } from '../../../db/groups/groups.js'
import { type RegionalGroup, regionalGroups } from '../../../domain/vocabulary.js'
import type { MessageKey } from '../../../messages/catalogues.js'
import type { Messages } from '../../../messages/messages.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { capitalised } from '../words.js'

/** The regional groups have official names in the six languages. */
const regionalKeys: Readonly<Record<RegionalGroup, MessageKey>> = {
  african: 'african-states',
  'asia-pacific': 'asia-pacific-states',
  'eastern-european': 'eastern-european-states',
  'latin-american-and-caribbean': 'latin-american-and-caribbean-states',
  'western-european-and-others': 'western-european-and-other-states',
}

type Named = Pick<Group, 'code' | 'name'>

/** The name of a regional group, as a label. */
export const regionalGroupIn = ({ say }: Messages, group: RegionalGroup): string =>
  capitalised(say(regionalKeys[group]))

/** The name of a group, as a label: the record holds those of other groups in English alone. */
export function groupNameIn(messages: Messages, { code, name }: Named): string {
  const regional = regionalGroups.find((one) => one === code)
  return regional === undefined ? name : regionalGroupIn(messages, regional)
}

/** Marks an element that has the name of a group: `<option {...languageOf(messages, group)}>`. */
export const languageOf = ({ lang }: Messages, { code }: Named): { lang?: 'en'; dir?: 'ltr' } =>
  lang === 'en' || regionalGroups.some((one) => one === code) ? {} : { lang: 'en', dir: 'ltr' }

/** The name of a group, marked as English where the page is not. */
export function GroupName({ of }: { of: Named }) {
  const messages = useMessages()
  const name = groupNameIn(messages, of)
  return regionalGroups.some((one) => one === of.code) ? <>{name}</> : <English>{name}</English>
}
