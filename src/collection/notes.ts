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
  readonly said: () => Said
}

export interface Said {
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

export function takeNotes(file: string): Notes {
  const faults: Fault[] = []
  let faultCount = 0
  const warnings: string[] = []
  let warningCount = 0
  const notRead = new Map<string, number>()
  const leftOut: LeftOut[] = []
  let leftOutCount = 0
  return {
    fault: (fault) => {
      if (++faultCount === mostCounted) throw new FileRefused(faults, faultCount)
      if (faultCount > mostKept) return
      const { value, reason } = fault
      faults.push({
        file,
        ...fault,
        value: value === null ? null : shown(value),
        reason: shown(reason, 1000),
      })
    },
    isFull: () => faultCount >= mostKept,
    warn: (warning) => {
      if (++warningCount <= mostKept) warnings.push(shown(warning, 1000))
    },
    notRead: (given) => {
      const what = shown(given)
      const kept = notRead.has(what) || notRead.size < mostKept ? what : 'other words'
      notRead.set(kept, (notRead.get(kept) ?? 0) + 1)
    },
    leaveOut: (one) => {
      if (++leftOutCount <= mostKept) leftOut.push({ ...one, name: shown(one.name) })
    },
    said: () => ({
      faults,
      faultCount,
      warnings: [
        ...warnings,
        ...(warningCount > mostKept ? [`… and ${warningCount - mostKept} more warnings`] : []),
        ...(leftOutCount > mostKept ? [`… and ${leftOutCount - mostKept} more lines left out`] : []),
      ],
      notRead: [...notRead].map(([what, cells]) => ({ what, cells })),
      leftOut,
    }),
  }
}
