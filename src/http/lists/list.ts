/** A list that is read one slice at a time. */
export interface List<T> {
  /** The length of the whole list. */
  readonly total: number
  /** The rows from `offset` on, at most `limit`. */
  readonly rows: (offset: number, limit: number) => readonly T[]
}

/**
 * A list over an array.
 * @param shown  converts a slice to what the answer shows
 */
export function listOf<S>(all: readonly S[]): List<S>
export function listOf<S, T>(all: readonly S[], shown: (part: readonly S[]) => readonly T[]): List<T>
export function listOf<S>(all: readonly S[], shown = (part: readonly S[]): readonly unknown[] => part) {
  return {
    total: all.length,
    rows: (offset: number, limit: number) => shown(all.slice(offset, offset + limit)),
  }
}
