import type { StatementRow } from '../../../answers/statements/statements.js'
import { effectOf } from '../../../domain/statements/objection.js'
import { type ObjectionEffect, objectionEffects } from '../../../domain/statements/vocabulary.js'
import { agreeing, counted } from '../../../domain/wording.js'
import { type Address, pageLink } from '../../frame/address.js'
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
          what={leadOf(effect, objections.filter(({ statement }) => effectOf(statement) === effect).length)}
          rows={objections.filter(({ statement }) => effectOf(statement) === effect)}
        />
      ))}
      <By
        address={address}
        what={counted(communications.length, 'communication about it', 'communications about it')}
        rows={communications}
      />
    </ul>
  )
}

function leadOf(effect: ObjectionEffect, count: number): string {
  const objections = counted(count, 'objection')
  if (effect === 'bars-entry-into-force')
    return `${objections} by which the treaty does not enter into force between the two States`
  if (effect === 'does-not-bar')
    return `${objections} that ${agreeing(count, 'does', 'do')} not bar entry into force between the two States`
  return `${objections} silent on entry into force between the two States`
}

/** The authors of some reactions, with the day of each and a link to it. */
function By({
  address,
  what,
  rows,
}: Omit<Props, 'reactions'> & { what: string; rows: readonly StatementRow[] }) {
  if (rows.length === 0) return null
  return (
    <li>
      {what}:{' '}
      {rows.map((row, index) => (
        <>
          {index > 0 && ', '}
          <a href={linkTo(address, row)}>
            <Name of={row.state} lang={address.lang} />
          </a>{' '}
          <small>{row.events[0] && whenOf(row.events[0])}</small>
        </>
      ))}
      .
    </li>
  )
}

/** The address of a statement: its State's page, at its own place there. */
export const linkTo = (address: Address, { state, statement }: StatementRow): string =>
  `${pageLink(address, `/states/${state.code}`)}#${statement.id}`
