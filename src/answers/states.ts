import type { Participant } from '../db/participants.js'
import { grouped } from '../domain/grouped.js'
import { plainName } from '../domain/name.js'
import { existsOn, kindOn } from '../domain/participant.js'
import type { ParticipantKind, RegionalGroup } from '../domain/vocabulary.js'
import { type Reading, unknownValue } from './reading.js'

export interface ParticipantFilter {
  readonly state?: readonly string[] | undefined
  readonly kind?: readonly ParticipantKind[] | undefined
  readonly group?: readonly RegionalGroup[] | undefined
  readonly region?: readonly string[] | undefined
  readonly q?: string | undefined
}

/**
 * Everyone that the filters leave, as of the day of the reading, in the order of their names.
 * @throws DomainError for a State or region that is not in the record
 */
export function participantsAsked(reading: Reading, filter: ParticipantFilter): Participant[] {
  const codes = filter.state && new Set(filter.state.map((code) => codeOf(reading, code)))
  const regions = filter.region && regionsNamed(reading, filter.region)
  const named = filter.q === undefined ? undefined : codesNamed(reading, filter.q)
  return reading.store.participants
    .all()
    .filter((one) => existsOn(reading.asOf, one))
    .filter((one) => !codes || codes.has(one.code))
    .filter((one) => !filter.kind || filter.kind.includes(kindOn(reading.asOf, one)))
    .filter(
      (one) => !filter.group || (one.regionalGroup !== null && filter.group.includes(one.regionalGroup)),
    )
    .filter((one) => !regions || [one.region, one.subregion].some((area) => area && regions.has(area.code)))
    .filter((one) => !named || named.has(one.code))
}

function codeOf({ store }: Reading, given: string): string {
  const code = store.participants.codeOf(given)
  if (code !== undefined) return code
  throw unknownValue('state', given, 'the code of a participant', [
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
      throw unknownValue('region', name, 'an M49 region', allowed)
    }),
  )
}

/** Everyone with a name, in any language or of any use, that contains the words looked for. */
function codesNamed({ store }: Reading, q: string): Set<string> {
  const sought = plainName(q)
  const aliases = grouped(store.participants.aliases(), ({ participant }) => participant)
  return new Set(
    store.participants
      .all()
      .filter(({ code, names }) =>
        [code, ...Object.values(names), ...(aliases.get(code) ?? []).map(({ name }) => name)].some(
          (name) => name !== null && plainName(name).includes(sought),
        ),
      )
      .map(({ code }) => code),
  )
}
