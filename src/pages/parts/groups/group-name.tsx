import type { Group } from '../../../db/groups/groups.js'
import type { Named } from '../../../domain/name.js'
import { groupNameIn } from '../../../messages/group-names.js'
import type { Messages } from '../../../messages/messages.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { NameOf } from '../name.js'

/** Marks an element that has a name and nothing else, if that is English on another page: `<option {...languageOf(messages, name)}>`. */
export const languageOf = ({ lang }: Messages, name: Named): { lang?: 'en'; dir?: 'ltr' } =>
  name.lang === lang ? {} : { lang: 'en', dir: 'ltr' }

/** The name of a group, marked as English unless it is in the language of the page. */
export const GroupName = ({ of }: { of: Pick<Group, 'code' | 'name'> }) => (
  <NameOf name={groupNameIn(useMessages(), of)} />
)
