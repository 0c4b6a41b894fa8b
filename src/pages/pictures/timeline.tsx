import { scaleUtc } from 'd3-scale'
import type { Day } from '../../domain/vocabulary.js'

export interface Moment {
  readonly on: Day
  readonly tone: string
}

const [width, height] = [680, 64]
const instant = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** Acts as points on a time axis. The list below it describes each. */
export function Timeline({
  moments,
  from,
  until,
  mark,
}: {
  moments: readonly Moment[]
  from: Day
  until: Day
  mark: Day
}) {
  const x = scaleUtc([instant(from), instant(until)], [14, width - 14])
  const at = (day: Day) => Math.round(x(instant(day)))
  return (
    <svg class="timeline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path class="axis" d={`M0 26H${width}`} />
      {x.ticks(6).map((tick) => (
        <text key={tick} x={Math.round(x(tick))} y="56" text-anchor="middle">
          {tick.getUTCFullYear()}
        </text>
      ))}
      {mark > from && mark <= until && <path class="mark" d={`M${at(mark)} 6V40`} />}
      {moments.map(({ on, tone }, index) => (
        <circle key={index} cx={at(on)} cy="26" r="7" class={tone} />
      ))}
    </svg>
  )
}
