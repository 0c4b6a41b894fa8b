import { pageLink } from '../frame/address.js'
import { useMessages } from '../frame/languages/use-messages.js'
import type { PageContext } from '../frame/page-context.js'
import { LineChart } from '../pictures/line-chart.js'
import type { InstrumentProgress } from './instrument/instrument-progress.js'
import { Scroll } from './scroll.js'

/** Parties over the years, as a chart and as a table. */
export function ProgressChart({
  pageContext,
  progress,
}: {
  pageContext: PageContext
  progress: readonly InstrumentProgress[]
}) {
  const { say, shortDay } = useMessages()
  const { address, resolution } = pageContext
  const series = progress.map(({ instrument, history }) => ({
    label: instrument.shortName,
    href: pageLink(address, `/instruments/${instrument.code}`),
    points: history,
  }))
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort()
  const from = `${Number((days[0] ?? address.asOf).slice(0, 4)) - 1}-12-31`
  return (
    <>
      <LineChart
        series={series}
        from={from}
        until={address.asOf}
        mark={{
          on: resolution.adoptedOn,
          label: say('mark-of-day', { symbol: resolution.symbol, date: shortDay(resolution.adoptedOn) }),
        }}
      >
        {say('chart-caption')}
      </LineChart>
      <details>
        <summary>{say('same-as-table')}</summary>
        <NumbersTable progress={progress} days={tabled(days, address.asOf)} />
      </details>
    </>
  )
}

/** Every fifth year, and the day of the page. */
const tabled = (days: readonly string[], last: string): string[] =>
  days.filter((day) => day === last || Number(day.slice(0, 4)) % 5 === 0)

function NumbersTable({
  progress,
  days,
}: {
  progress: readonly InstrumentProgress[]
  days: readonly string[]
}) {
  const { say, shortDay } = useMessages()
  return (
    <Scroll label={say('years-as-table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('day')}</th>
            {progress.map(({ instrument }) => (
              <th scope="col" key={instrument.code} class="number">
                {instrument.shortName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{shortDay(day)}</th>
              {progress.map(({ instrument, history }) => (
                <td key={instrument.code} class="number">
                  {history.find(({ on }) => on === day)?.parties ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
