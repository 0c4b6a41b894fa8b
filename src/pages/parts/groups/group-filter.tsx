import type { GroupChoice } from '../../../answers/groups/membership.js'
import { type Address, pageLink, sameWith } from '../../frame/address.js'

interface Props {
  readonly address: Address
  readonly groups: GroupChoice
  /** Where the list stands on the page. */
  readonly fragment: string
}

/** Links to the list of each regional group and each chosen one. The pages of other groups lead here: a menu of all weighs a kilobyte. */
export function GroupFilter({ address, groups: { all, chosen }, fragment }: Props) {
  const shown = all.filter((group) => group.kind === 'regional-group' || chosen.includes(group))
  const chip = (code: string | null, word: string, isChosen: boolean) => (
    <a
      key={code}
      class="chip"
      href={sameWith(address, { group: code }, fragment)}
      aria-current={isChosen ? 'true' : undefined}
    >
      {word}
    </a>
  )
  return (
    <nav aria-label="By group">
      {chip(null, 'Every group', chosen.length === 0)}
      {shown.map((group) => chip(group.code, group.name, chosen.includes(group)))}
      <a class="chip" href={pageLink(address, '/groups')}>
        Other groups
      </a>
    </nav>
  )
}
