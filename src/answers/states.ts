import type { Participant } from '../db/participants.js'
import { notAmong, required } from '../domain/errors.js'
import { grouped } from '../domain/grouped.js'
import { plainName } from '../domain/name.js'
import { existsOn, kindOn, nameOn } from '../domain/participant.js'
import type { Day, ParticipantKind, RegionalGroup } from '../domain/vocabulary.js'
import type { Reading } from './reading.js'

export interface StateFilter {
  readonly state?: readonly string[] | undefined
  readonly kind?: readonly ParticipantKind[] | undefined
  readonly group?: readonly RegionalGroup[] | undefined
  readonly region?: readonly string[] | undefined
  readonly q?: string | undefined
}

/** The State or other participant with a code. @throws DomainError `not-found` */
export const stateAt = ({ store, asOf }: Pick<Reading, 'store' | 'asOf'>, code: string): Participant =>
  namedOn(asOf, required(store.participants.byCode(code), `The State “${code}”`))

/** Every State and other participant of the record, former ones included. */
export const everyone = ({ store, asOf }: Pick<Reading, 'store' | 'asOf'>): readonly Participant[] =>
  store.participants.all().map((one) => namedOn(asOf, one))

/** A participant under the name that it bore on a day. */
const namedOn = (day: Day, participant: Participant): Participant =>
  participant.formerNames.length === 0 ? participant : { ...participant, name: nameOn(day, participant) }

/**
 * Every State and other participant that matches the filters on the day of the reading, in the order of their names.
 * @throws DomainError for a State or region that is not in the record
 */
export function statesIn(reading: Reading, filter: StateFilter): Participant[] {
  const codes = filter.state && new Set(filter.state.map((code) => codeOf(reading, code)))
  const regions = filter.region && regionsNamed(reading, filter.region)
  const named = filter.q === undefined ? undefined : codesNamed(reading, filter.q)
  return reading.store.participants
    .all()
    .filter((one) => existsOn(reading.asOf, one))
    .filter((one) => !codes || codes.has(one.code))
    .filter((one) => !filter.kind || kindsOn(reading.asOf, one).some((kind) => filter.kind?.includes(kind)))
    .filter(
      (one) => !filter.group || (one.regionalGroup !== null && filter.group.includes(one.regionalGroup)),
    )
    .filter((one) => !regions || [one.region, one.subregion].some((area) => area && regions.has(area.code)))
    .filter((one) => !named || named.has(one.code))
    .map((one) => namedOn(reading.asOf, one))
}

/** The kinds by which a filter finds a participant: that of the day, and “former-state” for what has ended since. */
const kindsOn = (day: Day, one: Participant): ParticipantKind[] =>
  [kindOn(day, one), one.kind].filter((kind, index) => index === 0 || kind === 'former-state')

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

/** Participants with a code, name or alias, in any language, that contains `q`. */
function codesNamed({ store }: Reading, q: string): Set<string> {
  const sought = plainName(q)
  const aliases = grouped(store.participants.aliases(), ({ participant }) => participant)
  return new Set(
    store.participants
      .all()
      .filter(({ code, names, formerNames }) =>
        [
          code,
          ...Object.values(names),
          ...formerNames.map(({ name }) => name),
          ...(aliases.get(code) ?? []).map(({ name }) => name),
        ].some((name) => name !== null && plainName(name).includes(sought)),
      )
      .map(({ code }) => code),
  )
}
