import { setTimeout as pause } from 'node:timers/promises'

/** In milliseconds: a depositary's server gets no more than one request in so long. */
export const usualGap = 2_000

/** Resolves when the next request may be sent. */
export type Turn = () => Promise<void>

/** Spaces requests, whatever their address. */
export function pace(
  gap = usualGap,
  now: () => number = () => performance.now(),
  sleep: (milliseconds: number) => Promise<unknown> = pause,
): Turn {
  let next = Number.NEGATIVE_INFINITY
  return async () => {
    const wait = Math.max(0, next - now())
    next = now() + wait + gap
    if (wait > 0) await sleep(wait)
  }
}
