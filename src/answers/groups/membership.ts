import { distance } from 'fastest-levenshtein'
import type { Group } from '../../db/groups/groups.js'
import type { Participant } from '../../db/participants.js'
import { DomainError } from '../../domain/errors.js'
import { isInGroupOn } from '../../domain/groups/membership.js'
import { plainName } from '../../domain/name.js'
import { existsOn } from '../../domain/participant.js'
import type { Day } from '../../domain/vocabulary.js'
import type { Reading } from '../reading.js'

type Source = Pick<Reading, 'store' | 'asOf'>

/**
 * Whether a participant is a member of at least one of some groups, on the day of the reading. One that has ended by then is
 * asked for its last day: what it did stands in lists of actions.
 *
 *     const isMember = inGroups(reading, ['african-union', 'EU'])
 *     isMember(state)  // true for Ghana and for France
 *
 * @param named  codes, names or abbreviations
 * @throws DomainError for a group that is not in the record
 */
export function inGroups(reading: Source, named: readonly string[]): (one: Participant) => boolean {
  const groups = groupsNamed(reading, named)
  return (one) => groups.some((group) => isMemberOf(reading.asOf, group, one))
}

const isMemberOf = (asOf: Day, { members }: Group, one: Participant): boolean => {
  const periods = members.get(one.code)
  return periods !== undefined && isInGroupOn(dayFor(asOf, one), periods)
}

const dayFor = (asOf: Day, one: Participant): Day =>
  one.memberUntil !== null && !existsOn(asOf, one) ? one.memberUntil : asOf

/** The groups that a filter names. @throws DomainError for one that is not in the record, with what is allowed */
export const groupsNamed = ({ store }: Pick<Reading, 'store'>, named: readonly string[]): Group[] =>
  named.map((given) => {
    const group = store.groups.named(given)
    if (group !== undefined) return group
    throw new DomainError('invalid-parameter', notAGroup(given, store.groups.all()), 'group')
  })

/** All groups, and those that a reader chose among them. */
export interface GroupChoice {
  readonly all: readonly Group[]
  readonly chosen: readonly Group[]
}

/** @throws DomainError for a group that is not in the record */
export const groupChoice = (
  { store }: Pick<Reading, 'store'>,
  named: readonly string[] = [],
): GroupChoice => ({
  all: store.groups.all(),
  chosen: groupsNamed({ store }, named),
})

/** The most groups that a message lists. */
const mostListed = 100

function notAGroup(given: string, groups: readonly Group[]): string {
  const near = nearGroups(given, groups).map(({ code, name }) => `${code} (${name})`)
  const hint = near.length === 0 ? 'allowed' : `did you mean ${near.join(' or ')}? Allowed`
  const codes = groups.slice(0, mostListed).map(({ code }) => code)
  const more = groups.length > mostListed ? ', …' : ''
  return `“${given}” is not a group; ${hint}: ${codes.join(', ')}${more}`
}

/** The most groups that a hint names. */
const mostHints = 3

/** The groups whose names have the given words in them, or are a letter or two from them. */
function nearGroups(given: string, groups: readonly Group[]): Group[] {
  const sought = plainName(given)
  if (sought.length < 2) return []
  const allowed = sought.length < 5 ? 1 : 2
  const isNear = (name: string): boolean =>
    (sought.length > 2 && ` ${name}`.includes(` ${sought}`)) || distance(name, sought) <= allowed
  return groups
    .filter(({ code, name, shortName }) => [code, name, shortName ?? ''].map(plainName).some(isNear))
    .slice(0, mostHints)
}
