import { setTimeout as pause } from 'node:timers/promises'

/** The most imports in the queue, the running one included. */
const mostWaiting = 8

/** A queue of imports, of which one runs at a time. Where several processes share the port, one of them keeps it for all. */
export interface Turns {
  /** Waits for the turn. @returns a function that ends it; null if too many wait, or the wait was too long */
  readonly take: () => Promise<(() => void) | null>
}

/** @param longestWait  in milliseconds: clients time out soon after */
export function createTurns(longestWait = 30_000): Turns {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    take: async () => {
      if (waiting >= mostWaiting) return null
      waiting++
      const previous = last
      let end = () => {}
      const ended = new Promise<void>((resolve) => {
        end = () => {
          waiting--
          resolve()
        }
      })
      last = Promise.all([previous, ended])
      const isMyTurn = await Promise.race([
        previous.then(() => true),
        pause(longestWait, false, { ref: false }),
      ])
      if (isMyTurn) return end
      end()
      return null
    },
  }
}
