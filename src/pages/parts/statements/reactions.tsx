import type { ComponentChildren } from 'preact'
import type { StatementRow } from '../../../answers/statements/statements.js'
import { effectOf } from '../../../domain/statements/objection.js'
import { objectionEffects } from '../../../domain/statements/vocabulary.js'
import type { MessageKey } from '../../../messages/catalogues.js'
import { type Address, pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { listed } from '../listed.js'
import { Name } from '../name.js'
import { whenOf } from './statement-words.js'

interface Props {
  readonly address: Address
  readonly reactions: readonly StatementRow[]
}

/** Who objected to a statement, by what the objections say of the treaty between the two States. */
export function Reactions({ address, reactions }: Props) {
  const ofKind = (kind: string) => reactions.filter(({ statement }) => statement.kind === kind)
  const [objections, communications] = [ofKind('objection'), ofKind('communication')]
  if (reactions.length === 0) return null
  return (
    <ul class="reactions">
      {objectionEffects.map((effect) => (
        <By
          key={effect}
          address={address}
          says={`objections-${effect}`}
          rows={objections.filter(({ statement }) => effectOf(statement) === effect)}
        />
      ))}
      <By address={address} says="objections-communications" rows={communications} />
    </ul>
  )
}

/** The authors of some reactions, with the day of each and a link to it. */
function By({
  address,
  says,
  rows,
}: Omit<Props, 'reactions'> & { says: MessageKey; rows: readonly StatementRow[] }) {
  const messages = useMessages()
  if (rows.length === 0) return null
  const states = rows.map((row) => (
    <>
      <a href={linkTo(address, row)}>
        <Name of={row.state} />
      </a>{' '}
      <small>{row.events[0] && whenOf(messages, row.events[0])}</small>
    </>
  ))
  return (
    <li>{messages.parts<ComponentChildren>(says, { n: rows.length, states: listed(messages, states) })}</li>
  )
}

/** The address of a statement: its State's page, at its own place there. */
export const linkTo = (address: Address, { state, statement }: StatementRow): string =>
  `${pageLink(address, `/states/${state.code}`)}#${statement.id}`
