import type { GroupChoice } from '../../../answers/groups/membership.js'
import { groupNameIn } from '../../../messages/group-names.js'
import { type Address, pageLink, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { languageOf } from './group-name.js'

interface Props {
  readonly address: Address
  readonly groups: GroupChoice
  /** Where the list stands on the page. */
  readonly fragment: string
}

/** Links to the list of each regional group and each chosen one. The pages of other groups lead here: a menu of all weighs a kilobyte. */
export function GroupFilter({ address, groups: { all, chosen }, fragment }: Props) {
  const messages = useMessages()
  const { say } = messages
  const shown = all.filter((group) => group.kind === 'regional-group' || chosen.includes(group))
  return (
    <nav aria-label={say('group-filter')}>
      <a
        class="chip"
        href={sameWith(address, { group: null }, fragment)}
        aria-current={chosen.length === 0 ? 'true' : undefined}
      >
        {say('every-group')}
      </a>
      {shown.map((group) => {
        const name = groupNameIn(messages, group)
        return (
          <a
            key={group.code}
            class="chip"
            {...languageOf(messages, name)}
            href={sameWith(address, { group: group.code }, fragment)}
            aria-current={chosen.includes(group) ? 'true' : undefined}
          >
            {name.text}
          </a>
        )
      })}
      <a class="chip" href={pageLink(address, '/groups')}>
        {say('group-kind-other')}
      </a>
    </nav>
  )
}
