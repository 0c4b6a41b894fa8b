import type { TerritoryRow } from '../../../answers/territories.js'
import type { TerritoryStatus } from '../../../domain/statements/vocabulary.js'
import { counted } from '../../../domain/wording.js'
import { shortDay } from '../words.js'
import { territorialEventWords, territoryWords } from './statement-words.js'

/** The territories of which a State notified something, by their status on the day. Those that ended are folded. */
export function StateTerritories({ rows }: { rows: readonly TerritoryRow[] }) {
  const ofStatus = (status: TerritoryStatus) => rows.filter((row) => row.status === status)
  const ended = ofStatus('ended')
  return (
    <>
      <Territories what={territoryWords.applies} rows={ofStatus('applies')} />
      <Territories what={territoryWords.excluded} rows={ofStatus('excluded')} />
      {ended.length > 0 && (
        <details>
          <summary>
            {counted(ended.length, 'territory', 'territories')} for which it no longer answers
          </summary>
          <Territories what={territoryWords.ended} rows={ended} />
        </details>
      )}
    </>
  )
}

function Territories({ what, rows }: { what: string; rows: readonly TerritoryRow[] }) {
  if (rows.length === 0) return null
  const certainties = new Set(rows.map(({ event }) => event.certainty))
  const [first] = certainties
  const isMixed = certainties.size > 1
  return (
    <p class="territories">
      <b>{what}</b>{' '}
      {rows.map((row, index) => (
        <>
          {index > 0 && ', '}
          {row.territory.name} <small>{sinceInWords(row, isMixed)}</small>
        </>
      ))}
      .{!isMixed && first !== 'depositary' && <small> From a {first} source.</small>}
    </p>
  )
}

/** “since 8 Sept 1995”, with what was notified where that is not an extension. */
function sinceInWords({ since, status, event }: TerritoryRow, isMixed: boolean): string {
  const what =
    status === 'applies' && event.event !== 'extended' ? `, ${territorialEventWords[event.event]}` : ''
  const certainty = isMixed && event.certainty !== 'depositary' ? `, ${event.certainty} source` : ''
  return `since ${shortDay(since)}${what}${certainty}`
}
