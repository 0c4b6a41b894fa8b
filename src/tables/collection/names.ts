import { distance } from 'fastest-levenshtein'
import { plainName } from '../../domain/name.js'

export interface NamedParticipant {
  readonly code: string
  /** Names in any language, and aliases. */
  readonly names: readonly string[]
}

/** Looks up participants by their names as tables print them. */
export interface ParticipantNames {
  /** @returns undefined for an unknown name; there is no fuzzy match */
  readonly codeOf: (name: string) => string | undefined
  readonly hasCode: (code: string) => boolean
  /** The three most similar known names, as a hint for the user. */
  readonly nearest: (name: string) => readonly string[]
}

/**
 * Normalises a name: it ignores case, accents, punctuation and “the”. `Bahamas (the)`, `The Bahamas` and `Bahamas` are
 * one name.
 */
export const nameKey = (name: string): string =>
  plainName(name)
    .split(' ')
    .filter((word) => word !== 'the')
    .join(' ')

/** @throws Error if two participants share a name */
export function participantNames(participants: readonly NamedParticipant[]): ParticipantNames {
  const codes = new Map<string, string>()
  const spellings = new Map<string, string>()
  for (const { code, names } of participants)
    for (const name of names) {
      const key = nameKey(name)
      const other = codes.get(key)
      if (other !== undefined && other !== code) throw new Error(`“${name}” names both ${other} and ${code}`)
      codes.set(key, code)
      if (!spellings.has(key)) spellings.set(key, name)
    }
  const known = new Set(participants.map(({ code }) => code))
  return {
    codeOf: (name) => codes.get(nameKey(name)),
    hasCode: (code) => known.has(code),
    nearest: (name) => {
      const key = nameKey(name)
      return [...spellings]
        .map(([spelling, shown]) => ({ shown, far: distance(key, spelling) }))
        .sort((a, b) => a.far - b.far)
        .slice(0, 3)
        .map(({ shown }) => shown)
    },
  }
}
