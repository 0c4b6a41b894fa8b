/** A list that is shown a part at a time. */
export interface List<T> {
  /** How many there are in all. */
  readonly total: number
  /** Those from `offset` on, at most `limit`. */
  readonly rows: (offset: number, limit: number) => readonly T[]
}

/**
 * A list of what is at hand.
 * @param shown  makes of a part what is shown of it
 */
export function listOf<S>(all: readonly S[]): List<S>
export function listOf<S, T>(all: readonly S[], shown: (part: readonly S[]) => readonly T[]): List<T>
export function listOf<S>(all: readonly S[], shown = (part: readonly S[]): readonly unknown[] => part) {
  return {
    total: all.length,
    rows: (offset: number, limit: number) => shown(all.slice(offset, offset + limit)),
  }
}
