import type { Failure } from '../../db/webhooks/subscriptions.js'

const [second, hour, day] = [1000, 3_600_000, 86_400_000]

/** A change is tried for so long; then its subscription is paused. */
export const longestTrying = 3 * day
const [firstDelay, factor, longestDelay] = [5 * second, 3, 12 * hour]

/**
 * When to try again: after 5 seconds, then after three times as long each time, up to 12 hours; each delay by chance between half
 * and one and a half of that. The last attempt comes three days after the first.
 * @param chance  from 0 to 1
 * @returns null if it has been tried for three days
 */
export function nextAttempt(attempts: number, failingSince: Date, now: Date, chance: number): Date | null {
  const last = failingSince.getTime() + longestTrying
  if (now.getTime() >= last) return null
  const delay = Math.min(firstDelay * factor ** (attempts - 1), longestDelay) * (0.5 + chance)
  return new Date(Math.min(now.getTime() + delay, last))
}

/**
 * What a failed attempt leaves behind.
 * @param before  the failures until then
 * @param isFinal  whether to pause at once
 */
export function failureAfter(
  before: Pick<Failure, 'attempts' | 'failingSince'>,
  fault: string,
  now: Date,
  chance: number,
  isFinal: boolean,
): Failure {
  const attempts = before.attempts + 1
  const failingSince = before.failingSince ?? now.toISOString()
  const next = isFinal ? null : nextAttempt(attempts, new Date(failingSince), now, chance)
  return {
    attempts,
    failingSince,
    fault: fault.slice(0, 500),
    nextAttemptAt: next?.toISOString() ?? null,
    pausedAt: next === null ? now.toISOString() : null,
  }
}
