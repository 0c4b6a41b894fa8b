import type { GroupChoice } from '../../../answers/groups/membership.js'
import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import type { StoredStanding } from '../../../db/statuses.js'
import type { Action } from '../../../domain/action.js'
import type { StatusKind } from '../../../domain/vocabulary.js'
import { capitalised } from '../../../messages/capitalised.js'
import { pageLink, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageContext } from '../../frame/page-context.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { Name } from '../name.js'
import { RecordAsAt, statusLabel } from '../record-day.js'
import { Scroll } from '../scroll.js'
import { ParticipantFilters } from './participant-filters.js'

/** One participant's standing to the instrument. */
export interface ParticipantRow {
  readonly participant: Participant
  readonly status: StatusKind
  readonly standing: StoredStanding | undefined
}

export const tableSorts = [
  'name',
  '-name',
  'status',
  '-status',
  'signed',
  '-signed',
  'joined',
  '-joined',
] as const
export type TableSort = (typeof tableSorts)[number]

/** The filters and the order that a reader chose. */
export interface TableChoice {
  readonly sort: TableSort
  readonly status?: readonly StatusKind[] | undefined
}

interface Props {
  readonly instrument: Instrument
  /** All rows, before filters and sorting. */
  readonly all: readonly ParticipantRow[]
  readonly shown: readonly ParticipantRow[]
  readonly choice: TableChoice
  readonly groups: GroupChoice
  readonly csv: string
  readonly pageContext: PageContext
}

/** Every participant's status. Links sort and filter it, so each view has an address. */
export function ParticipantsTable({ pageContext, instrument, all, shown, choice, groups, csv }: Props) {
  const { say } = useMessages()
  return (
    <section aria-labelledby="participants">
      <h2 id="participants">{say('participants')}</h2>
      {!pageContext.address.isStatic && (
        <ParticipantFilters
          address={pageContext.address}
          instrument={instrument}
          all={all}
          chosen={choice.status}
          groups={groups}
        />
      )}
      <p class="tally">
        {say('participants-shown', { n: shown.length, total: all.length })} ·{' '}
        <RecordAsAt instrument={instrument} /> · <a href={csv}>{say('download-as-csv')}</a>
      </p>
      <Scroll label={say('participants-and-status')}>
        <table>
          <thead>
            <tr>
              <Heading pageContext={pageContext} choice={choice} by="name" word={say('participant')} />
              <Heading pageContext={pageContext} choice={choice} by="status" word={say('status')} />
              <Heading pageContext={pageContext} choice={choice} by="signed" word={say('signed')} />
              <Heading
                pageContext={pageContext}
                choice={choice}
                by="joined"
                word={capitalised(say('consent-to-be-bound'))}
              />
              <th scope="col">{capitalised(say('in-force-for-it'))}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.participant.code} row={row} pageContext={pageContext} instrument={instrument} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Row({
  row: { participant, status, standing },
  pageContext: { address },
  instrument,
}: {
  row: ParticipantRow
  pageContext: PageContext
  instrument: Instrument
}) {
  const messages = useMessages()
  const { shortDay, shortWhen } = messages
  return (
    <tr>
      <th scope="row">
        <a href={pageLink(address, `/states/${participant.code}`)}>
          <Name of={participant} />
        </a>
      </th>
      <td>
        <StatusMark status={status} word={statusLabel(messages, status, address.asOf, instrument)} />
      </td>
      <td>{standing?.signature ? shortWhen(standing.signature) : ''}</td>
      <td>{standing?.consent ? <Consent consent={standing.consent} /> : ''}</td>
      <td>{standing?.inForceOn ? shortDay(standing.inForceOn) : ''}</td>
    </tr>
  )
}

function Consent({ consent }: { consent: Action }) {
  const { say, shortWhen } = useMessages()
  return (
    <>
      {shortWhen(consent)} <small>{say(consent.action)}</small>
    </>
  )
}

type SortKey = 'name' | 'status' | 'signed' | 'joined'

function Heading({
  pageContext,
  choice,
  by,
  word,
}: {
  pageContext: PageContext
  choice: TableChoice
  by: SortKey
  word: string
}) {
  const { sort } = choice
  const order = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined
  const next = sort === by ? `-${by}` : by
  if (pageContext.address.isStatic) return <th scope="col">{word}</th>
  return (
    <th scope="col" aria-sort={order}>
      <a href={sameWith(pageContext.address, { sort: next === 'name' ? null : next }, '#participants')}>
        {word}
        {order && <span aria-hidden="true">{order === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </a>
    </th>
  )
}
