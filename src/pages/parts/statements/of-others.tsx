import type { StatementOfOthers } from '../../../answers/statements/state-statements.js'
import { effectOf } from '../../../domain/statements/objection.js'
import { counted } from '../../../domain/wording.js'
import { type Address, pageLink } from '../../frame/address.js'
import { Name } from '../name.js'
import { effectWords, standingWords, whenOf } from './statement-words.js'

/** What a State said of others' statements and acts, folded. */
export function OfOthers({ address, rows }: { address: Address; rows: readonly StatementOfOthers[] }) {
  if (rows.length === 0) return null
  const ofKind = (kind: string) => rows.filter(({ statement }) => statement.kind === kind).length
  const counts = (['objection', 'communication'] as const)
    .filter((kind) => ofKind(kind) > 0)
    .map((kind) => counted(ofKind(kind), kind))
  return (
    <details>
      <summary>{counts.join(' and ')} of its own to others</summary>
      <ul class="of-others">
        {rows.map((row) => (
          <li key={row.statement.id} id={row.statement.id}>
            <Line address={address} row={row} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** “To Qatar, 10 May 2010: it does not bar entry into force between the two States”. */
function Line({ address, row }: { address: Address; row: StatementOfOthers }) {
  const { statement, events, toward, standing } = row
  const effect = effectOf(statement)
  return (
    <>
      {statement.kind === 'objection' ? 'To ' : 'About '}
      {toward.map((state, index) => (
        <>
          {index > 0 && ', '}
          <a href={linkToTarget(address, row, state.code)}>
            <Name of={state} lang={address.lang} />
          </a>
        </>
      ))}
      , <span class="when">{events[0] && whenOf(events[0])}</span>:{' '}
      {saidIn(row, effect && effectWords[effect])}
      {standing === 'withdrawn' && ` (${standingWords.withdrawn})`}
    </>
  )
}

/** An objection to a statement says its effect; one to a signature or a territory, and a communication, what it is about. */
const saidIn = ({ statement }: StatementOfOthers, effect: string | null): string | null =>
  effect !== null && statement.targets.some(({ towardStatement }) => towardStatement !== null)
    ? effect
    : statement.summary

/** The statement objected to, on the page of its State; that page alone if none is named. */
function linkToTarget(
  address: Address,
  { statement: { targets } }: StatementOfOthers,
  state: string,
): string {
  const target = targets.find(({ toward }) => toward === state)?.towardStatement
  return `${pageLink(address, `/states/${state}`)}${target ? `#${target}` : ''}`
}
