import { type Fault, FileRefused } from './fault.js'

/** What a file holds that is no treaty action, and how often. */
export interface NotRead {
  /** A column's heading, or the word of a row. */
  readonly what: string
  readonly cells: number
}

/** A participant that is not known, left out because that was asked for. */
export interface LeftOut {
  readonly line: number
  readonly name: string
}

/** What is to be said of a file beside the actions in it. */
export interface Notes {
  /** @throws FileRefused where there are too many to read on */
  readonly fault: (fault: Omit<Fault, 'file'>) => void
  /** Whether as many faults are kept as will be: what more there are need not be put in words. */
  readonly isFull: () => boolean
  readonly warn: (warning: string) => void
  /** One cell of something that is no treaty action. */
  readonly notRead: (what: string) => void
  readonly leaveOut: (leftOut: LeftOut) => void
  /** What is to be said so far. */
  readonly summary: () => NotesSummary
}

export interface NotesSummary {
  /** The first of the faults, and how many there are. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
  readonly warnings: readonly string[]
  readonly notRead: readonly NotRead[]
  readonly leftOut: readonly LeftOut[]
}

/** So many faults, warnings and whatever else there is to say are kept of one file; the rest is counted. */
const mostKept = 10_000

/** At so many faults, reading stops: it is another file than was meant. */
const mostCounted = 100_000

/** What stands in a file, fit to be shown: not too long, and without signs that command a terminal. */
const shown = (text: string, length = 200): string => {
  const plain = text.replace(/\p{Cc}/gu, '\ufffd')
  return plain.length > length ? `${plain.slice(0, length)}…` : plain
}

/** Keeps the first of what there is to say, and counts the rest. */
function bounded<T>() {
  const first: T[] = []
  let count = 0
  return {
    first,
    count: () => count,
    add: (make: () => T): void => {
      if (++count <= mostKept) first.push(make())
    },
    /** A line that says how many more there are; none where all are kept. */
    more: (what: string): string[] => (count > mostKept ? [`… and ${count - mostKept} more ${what}`] : []),
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
      warnings: [...warnings.first, ...warnings.more('warnings'), ...leftOut.more('lines left out')],
      notRead: [...notRead].map(([what, cells]) => ({ what, cells })),
      leftOut: leftOut.first,
    }),
  }
}
