import type { Action } from './action.js'

/** Removes matching pairs from both lists, one to one, and returns them. */
export function pair<N, R extends N>(
  left: { recorded: R[]; table: N[] },
  matches: (held: N, incoming: N) => boolean,
): [R, N][] {
  const pairs: [R, N][] = []
  left.table = left.table.filter((incoming) => {
    const index = left.recorded.findIndex((held) => matches(held, incoming))
    const match = left.recorded[index]
    if (match === undefined) return true
    left.recorded.splice(index, 1)
    pairs.push([match, incoming])
    return false
  })
  return pairs
}

export const sameAct = (a: Action, b: Action): boolean => a.action === b.action
