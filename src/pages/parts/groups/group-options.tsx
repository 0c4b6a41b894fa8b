import type { GroupChoice } from '../../../answers/groups/membership.js'
import { grouped } from '../../../domain/grouped.js'
import { groupKindWords } from '../words.js'

/** All groups as options of a menu, by kind. */
export const GroupOptions = ({ groups: { all, chosen } }: { groups: GroupChoice }) => (
  <>
    {[...grouped(all, ({ kind }) => kind)].map(([kind, of]) => (
      <optgroup key={kind} label={groupKindWords[kind]}>
        {of.map((group) => (
          <option key={group.code} value={group.code} selected={chosen[0] === group}>
            {group.name}
          </option>
        ))}
      </optgroup>
    ))}
  </>
)
