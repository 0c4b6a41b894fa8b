import { Cron } from 'croner'

/** The moments at which something is due, in UTC. */
export interface Schedule {
  /** The last moment up to an instant; null if there was none. */
  readonly last: (now: Date) => Date | null
  /** The first moment after an instant; null if there is none. */
  readonly next: (now: Date) => Date | null
  /** The shortest time between two of its next moments, in milliseconds. */
  readonly shortest: (now: Date) => number
}

/** Mondays, at an hour when the depositary's own readers sleep. */
const names: Readonly<Record<string, string>> = { weekly: '23 6 * * 1' }

/** @returns null if the text is neither `weekly` nor a cron expression of five fields that ever comes due */
export function scheduleOf(text: string): Schedule | null {
  try {
    const cron = new Cron(names[text] ?? text, { timezone: 'UTC', mode: '5-part', paused: true })
    if (cron.getOnce() !== null || cron.nextRun() === null) return null
    return {
      last: (now) => cron.previousRuns(1, new Date(now.getTime() + 1))[0] ?? null,
      next: (now) => cron.nextRun(now),
      shortest(now) {
        const moments = cron.nextRuns(50, now).map((moment) => moment.getTime())
        return Math.min(...moments.slice(1).map((moment, before) => moment - (moments[before] ?? 0)))
      },
    }
  } catch {
    return null
  }
}

const hour = 3_600_000

/**
 * How long after its moment to begin, in milliseconds: anywhere in the first tenth of the time to the next one, and within six
 * hours. Else all servers with the same schedule would ask at once.
 * @param random  from 0 up to 1
 */
export function jitter(schedule: Schedule, moment: Date, random: number): number {
  const next = schedule.next(moment)
  const time = next === null ? 60 * hour : next.getTime() - moment.getTime()
  return Math.floor(random * Math.min(time / 10, 6 * hour))
}
