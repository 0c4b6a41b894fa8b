import { z } from 'zod'
import type { Reading } from '../../answers/reading.js'
import { everyone } from '../../answers/states.js'
import type { Participant } from '../../db/participants.js'
import { required } from '../../domain/errors.js'
import { isMemberOn, kindOn } from '../../domain/participant.js'
import { Day, ParticipantKind, RegionalGroup } from '../../domain/vocabulary.js'

export const StateRef = z
  .object({
    code: z
      .string()
      .meta({ description: 'ISO 3166-1 alpha-3, or EUE, or X-… for other organizations', examples: ['AFG'] }),
    name: z.string().meta({
      description:
        'In the language of “lang”; in English where that is absent, or the record holds no such name',
      examples: ['Afghanistan'],
    }),
    kind: ParticipantKind,
  })
  .meta({ id: 'StateRef', description: 'A State or other participant' })
export type StateRef = z.infer<typeof StateRef>

const Region = z
  .object({ code: z.string().meta({ examples: ['142'] }), name: z.string().meta({ examples: ['Asia'] }) })
  .meta({ id: 'Region', description: 'A region or subregion of the M49 standard' })

const Names = z
  .object({
    ar: z.string().nullable(),
    zh: z.string().nullable(),
    en: z.string(),
    fr: z.string().nullable(),
    ru: z.string().nullable(),
    es: z.string().nullable(),
  })
  .meta({
    id: 'Names',
    description:
      'The name in the six official languages of the United Nations; null where the record holds none, and “name” is then the English one',
  })

const Codes = z
  .object({ alpha2: z.string().nullable(), alpha3: z.string().nullable(), m49: z.string().nullable() })
  .meta({ id: 'Codes', description: 'ISO 3166-1 and M49 codes; null where there is none' })

export const stateFields = {
  ...StateRef.shape,
  names: Names,
  codes: Codes,
  group: RegionalGroup.nullable(),
  region: Region.nullable(),
  subregion: Region.nullable(),
  member: z
    .boolean()
    .meta({ description: 'Whether it was a Member of the United Nations on the day asked about' }),
  memberFrom: Day.nullable().meta({ description: 'The day it was admitted to the United Nations' }),
  memberUntil: Day.nullable().meta({ description: 'The last day of a former State' }),
}

/** A participant, as of a day. */
export const State = z
  .object(stateFields)
  .meta({ id: 'State', description: 'A State or other participant, with its names and codes' })
export type State = z.infer<typeof State>

/** Codes that are not from ISO: organizations have the project's own, or the depositary's `EUE`. */
const isIso = ({ code, kind }: Participant): boolean => kind !== 'organization' && code.length === 3

export const toStateRef = (participant: Participant, day: Day): StateRef => ({
  code: participant.code,
  name: participant.name,
  kind: kindOn(day, participant),
})

/** Makes references to participants from their codes. */
export function stateRefs(reading: Reading): (code: string) => StateRef {
  const refs = new Map(everyone(reading).map((one) => [one.code, toStateRef(one, reading.asOf)]))
  return (code) => required(refs.get(code), `The participant ${code}`)
}

/** Drops the parent of a region, which no answer shows. */
const toRegion = (region: Participant['region']) =>
  region === null ? null : { code: region.code, name: region.name }

export const toState = (participant: Participant, day: Day): State => ({
  ...toStateRef(participant, day),
  names: { ...participant.names, en: participant.names.en ?? participant.name },
  codes: {
    alpha2: participant.alpha2,
    alpha3: isIso(participant) ? participant.code : null,
    m49: participant.m49,
  },
  group: participant.regionalGroup,
  region: toRegion(participant.region),
  subregion: toRegion(participant.subregion),
  member: isMemberOn(day, participant),
  memberFrom: participant.memberFrom,
  memberUntil: participant.memberUntil,
})
