import type { GroupChoice } from '../../answers/groups/membership.js'
import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import type { StoredStanding } from '../../db/statuses.js'
import type { OutstandingItem } from '../../domain/outstanding.js'
import { type RegionalGroup, regionalGroups } from '../../domain/vocabulary.js'
import { regionalGroupIn } from '../../messages/group-names.js'
import { pageLink, sameWith } from '../frame/address.js'
import { useMessages } from '../frame/languages/use-messages.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import type { PageContext } from '../frame/page-context.js'
import { StatusMark } from '../pictures/status-mark.js'
import { InstrumentHeadings } from './instrument-headings.js'
import { Name } from './name.js'
import { type MatrixChoice, MatrixFilters } from './outstanding-filters.js'
import { Scroll } from './scroll.js'

/** A State, with its status and next step for each instrument. */
export interface MatrixRow {
  readonly participant: Participant
  readonly left: number
  readonly cells: readonly {
    readonly instrument: Instrument
    readonly standing: StoredStanding | undefined
    readonly item: OutstandingItem | undefined
  }[]
}

export interface OutstandingView {
  readonly instruments: readonly Instrument[]
  /** The instruments that the filter offers. */
  readonly offered: readonly Instrument[]
  readonly rows: readonly MatrixRow[]
  readonly choice: MatrixChoice
  readonly groups: GroupChoice
  readonly csv: string
}

interface Props extends OutstandingView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** A matrix of States and instruments for each regional group: where each is a party, and what is left to do. */
export function OutstandingPage(props: Props) {
  const { say, parts, day } = useMessages()
  const { pageContext, info, rows, instruments, csv } = props
  const { resolution, address } = pageContext
  const left = rows.reduce((sum, row) => sum + row.left, 0)
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{say('outstanding-h1')}</h1>
        <p class="lead">
          {parts('outstanding-lead', { symbol: <a href={resolution.url}>{resolution.symbol}</a> })}
        </p>
        <MatrixFilters {...props} />
        <p class="tally" id="matrix">
          {say('tally', { states: rows.length, acts: left })} · <a href={csv}>{say('download-as-csv')}</a>
        </p>
      </section>
      {address.asOf < resolution.adoptedOn ? (
        <p class="note">
          {say('nothing-urged-yet', { date: day(resolution.adoptedOn) })}{' '}
          {!address.isStatic && (
            <a href={sameWith(address, { asOf: resolution.adoptedOn })}>{say('go-to-that-day')}</a>
          )}
        </p>
      ) : (
        regionalGroups.map((group) => (
          <GroupMatrix
            key={group}
            pageContext={pageContext}
            group={group}
            instruments={instruments}
            rows={rows}
          />
        ))
      )}
    </Page>
  )
}

interface GroupProps extends Pick<OutstandingView, 'instruments' | 'rows'> {
  readonly pageContext: PageContext
  readonly group: RegionalGroup
}

function GroupMatrix({ pageContext: { address }, group, instruments, rows }: GroupProps) {
  const messages = useMessages()
  const own = rows.filter(({ participant }) => participant.regionalGroup === group)
  if (own.length === 0) return null
  const name = regionalGroupIn(messages, group)
  return (
    <section aria-labelledby={group}>
      <h2 id={group}>{name}</h2>
      <Scroll label={messages.say('group-by-instrument', { group: name })}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{messages.say('state')}</th>
              <InstrumentHeadings instruments={instruments} address={address} />
            </tr>
          </thead>
          <tbody>
            {own.map((row) => (
              <tr key={row.participant.code}>
                <th scope="row">
                  <a href={pageLink(address, `/states/${row.participant.code}`)}>
                    <Name of={row.participant} />
                  </a>
                </th>
                {row.cells.map((cell) => (
                  <Cell key={cell.instrument.code} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Cell({ cell: { standing, item } }: { cell: MatrixRow['cells'][number] }) {
  const { say } = useMessages()
  return (
    <td class={item ? 'open' : undefined}>
      <StatusMark
        status={standing?.status ?? 'none'}
        word={say(item ? `next-step-${item.nextStep}` : 'status-party')}
      />
    </td>
  )
}
