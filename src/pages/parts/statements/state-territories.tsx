import type { ComponentChildren } from 'preact'
import type { TerritoryRow } from '../../../answers/territories.js'
import type { TerritoryStatus } from '../../../domain/statements/vocabulary.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { listed } from '../listed.js'

/** The territories of which a State notified something, by their status on the day. Those that ended are folded. */
export function StateTerritories({ rows }: { rows: readonly TerritoryRow[] }) {
  const { say } = useMessages()
  const ofStatus = (status: TerritoryStatus) => rows.filter((row) => row.status === status)
  const ended = ofStatus('ended')
  return (
    <>
      <Territories status="applies" rows={ofStatus('applies')} />
      <Territories status="excluded" rows={ofStatus('excluded')} />
      {ended.length > 0 && (
        <details>
          <summary>{say('territories-ended-count', { n: ended.length })}</summary>
          <Territories status="ended" rows={ended} />
        </details>
      )}
    </>
  )
}

function Territories({ status, rows }: { status: TerritoryStatus; rows: readonly TerritoryRow[] }) {
  const messages = useMessages()
  if (rows.length === 0) return null
  const certainties = new Set(rows.map(({ event }) => event.certainty))
  const [first = 'depositary'] = certainties
  const isMixed = certainties.size > 1
  const territories = rows.map((row) => (
    <>
      <English>{row.territory.name}</English> <Since row={row} isMixed={isMixed} />
    </>
  ))
  return (
    <p class="territories">
      {messages.parts<ComponentChildren>(`territories-${status}`, {
        territories: listed(messages, territories),
        b: (words: ComponentChildren) => <b>{words}</b>,
      })}
      {!isMixed && first !== 'depositary' && (
        <small> {messages.say('territories-source', { certainty: first })}</small>
      )}
    </p>
  )
}

/** “(since 8 Sept 1995)”, with what was notified where that is not an extension. */
function Since({ row: { since, status, event }, isMixed }: { row: TerritoryRow; isMixed: boolean }) {
  const { say, shortDay } = useMessages()
  return (
    <small>
      {say('territory-since', {
        date: shortDay(since),
        // A key of `select` has no hyphen.
        event: status === 'applies' ? event.event.replaceAll('-', '_') : 'extended',
        certainty: isMixed ? event.certainty : 'depositary',
      })}
    </small>
  )
}
