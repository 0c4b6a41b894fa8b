import type { ComponentChildren } from 'preact'
import type { StatementOfOthers } from '../../../answers/statements/state-statements.js'
import { effectOf } from '../../../domain/statements/objection.js'
import type { Messages } from '../../../messages/messages.js'
import { type Address, pageLink } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { listed } from '../listed.js'
import { Name } from '../name.js'
import { whenOf } from './statement-words.js'

/** What a State said of others' statements and acts, folded. */
export function OfOthers({ address, rows }: { address: Address; rows: readonly StatementOfOthers[] }) {
  const { say, list } = useMessages()
  if (rows.length === 0) return null
  const ofKind = (kind: string) => rows.filter(({ statement }) => statement.kind === kind).length
  const counts = (['objection', 'communication'] as const)
    .filter((kind) => ofKind(kind) > 0)
    .map((kind) => say(`statement-count-${kind}s`, { n: ofKind(kind) }))
  return (
    <details>
      <summary>{say('objections-to-others', { list: list(counts) })}</summary>
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
  const messages = useMessages()
  const { statement, events, toward, standing } = row
  const states = toward.map((state) => (
    <a key={state.code} href={linkToTarget(address, row, state.code)}>
      <Name of={state} />
    </a>
  ))
  return (
    <>
      {messages.parts<ComponentChildren>('objection-to', {
        kind: statement.kind,
        states: listed(messages, states),
        when: events[0] === undefined ? '' : whenOf(messages, events[0]),
        what: saidIn(messages, row),
        withdrawn: standing === 'withdrawn' ? 'yes' : 'no',
        day: (words: ComponentChildren) => <span class="when">{words}</span>,
      })}
    </>
  )
}

/** An objection to a statement says its effect; one to a signature or a territory, and a communication, what it is about. */
function saidIn({ say }: Messages, { statement }: StatementOfOthers): ComponentChildren {
  const effect = effectOf(statement)
  if (effect !== null && statement.targets.some(({ towardStatement }) => towardStatement !== null))
    return say(`objection-${effect}`)
  return statement.summary === null ? 'none' : <English>{statement.summary}</English>
}

/** The statement objected to, on the page of its State; that page alone if none is named. */
function linkToTarget(
  address: Address,
  { statement: { targets } }: StatementOfOthers,
  state: string,
): string {
  const target = targets.find(({ toward }) => toward === state)?.towardStatement
  return `${pageLink(address, `/states/${state}`)}${target ? `#${target}` : ''}`
}
