import type { Group } from '../../../db/groups/groups.js'
import { groupNameIn } from '../../../messages/group-names.js'
import type { Messages } from '../../../messages/messages.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'

type Named = Pick<Group, 'code' | 'name'>

/** Marks an element that has the name of a group and nothing else: `<option {...languageOf(messages, group)}>`. */
export const languageOf = (messages: Messages, group: Named): { lang?: 'en'; dir?: 'ltr' } =>
  groupNameIn(messages, group) === null ? { lang: 'en', dir: 'ltr' } : {}

/** The name of a group, marked as English unless it is in the language of the page. */
export function GroupName({ of }: { of: Named }) {
  const name = groupNameIn(useMessages(), of)
  return name === null ? <English>{of.name}</English> : <>{name}</>
}
