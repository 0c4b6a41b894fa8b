import type { GroupChoice } from '../../../answers/groups/membership.js'
import { grouped } from '../../../domain/grouped.js'
import { groupNameIn, groupOrderIn } from '../../../messages/group-names.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { languageOf } from './group-name.js'

/** All groups as options of a menu, by kind. */
export function GroupOptions({ groups: { all, chosen } }: { groups: GroupChoice }) {
  const messages = useMessages()
  const order = groupOrderIn(messages)
  return (
    <>
      {[...grouped(all, ({ kind }) => kind)].map(([kind, of]) => (
        <optgroup key={kind} label={messages.say(`group-kind-${kind}`)}>
          {of.toSorted(order).map((group) => {
            const name = groupNameIn(messages, group)
            return (
              <option
                key={group.code}
                {...languageOf(messages, name)}
                value={group.code}
                selected={chosen[0] === group}
              >
                {name.text}
              </option>
            )
          })}
        </optgroup>
      ))}
    </>
  )
}
