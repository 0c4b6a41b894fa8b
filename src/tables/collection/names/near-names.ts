import { distance } from 'fastest-levenshtein'
import { kindsOfState, wordsOf } from './name-key.js'

/** A known name that is like an unknown one. */
export interface NearName {
  readonly name: string
  readonly code: string
}

interface Spelling extends NearName {
  readonly script: string
  readonly words: readonly string[]
  /** Without the words that many names have. */
  readonly own: readonly string[]
}

/** From this likeness on a name is near: of one word and two, one must be the same; misspelt is too little. */
const leastLikeness = 0.62

/** A word with a wrong letter counts less than the word itself. */
const misspelt = 0.9

const mostHints = 3

/**
 * Finds the known names that have the words of an unknown one, or nearly: at most three, the nearest first, one for each
 * participant, in the script of the name. Of a participant's near names it gives the first. Letters alone do not make a
 * name near: “Total” is not Togo.
 */
export function nearNames(known: readonly NearName[]): (name: string) => readonly NearName[] {
  const spellings = known.map(
    (one): Spelling => ({ ...one, ...wordsFor(one.name), script: scriptOf(one.name) }),
  )
  const place = new Map(spellings.map((one, index) => [one, index]))
  const byWord = new Map<string, Spelling[]>()
  for (const one of spellings)
    for (const word of new Set(one.own)) byWord.set(word, [...(byWord.get(word) ?? []), one])
  const vocabulary = [...byWord.keys()]
  return (name) => {
    const sought = wordsFor(name)
    const alike = sought.own.map((word) => ({
      word,
      near: vocabulary.filter((one) => likeness(word, one) > 0),
    }))
    const telling = alike.filter(({ word }) => isTelling(word)).flatMap(({ near }) => near)
    const candidates = new Set(telling.flatMap((word) => byWord.get(word) ?? []))
    const script = scriptOf(name)
    const likest = new Map<string, { shown: Spelling; like: number }>()
    // In the order of `known`, so that the first name of a participant that is near is shown.
    for (const one of [...candidates].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))) {
      const own = one.script === script ? overlap(sought.own, one.own) : 0
      if (own < leastLikeness) continue
      const like = own + overlap(sought.words, one.words)
      const before = likest.get(one.code)
      likest.set(one.code, { shown: before?.shown ?? one, like: Math.max(like, before?.like ?? 0) })
    }
    return [...likest.values()]
      .sort((a, b) => b.like - a.like)
      .slice(0, mostHints)
      .map(({ shown }) => ({ name: shown.name, code: shown.code }))
  }
}

/** Chinese names have no spaces: each character is a word. */
function wordsFor(name: string): { words: string[]; own: string[] } {
  const words = scriptOf(name) === 'Han' ? [...name.replace(/\P{Script=Han}/gu, '')] : wordsOf(name)
  return { words, own: words.filter((word) => !kindsOfState.has(word)) }
}

/** Short words, such as “UN”, stand in too many cells that name nobody. */
const isTelling = (word: string): boolean => word.length >= 4 || /\P{Script=Latin}/u.test(word)

/** How many words two names share, as a part of those they have: 0 to 1. */
function overlap(these: readonly string[], those: readonly string[]): number {
  const best = these.map((word) => Math.max(0, ...those.map((other) => likeness(word, other))))
  const sum = best.reduce((total, one) => total + one, 0)
  return Math.min(1, (2 * sum) / (these.length + those.length))
}

function likeness(a: string, b: string): number {
  if (a === b) return 1
  const shorter = Math.min(a.length, b.length)
  // People rarely misspell the first letter.
  const allowed = shorter < 4 ? 0 : shorter < 7 || a[0] !== b[0] ? 1 : 2
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return 0
  // One wrong letter leaves the first or the last one right.
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return 0
  return distance(a, b) <= allowed ? misspelt : 0
}

const scripts = { Han: /\p{Script=Han}/u, Cyrillic: /\p{Script=Cyrillic}/u, Arabic: /\p{Script=Arabic}/u }

const scriptOf = (name: string): string =>
  Object.entries(scripts).find(([, pattern]) => pattern.test(name))?.[0] ?? 'Latin'
