const [open, recorded, stopped] = [0, 1, 2]

/** What becomes of an import that may be stopped: decided once, by whichever of two threads comes first. */
export type Fate = Int32Array<SharedArrayBuffer>

export const openFate = (): Fate => new Int32Array(new SharedArrayBuffer(4))

/** Asked within the transaction, before it is committed. @returns whether it may be */
export const mayRecord = (fate: Fate): boolean => isFirst(fate, recorded)

/** Asked by whoever wants to stop it. @returns whether it is, so that nothing of it will be recorded */
export const mayStop = (fate: Fate): boolean => isFirst(fate, stopped)

const isFirst = (fate: Fate, decision: number): boolean =>
  Atomics.compareExchange(fate, 0, open, decision) === open
