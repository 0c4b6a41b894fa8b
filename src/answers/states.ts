import type { Participant } from '../db/participants.js'
import { notAmong, required } from '../domain/errors.js'
import { grouped } from '../domain/grouped.js'
import { type Named, plainName } from '../domain/name.js'
import { existsOn, isMemberOn, kindOn, nameOn } from '../domain/participant.js'
import type { Day, ParticipantKind } from '../domain/vocabulary.js'
import { inGroups } from './groups/membership.js'
import { nameIn } from './names.js'
import type { Reading } from './reading.js'
import { type Found, search } from './search.js'

export interface StateFilter {
  readonly state?: readonly string[] | undefined
  readonly kind?: readonly ParticipantKind[] | undefined
  /** Groups, by code, name or abbreviation: a member of any of them, on the day of the reading. */
  readonly group?: readonly string[] | undefined
  readonly region?: readonly string[] | undefined
  readonly q?: string | undefined
}

/** The State or other participant with a code. @throws DomainError `not-found` */
export const stateAt = (reading: Reading, code: string): Participant =>
  namingOf(reading)(required(reading.store.participants.byCode(code), `The State “${code}”`))

/** Every State and other participant of the record, former ones included. */
export const everyone = (reading: Reading): readonly Participant[] =>
  allNamedIn(reading, reading.store.participants.all())

/** Participants under the names that they bore on the day of the reading, in the order of these. */
function allNamedIn(reading: Reading, participants: readonly Participant[]): Participant[] {
  const named = participants.map(namingOf(reading))
  return named.some((one, index) => one !== participants[index]) ? named.sort(byNameIn(reading)) : named
}

/** Names participants by their codes, as a reading names them. A code that it does not know is returned unchanged. */
export function namesOf(reading: Reading): (code: string) => Named {
  const { lang } = reading.naming
  const names = new Map(everyone(reading).map((one) => [one.code, nameIn(lang, one)]))
  return (code) => names.get(code) ?? { text: code, lang }
}

/** Sorts participants of a reading by their names, in the order of its language. */
export const byNameIn =
  ({ naming }: Reading) =>
  (a: Participant, b: Participant): number =>
    naming.compare(a.name, b.name)

/** What the record holds of a former name. */
const onlyEnglish = { ar: null, zh: null, fr: null, ru: null, es: null }

/**
 * Gives a participant the name that it bore on the day of the reading, in its language; in English where the record holds no
 * other. The names are looked up once for all.
 */
function namingOf(reading: Reading): (participant: Participant) => Participant {
  const formerNames = reading.store.participants.formerNames(reading.revision)
  return (participant) => {
    const before = formerNames.get(participant.code)
    const english = before ? nameOn(reading.asOf, participant.name, before) : participant.name
    const isPresent = english === participant.name
    const names = isPresent ? participant.names : { ...onlyEnglish, en: english }
    const name = nameIn(reading.naming.lang, { name: english, names }).text
    return name === participant.name ? participant : { ...participant, name, names }
  }
}

/**
 * Every State and other participant that matches the filters on the day of the reading, in the order of their names; of a
 * search, best first.
 * @throws DomainError for a State, group or region that is not in the record
 */
export const statesIn = (reading: Reading, filter: StateFilter): Participant[] =>
  everFound(reading, filter).filter((one) => existsOn(reading.asOf, one))

/** The same, and those that have ended by then: what they did stands in lists of actions. */
export function everFound(reading: Reading, filter: StateFilter): Participant[] {
  const codes = filter.state && new Set(filter.state.map((code) => codeOf(reading, code)))
  const regions = filter.region && regionsNamed(reading, filter.region)
  const isMember = filter.group && inGroups(reading, filter.group)
  const { q } = filter
  const named = q === undefined ? undefined : statesNamed(reading, q).map(({ one }) => one)
  const found = (named ?? reading.store.participants.all())
    .filter((one) => !codes || codes.has(one.code))
    .filter((one) => !filter.kind || isOfKind(reading.asOf, one, filter.kind))
    .filter((one) => !isMember || isMember(one))
    .filter((one) => !regions || [one.region, one.subregion].some((area) => area && regions.has(area.code)))
  return named ? found.map(namingOf(reading)) : allNamedIn(reading, found)
}

/** The Members of the United Nations on the day of the reading. */
export const membersIn = (reading: Reading): Participant[] =>
  everyone(reading).filter((one) => isMemberOn(reading.asOf, one))

/** Whether a participant is of one of some kinds on a day; “former-state” also finds those that have ended since. */
const isOfKind = (day: Day, one: Participant, kinds: readonly ParticipantKind[]): boolean =>
  kinds.includes(kindOn(day, one)) || (one.kind === 'former-state' && kinds.includes('former-state'))

/** Other names in use for a State. */
export const aliasesOf = ({ store }: Reading, { code }: Participant): string[] =>
  store.participants
    .aliases()
    .filter(({ participant }) => participant === code)
    .map(({ name }) => name)

function codeOf({ store }: Reading, given: string): string {
  const code = store.participants.codeOf(given)
  if (code !== undefined) return code
  throw notAmong('state', given, 'the code of a participant', [
    'alpha-3, alpha-2 or M49 codes as in /v1/states',
  ])
}

function regionsNamed({ store }: Reading, names: readonly string[]): Set<string> {
  const known = store.participants.regions()
  return new Set(
    names.map((name) => {
      const region = known.find((one) => one.code === name || plainName(one.name) === plainName(name))
      if (region) return region.code
      const allowed = known.map((one) => `${one.code} (${one.name})`)
      throw notAmong('region', name, 'an M49 region', allowed)
    }),
  )
}

/** Participants by code, name, former name or alias, in any language: best first. */
export function statesNamed({ store, revision }: Reading, q: string): Found<Participant>[] {
  const before = store.participants.formerNames(revision)
  const aliases = grouped(store.participants.aliases(), ({ participant }) => participant)
  return search(store.participants.all(), q, ({ code, alpha2, m49, name, names }) => ({
    name,
    codes: [code, alpha2, m49, m49 && String(Number(m49))].filter((one) => one !== null),
    names: [
      ...Object.values(names).filter((one) => one !== null),
      ...[...(before.get(code) ?? []), ...(aliases.get(code) ?? [])].map((one) => one.name),
    ],
  }))
}
