import type { Instrument } from '../../../db/instruments.js'
import type { RegionalGroup, StatusKind } from '../../../domain/vocabulary.js'
import { pageLink } from '../../frame/address.js'
import type { PageContext } from '../../frame/page-context.js'
import { Bar } from '../../pictures/bar.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { RecordAsAt, statusWord } from '../record-day.js'
import { Scroll } from '../scroll.js'
import { groupWords, percent } from '../words.js'

export interface GroupRow {
  readonly instrument: Instrument
  readonly status: StatusKind
  readonly group: { readonly parties: number; readonly members: number }
  readonly all: { readonly parties: number; readonly members: number }
}

/** Compares the State with its regional group and with all Members. */
export function GroupComparison({
  pageContext,
  rows,
  group,
}: {
  pageContext: PageContext
  rows: readonly GroupRow[]
  group: RegionalGroup
}) {
  const { address } = pageContext
  return (
    <section aria-labelledby="group" class="compared">
      <h2 id="group">Beside its regional group</h2>
      <Scroll label="Comparison with the regional group">
        <table>
          <thead>
            <tr>
              <th scope="col">Instrument</th>
              <th scope="col">This State</th>
              <th scope="col">{groupWords[group]}</th>
              <th scope="col">All Members</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ instrument, status, group: own, all }) => (
              <tr key={instrument.code}>
                <th scope="row">
                  <a href={pageLink(address, `/instruments/${instrument.code}`, { group })}>
                    {instrument.shortName}
                  </a>
                </th>
                <td>
                  <StatusMark status={status} word={statusWord(status, address.asOf, instrument)} />
                  <RecordAsAt instrument={instrument} />
                </td>
                <ShareCell {...own} />
                <ShareCell {...all} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const ShareCell = ({ parties, members }: { parties: number; members: number }) => (
  <td>
    <span class="share">
      {parties} of {members} <small>{percent(parties, members)}</small>
    </span>
    <Bar whole={members} segments={[{ tone: 'party', size: parties }]} />
  </td>
)
