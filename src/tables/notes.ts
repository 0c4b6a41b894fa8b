import { counted } from '../domain/wording.js'
import { type Fault, FileRefused } from './fault.js'

/** Content of a file that is not a treaty action, and its number of cells. */
export interface NotRead {
  /** A column's heading, or the text of a cell. */
  readonly what: string
  readonly cells: number
}

/** An unknown participant that was skipped, as the caller requested. */
export interface LeftOut {
  readonly line: number
  readonly name: string
}

/** Collects faults, warnings and skipped content while a file is read. */
export interface Notes {
  /** @throws FileRefused if there are too many to read on */
  readonly fault: (fault: Omit<Fault, 'file'>) => void
  /** Whether the limit of kept faults is reached, so that an expensive message need not be built. */
  readonly isFull: () => boolean
  readonly warn: (warning: string) => void
  /** Counts one cell that is not a treaty action. */
  readonly notRead: (what: string) => void
  readonly leaveOut: (leftOut: LeftOut) => void
  /** Everything collected so far. */
  readonly summary: () => NotesSummary
}

export interface NotesSummary {
  /** The first faults; `faultCount` counts all of them. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
  readonly warnings: readonly string[]
  readonly notRead: readonly NotRead[]
  readonly leftOut: readonly LeftOut[]
}

/** The most entries of each kind that are kept for one file. The rest are only counted. */
const mostKept = 10_000

/** Reading stops at this many faults: it is probably the wrong file. */
const mostCounted = 100_000

/** Text of a file made safe to print: shortened, and without terminal control characters. */
const shown = (text: string, length = 200): string => {
  const plain = text.replace(/\p{Cc}/gu, '\ufffd')
  return plain.length > length ? `${plain.slice(0, length)}…` : plain
}

/** Keeps the first entries, and counts the rest. */
function bounded<T>() {
  const first: T[] = []
  let count = 0
  return {
    first,
    count: () => count,
    add: (make: () => T): void => {
      if (++count <= mostKept) first.push(make())
    },
    /** A line with the number of entries not kept; empty if all are kept. */
    more: (one: string, many?: string): string[] =>
      count > mostKept ? [`… and ${counted(count - mostKept, one, many)}`] : [],
  }
}

export function takeNotes(file: string): Notes {
  const faults = bounded<Fault>()
  const warnings = bounded<string>()
  const notRead = new Map<string, number>()
  const leftOut = bounded<LeftOut>()
  return {
    fault: (fault) => {
      const { value, reason } = fault
      faults.add(() => ({
        file,
        ...fault,
        value: value === null ? null : shown(value),
        reason: shown(reason, 1000),
      }))
      if (faults.count() === mostCounted) throw new FileRefused(faults.first, mostCounted)
    },
    isFull: () => faults.count() >= mostKept,
    warn: (warning) => warnings.add(() => shown(warning, 1000)),
    notRead: (given) => {
      const what = shown(given)
      const kept = notRead.has(what) || notRead.size < mostKept ? what : 'other words'
      notRead.set(kept, (notRead.get(kept) ?? 0) + 1)
    },
    leaveOut: (one) => leftOut.add(() => ({ ...one, name: shown(one.name) })),
    summary: () => ({
      faults: faults.first,
      faultCount: faults.count(),
      warnings: [
        ...warnings.first,
        ...warnings.more('more warning'),
        ...leftOut.more('more line left out', 'more lines left out'),
      ],
      notRead: [...notRead].map(([what, cells]) => ({ what, cells })),
      leftOut: leftOut.first,
    }),
  }
}
