import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/vocabulary.js'
import { useMessages } from '../frame/languages/use-messages.js'

export interface Series {
  readonly label: string
  readonly href: string
  readonly points: readonly { readonly on: Day; readonly parties: number }[]
}

interface Props {
  readonly series: readonly Series[]
  readonly from: Day
  readonly until: Day
  /** A day to mark with a vertical line. */
  readonly mark: { readonly on: Day; readonly label: string }
  readonly children: ComponentChildren
}

const [width, height] = [680, 320]
const margin = { top: 26, right: 12, bottom: 34, left: 44 }
const most = 200

/** Keeps the order of words that run the other way than the chart (Unicode UAX 9). */
const rightToLeft = (label: string): string => `\u2067${label}\u2069`

const instant = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** Parties over the years, from left to right in every language. Each instrument has a line with its own dashes; the legend lists them by their last value. */
export function LineChart({ series, from, until, mark, children }: Props) {
  const x = scaleUtc([instant(from), instant(until)], [margin.left, width - margin.right])
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top])
  const drawn = line<{ on: Day; parties: number }>(
    ({ on }) => x(instant(on)),
    ({ parties }) => y(parties),
  ).digits(1)
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${margin.left} ${y(tick)}H${width - margin.right}`} />
            <text x={margin.left - 8} y={y(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {x.ticks(5).map((tick) => (
          <text key={tick} x={Math.round(x(tick))} y={height - 10} text-anchor="middle">
            {tick.getUTCFullYear()}
          </text>
        ))}
        {mark.on > from && mark.on <= until && (
          <Mark at={Math.round(x(instant(mark.on)))} label={mark.label} />
        )}
        {series.map(({ label, points }, index) => (
          <path key={label} class={`line line-${index % 6}`} d={drawn([...points]) ?? ''} />
        ))}
      </svg>
      <Legend series={series} />
      <figcaption>{children}</figcaption>
    </figure>
  )
}

/** A vertical line, with its label on the side that has room. */
function Mark({ at, label }: { at: number; label: string }) {
  const { dir } = useMessages()
  const isEarly = at < width / 2
  return (
    <g class="mark">
      <path d={`M${at} ${margin.top - 6}V${height - margin.bottom}`} />
      <text x={isEarly ? at + 6 : at - 6} y={margin.top - 10} text-anchor={isEarly ? 'start' : 'end'}>
        {dir === 'rtl' ? rightToLeft(label) : label}
      </text>
    </g>
  )
}

function Legend({ series }: { series: readonly Series[] }) {
  const ends = series.map((one, index) => ({ ...one, index, end: one.points.at(-1)?.parties ?? 0 }))
  return (
    <ul class="legend">
      {ends
        .sort((a, b) => b.end - a.end)
        .map(({ label, href, index, end }) => (
          <li key={label}>
            <svg viewBox="0 0 34 8" class="swatch" aria-hidden="true">
              <path class={`line line-${index % 6}`} d="M1 4H33" />
            </svg>
            <a href={href}>{label}</a> <b>{end}</b>
          </li>
        ))}
    </ul>
  )
}
