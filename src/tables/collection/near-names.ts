import { distance } from 'fastest-levenshtein'
import { kindsOfState, wordsOf } from './name-key.js'

/** A known name that is like an unknown one. */
export interface NearName {
  readonly name: string
  readonly code: string
}

interface Spelling extends NearName {
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
 * participant, in the script of the name. Letters alone do not make a name near: “Total” is not Togo.
 */
export function nearNames(known: readonly NearName[]): (name: string) => readonly NearName[] {
  const spellings = known.map((one): Spelling => ({ ...one, ...wordsFor(one.name) }))
  const byWord = new Map<string, Spelling[]>()
  for (const one of spellings)
    for (const word of new Set(one.own)) byWord.set(word, [...(byWord.get(word) ?? []), one])
  const vocabulary = [...byWord.keys()]
  return (name) => {
    const sought = wordsFor(name)
    const like = sought.own.map((word) => ({
      word,
      near: vocabulary.filter((one) => likeness(word, one) > 0),
    }))
    const telling = like.filter(({ word }) => isTelling(word)).flatMap(({ near }) => near)
    const candidates = new Set(telling.flatMap((word) => byWord.get(word) ?? []))
    const found = [...candidates]
      .map((one) => ({ one, own: overlap(sought.own, one.own), all: overlap(sought.words, one.words) }))
      .filter(({ own, one }) => own >= leastLikeness && scriptOf(one.name) === scriptOf(name))
      .sort((a, b) => b.own + b.all - (a.own + a.all))
    const nearest = new Map<string, NearName>()
    for (const { one } of found)
      if (!nearest.has(one.code)) nearest.set(one.code, { name: one.name, code: one.code })
    return [...nearest.values()].slice(0, mostHints)
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
  return distance(a, b) <= allowed ? misspelt : 0
}

const scripts = { Han: /\p{Script=Han}/u, Cyrillic: /\p{Script=Cyrillic}/u, Arabic: /\p{Script=Arabic}/u }

const scriptOf = (name: string): string =>
  Object.entries(scripts).find(([, pattern]) => pattern.test(name))?.[0] ?? 'Latin'
