import cluster, { type Worker } from 'node:cluster'
import type { Counts } from '../../http/metrics.js'

// prom-client’s own way waits five seconds for a worker that has just been started, and then fails: just while workers die and are
// replaced, when somebody wants to know.

/** In milliseconds: who has not told by then is left out. */
const patience = 2_000

/** A worker wants what all have counted; is asked for what it has; tells; hears what all have. The number is the asker’s own. */
type Word =
  | { readonly wanted: number }
  | { readonly asked: number }
  | { readonly told: number; readonly counts: Counts | null }
  | { readonly gathered: number; readonly all: Counts[] }

/** A worker may have died before this process knows of it: without a callback, the error of the pipe would end this one. */
export const whoMayBeGone = (): void => {}

let last = 0
const awaited = new Map<number, (word: Word) => void>()

/** Sends a word under a number of its own. @returns the answer that bears it; null where none comes in time */
const answered = (send: (number: number) => void, milliseconds = patience): Promise<Word | null> =>
  new Promise((resolve) => {
    const number = ++last
    const end = (word: Word | null) => {
      clearTimeout(timer)
      awaited.delete(number)
      resolve(word)
    }
    const timer = setTimeout(end, milliseconds, null)
    awaited.set(number, end)
    send(number)
  })

/** In the process that started the workers: asks those that serve, for the one that wants to know. */
export function gatherCounts(isServing: (worker: Worker) => boolean): void {
  const countsOf = async (worker: Worker): Promise<Counts[]> => {
    const word = await answered((asked) => worker.send({ asked } satisfies Word, whoMayBeGone))
    return isWord(word, 'told') && word.counts !== null ? [word.counts] : []
  }
  cluster.on('message', async (worker, word: Word) => {
    if (isWord(word, 'told')) awaited.get(word.told)?.(word)
    if (!isWord(word, 'wanted')) return
    const serving = Object.values(cluster.workers ?? {}).flatMap((one) =>
      one?.isConnected() && isServing(one) ? [one] : [],
    )
    const all = (await Promise.all(serving.map(countsOf))).flat()
    if (worker.isConnected()) worker.send({ gathered: word.wanted, all } satisfies Word, whoMayBeGone)
  })
}

/** In a worker: tells what it has counted whenever it is asked. */
export function tellCounts(counts: () => Promise<Counts>): void {
  process.on('message', async (word: Word) => {
    if (isWord(word, 'gathered')) awaited.get(word.gathered)?.(word)
    if (!isWord(word, 'asked')) return
    process.send?.({ told: word.asked, counts: await counts().catch(() => null) } satisfies Word)
  })
}

/** In a worker: what all that serve have counted. */
export async function countsOfAll(): Promise<Counts[]> {
  const word = await answered((wanted) => process.send?.({ wanted } satisfies Word), 2 * patience)
  if (!isWord(word, 'gathered')) throw new Error('The process that started this one does not answer')
  return word.all
}

/** What it is about is the name of its number; other words pass between the same processes. */
const isWord = <Name extends string>(
  word: unknown,
  name: Name,
): word is Extract<Word, Record<Name, number>> => typeof word === 'object' && word !== null && name in word
