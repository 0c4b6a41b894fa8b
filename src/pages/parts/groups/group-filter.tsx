import type { GroupChoice } from '../../../answers/groups/membership.js'
import { type Address, sameWith } from '../../frame/address.js'
import { GroupOptions } from './group-options.js'

interface Props {
  readonly address: Address
  readonly groups: GroupChoice
  /** Where the list stands on the page. */
  readonly fragment: string
}

/** Links to the list of each regional group, and a menu of all groups. Each view has an address. */
export function GroupFilter({ address, groups, fragment }: Props) {
  const { all, chosen } = groups
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
  const kept = Object.entries(address.query).filter(([name]) => name !== 'group')
  return (
    <>
      <nav aria-label="By group">
        {chip(null, 'Every group', chosen.length === 0)}
        {shown.map((group) => chip(group.code, group.name, chosen.includes(group)))}
      </nav>
      <form class="menu" method="get" action={address.path + fragment} aria-label="By any group">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <select name="group" aria-label="Group">
          <option value="">Every group</option>
          <GroupOptions groups={groups} />
        </select>
        <button type="submit">Choose</button>
      </form>
    </>
  )
}
