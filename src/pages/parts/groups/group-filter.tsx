import type { ComponentChildren } from 'preact'
import type { GroupChoice } from '../../../answers/groups/membership.js'
import { type Address, pageLink, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { GroupName } from './group-name.js'

interface Props {
  readonly address: Address
  readonly groups: GroupChoice
  /** Where the list stands on the page. */
  readonly fragment: string
}

/** Links to the list of each regional group and each chosen one. The pages of other groups lead here: a menu of all weighs a kilobyte. */
export function GroupFilter({ address, groups: { all, chosen }, fragment }: Props) {
  const { say } = useMessages()
  const shown = all.filter((group) => group.kind === 'regional-group' || chosen.includes(group))
  const chip = (code: string | null, words: ComponentChildren, isChosen: boolean) => (
    <a
      key={code}
      class="chip"
      href={sameWith(address, { group: code }, fragment)}
      aria-current={isChosen ? 'true' : undefined}
    >
      {words}
    </a>
  )
  return (
    <nav aria-label={say('by-group')}>
      {chip(null, say('every-group'), chosen.length === 0)}
      {shown.map((group) => chip(group.code, <GroupName of={group} />, chosen.includes(group)))}
      <a class="chip" href={pageLink(address, '/groups')}>
        {say('group-kind-other')}
      </a>
    </nav>
  )
}
