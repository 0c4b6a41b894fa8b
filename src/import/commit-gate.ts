const [open, recorded, stopped] = [0, 1, 2]

/** Shared by the server and its import worker: the first thread to decide either commits the import or stops it. */
export type CommitGate = Int32Array<SharedArrayBuffer>

export const openCommitGate = (): CommitGate => new Int32Array(new SharedArrayBuffer(4))

/** Closes the gate for a commit; call it at the end of the transaction. @returns whether the import may be committed */
export const mayRecord = (gate: CommitGate): boolean => isFirst(gate, recorded)

/** Closes the gate for a stop. @returns whether the import is stopped, and nothing of it will be recorded */
export const mayStop = (gate: CommitGate): boolean => isFirst(gate, stopped)

const isFirst = (gate: CommitGate, decision: number): boolean =>
  Atomics.compareExchange(gate, 0, open, decision) === open
