import { keysOf, twoNames } from './name-key.js'
import { type NearName, nearNames } from './near-names.js'

export interface NamedParticipant {
  readonly code: string
  /** Names in any language, and aliases. */
  readonly names: readonly string[]
}

/** Looks up participants by their names as tables print them. */
export interface ParticipantNames {
  /** @returns undefined for a name that is unknown, or that means two participants; there is no fuzzy match */
  readonly codeOf: (name: string) => string | undefined
  /** Everyone whose name it is. More than one only where an operator's alias contradicts another name. */
  readonly codesOf: (name: string) => readonly string[]
  readonly hasCode: (code: string) => boolean
  /** The known names nearest to an unknown one, as a hint for the user: at most three, and none where none is near. */
  readonly nearest: (name: string) => readonly NearName[]
}

/** The most names whose answer is remembered: tables repeat the same ones. */
const mostRemembered = 10_000

export function participantNames(participants: readonly NamedParticipant[]): ParticipantNames {
  const byKey = new Map<string, Set<string>>()
  for (const { code, names } of participants)
    for (const key of names.flatMap(keysOf)) byKey.set(key, (byKey.get(key) ?? new Set()).add(code))
  const known = new Set(participants.map(({ code }) => code))

  const codesOf = (name: string): string[] => [
    ...new Set(keysOf(name).flatMap((key) => [...(byKey.get(key) ?? [])])),
  ]
  const only = (codes: readonly string[]): string | undefined => (codes.length === 1 ? codes[0] : undefined)
  /** Of two names in one cell, both must mean the same participant; the second may be its code. */
  const codeOfBoth = (name: string): string | undefined => {
    const [first, second] = twoNames(name) ?? []
    if (first === undefined || second === undefined) return undefined
    const code = only(codesOf(first))
    return code !== undefined && (second === code || only(codesOf(second)) === code) ? code : undefined
  }
  const find = (name: string): string | undefined => {
    const codes = codesOf(name)
    return codes.length === 0 ? codeOfBoth(name) : only(codes)
  }

  let near: ReturnType<typeof nearNames> | undefined
  const remembered = new Map<string, string | undefined>()
  return {
    codeOf: (name) => {
      if (remembered.has(name)) return remembered.get(name)
      const code = find(name)
      if (remembered.size < mostRemembered) remembered.set(name, code)
      return code
    },
    codesOf,
    hasCode: (code) => known.has(code),
    nearest: (name) => {
      near ??= nearNames(participants.flatMap(({ code, names }) => names.map((one) => ({ name: one, code }))))
      return near(name)
    },
  }
}
