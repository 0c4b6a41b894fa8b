/** A row with the revisions between which the record holds it. */
interface Held {
  readonly knownFrom: number
  readonly knownUntil: number | null
  /** The row that this one corrects. */
  readonly replaces: number | null
}

/** How rows of a kind are undone. */
export interface UndoTerms<R> {
  readonly rowOf: (one: R) => number
  /** Its whole content: a row that was removed and added again since counts as the same. */
  readonly keyOf: (one: R) => string
  /** What it belongs to: nothing is restored beside what came later to the same. */
  readonly unitOf: (one: R) => string
}

export interface Undone<R> {
  readonly additions: readonly R[]
  readonly corrections: readonly { readonly from: R; readonly to: R }[]
  readonly removals: readonly R[]
}

/**
 * Removes the rows that an import added, restores those that it removed, and corrects its corrections back.
 * @param all           all rows that the record ever held
 * @param changedAgain  collects the revisions of later imports that prevent the revert
 */
export function undone<R extends Held>(
  reverted: number,
  all: readonly R[],
  changedAgain: Set<number>,
  { rowOf, keyOf, unitOf }: UndoTerms<R>,
): Undone<R> {
  const held = new Map(all.filter(({ knownUntil }) => knownUntil === null).map((one) => [keyOf(one), one]))
  const successors = new Map(all.map((one) => [one.replaces, one]))
  const ended = new Map(
    all.filter(({ knownUntil }) => knownUntil === reverted).map((one) => [rowOf(one), one]),
  )
  const corrections: { from: R; to: R }[] = []
  const removals: R[] = []
  for (const added of all.filter(({ knownFrom }) => knownFrom === reverted)) {
    const from = held.get(keyOf(added))
    const to = ended.get(added.replaces ?? 0)
    if (to !== undefined) ended.delete(rowOf(to))
    if (from === undefined) changedAgain.add(lastChangeOf(added, successors, rowOf))
    else if (to === undefined || held.has(keyOf(to))) removals.push(from)
    else corrections.push({ from, to })
  }
  const additions = [...ended.values()].filter((one) => !held.has(keyOf(one)))
  const later = [...held.values()].filter(({ knownFrom }) => knownFrom > reverted)
  for (const one of additions)
    for (const { knownFrom } of later.filter((other) => unitOf(other) === unitOf(one)))
      changedAgain.add(knownFrom)
  return { additions, corrections, removals }
}

/** The import that last changed a row or its successors. */
function lastChangeOf<R extends Held>(
  one: R,
  successors: ReadonlyMap<number | null, R>,
  rowOf: (one: R) => number,
): number {
  const successor = successors.get(rowOf(one))
  return successor ? lastChangeOf(successor, successors, rowOf) : (one.knownUntil ?? one.knownFrom)
}
