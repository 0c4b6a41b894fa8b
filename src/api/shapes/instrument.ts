import { z } from 'zod'
import { type CountedInstrument, shortNamesOf } from '../../answers/instruments.js'
import { looksAt } from '../../answers/looks.js'
import type { Reading } from '../../answers/reading.js'
import type { Instrument as StoredInstrument } from '../../db/instruments.js'
import { gapsOn } from '../../domain/instruments/gap.js'
import { LookedThrough, LookFailure } from '../../domain/look.js'
import type { Precondition, Urge } from '../../domain/outstanding.js'
import { Day, EntryIntoForceRule, Requirement, WithdrawalRule } from '../../domain/vocabulary.js'

export const InstrumentRef = z
  .object({
    code: z.string().meta({ examples: ['cedaw'] }),
    shortName: z.string().meta({
      description:
        'In the language of “lang”; in English where that is absent, or the record holds no title in it',
      examples: ['CEDAW'],
    }),
  })
  .meta({ id: 'InstrumentRef', description: 'A treaty instrument' })
export type InstrumentRef = z.infer<typeof InstrumentRef>

export const UrgedBy = z
  .object({ resolution: z.string().meta({ examples: ['A/RES/63/194'] }), paragraph: z.int().min(1) })
  .meta({
    id: 'UrgedBy',
    description:
      'A paragraph of a resolution that urges the ratification of an instrument, or accession to it',
  })

export const preconditionFields = {
  instrument: InstrumentRef.nullable().meta({ description: 'Null where it is about membership' }),
  requires: Requirement,
  article: z.string().meta({ examples: ['UNTOC art. 37(2)'] }),
}

const PreconditionOf = z
  .object(preconditionFields)
  .meta({ id: 'Precondition', description: 'What must hold before a State can become a party' })

const Counts = z
  .object({
    parties: z.int().min(0).meta({ description: 'Everyone whose consent to be bound stands' }),
    stateParties: z.int().min(0).meta({ description: 'Of those, States: no organization, no territory' }),
    signatories: z.int().min(0).meta({ description: 'Everyone who has signed, parties since included' }),
    signedNotParty: z.int().min(0).meta({ description: 'Signed, and not bound' }),
    outstanding: z
      .int()
      .min(0)
      .meta({ description: 'States for which it is outstanding, under any resolution' }),
  })
  .meta({ id: 'InstrumentCounts', description: 'How many are parties, and how many are not' })

const article = z
  .string()
  .nullable()
  .meta({ examples: ['CEDAW art. 27(2)'] })

const EntryIntoForceClause = z.object({ rule: EntryIntoForceRule.nullable(), article }).meta({
  id: 'EntryIntoForceClause',
  description: 'When it enters into force for a State that becomes a party',
})

const SignatureClause = z
  .object({
    openUntil: Day.nullable().meta({
      description: 'The last day for signature; null where it stays open or is not known',
    }),
    article,
  })
  .meta({ id: 'SignatureClause', description: 'Until when it may be signed' })

const WithdrawalClause = z.object({ rule: WithdrawalRule.nullable(), article }).meta({
  id: 'WithdrawalClause',
  description:
    'When a withdrawal takes effect; null where it has no clause for it, or the record does not hold it',
})

const Rules = z
  .object({ entryIntoForce: EntryIntoForceClause, signature: SignatureClause, withdrawal: WithdrawalClause })
  .meta({
    id: 'FinalClauses',
    description: 'What its final clauses say of becoming a party and of withdrawing',
  })

const Adoption = z
  .object({ on: Day.nullable(), place: z.string().nullable() })
  .meta({ id: 'Adoption', description: 'When and where it was adopted' })

const Depositary = z
  .object({ name: z.string(), url: z.string().nullable() })
  .meta({ id: 'Depositary', description: 'With whom acts about it are deposited, and its page there' })

/** Up to which day the record of an instrument is vouched for, and what it is known not to hold. */
export const vouchedFields = {
  asAt: Day.nullable().meta({
    description:
      'The day up to which the record of the instrument is vouched for, by a table, a list or a printed total; null where no source states one. Of later days, actions may be missing',
  }),
  gap: z.string().nullable().meta({
    description:
      'What the record is known not to hold of the instrument on the day asked about; null where nothing is known to be missing',
  }),
}

export const vouchedFor = ({ asAt, gaps }: Vouched, day: Day) => ({
  asAt,
  gap:
    gapsOn(day, gaps)
      .map(({ what }) => what)
      .join('; ') || null,
})

type Vouched = Pick<StoredInstrument, 'asAt' | 'gaps'>

const instant = z.iso.datetime()

const FailedLook = z
  .object({ at: instant, outcome: LookFailure })
  .meta({ id: 'FailedLook', description: 'A look at the depositary’s page that read nothing' })

/** When the depositary's page was looked at. Its reading may be older than the record, which other tables feed too. */
const lookFields = {
  lookedAt: instant.nullable().meta({
    description:
      'When this server last read the depositary’s page of the instrument, or learnt that it had not changed; null where it never did, and where the address names a revision: such an answer never changes',
  }),
  lookedThrough: LookedThrough.nullable(),
  failedLook: FailedLook.nullable().meta({
    description: 'The newest look, if it failed; null where it did not, or where there was none',
  }),
}

export const instrumentFields = {
  ...InstrumentRef.shape,
  number: z.string().meta({ description: 'The depositary’s number', examples: ['IV-8'] }),
  title: z.string().meta({ description: 'Official, in the language of “shortName”' }),
  adopted: Adoption,
  inForceOn: Day.nullable().meta({ description: 'Its own entry into force' }),
  inForceArticle: z.string().nullable(),
  registration: z.string().nullable().meta({ description: 'With the Secretariat (UN Charter art. 102)' }),
  depositary: Depositary,
  convention: InstrumentRef.nullable().meta({
    description: 'The convention it is a protocol to, where leaving that entails leaving it',
  }),
  ...vouchedFields,
  ...lookFields,
  counts: Counts,
  rules: Rules,
  preconditions: z.array(PreconditionOf),
  urgedBy: z.array(UrgedBy),
}

export const Instrument = z.object(instrumentFields).meta({
  id: 'Instrument',
  description: 'A treaty instrument, with its counts on the day asked about and its final clauses',
})

export const toInstrumentRef = ({ code, shortName }: InstrumentRef): InstrumentRef => ({ code, shortName })

export const toUrgedBy = ({ symbol, paragraph }: Urge): z.infer<typeof UrgedBy> => ({
  resolution: symbol,
  paragraph,
})

/** Makes a reference to an instrument from its code. */
export type RefOf = (code: string) => InstrumentRef

export const toPrecondition = ({ required, requires, article }: Precondition, refOf: RefOf) => ({
  instrument: required === null ? null : refOf(required),
  requires,
  article,
})

/** Makes references to the instruments of a reading. */
export function instrumentRefs(reading: Reading): RefOf {
  const shortNameOf = shortNamesOf(reading)
  return (code) => ({ code, shortName: shortNameOf(code) })
}

const toLooks = ({ lookedAt, isMirror, failed }: ReturnType<typeof looksAt>) => ({
  lookedAt,
  lookedThrough: lookedAt === null ? null : isMirror ? ('mirror' as const) : ('depositary' as const),
  failedLook: failed,
})

export function toInstrument(
  reading: Reading,
  { instrument: stored, counts, urgedBy }: CountedInstrument,
): z.infer<typeof Instrument> {
  const refOf = instrumentRefs(reading)
  return {
    ...toInstrumentRef(stored),
    number: stored.number,
    title: stored.title,
    adopted: { on: stored.adoptedOn, place: stored.adoptedAt },
    inForceOn: stored.inForceOn,
    inForceArticle: stored.inForceArticle,
    registration: stored.registration,
    depositary: { name: stored.depositary, url: stored.url },
    convention: stored.convention === null ? null : refOf(stored.convention),
    ...vouchedFor(stored, reading.asOf),
    ...toLooks(looksAt(reading, stored.code)),
    counts,
    rules: {
      entryIntoForce: { rule: stored.entryIntoForceRule, article: stored.entryIntoForceArticle },
      signature: { openUntil: stored.signatureUntil, article: stored.signatureArticle },
      withdrawal: { rule: stored.withdrawalRule, article: stored.withdrawalArticle },
    },
    preconditions: stored.preconditions.map((precondition) => toPrecondition(precondition, refOf)),
    urgedBy: urgedBy.map(toUrgedBy),
  }
}
