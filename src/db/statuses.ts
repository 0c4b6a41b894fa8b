import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Action } from '../domain/action.js'
import { holdsOn } from '../domain/calendar.js'
import { grouped } from '../domain/grouped.js'
import type { BriefStanding } from '../domain/status.js'
import type { Day, StatusKind } from '../domain/vocabulary.js'
import { covers, type Moment } from './moment.js'
import { actions, statuses } from './schema.js'
import type { Memo } from './sqlite/memo.js'
import type { Db } from './sqlite/open.js'

/** A participant's standing to an instrument, with the days derived from it. No row means no standing. */
export interface StoredStanding {
  readonly participant: string
  readonly instrument: string
  readonly status: StatusKind
  readonly from: Day
  readonly until: Day | null
  readonly signature: Action | null
  readonly consent: Action | null
  readonly inForceOn: Day | null
  readonly withdrawal: (Action & { effectiveOn: Day }) | null
}

/** A standing without its actions: an eighth of the columns, for queries of many participants. */
export interface StoredBrief extends BriefStanding {
  readonly participant: string
  readonly instrument: string
  readonly from: Day
  readonly until: Day | null
}

/** A participant's status to an instrument, and the bounds of the consent behind it. */
export interface StoredConsent {
  readonly participant: string
  readonly instrument: string
  readonly status: StatusKind
  readonly earliest: Day | null
  readonly latest: Day | null
}

export function statusQueries(db: Db, memo: Memo) {
  const signature = alias(actions, 'signature')
  const consent = alias(actions, 'consent')
  const withdrawal = alias(actions, 'withdrawal')
  const base = () =>
    db
      .select({ period: statuses, signature, consent, withdrawal })
      .from(statuses)
      .leftJoin(signature, eq(signature.id, statuses.signature))
      .leftJoin(consent, eq(consent.id, statuses.consent))
      .leftJoin(withdrawal, eq(withdrawal.id, statuses.withdrawal))
  const onTheDay = and(
    covers(statuses.validFrom, statuses.validUntil, 'asOf'),
    covers(statuses.knownFrom, statuses.knownUntil, 'revision'),
  )
  const isOfInstruments = sql`${statuses.instrument} in (select value from json_each(${sql.placeholder('instruments')}))`
  const ofParticipant = base()
    .where(and(eq(statuses.participant, sql.placeholder('participant')), onTheDay))
    .prepare()
  const brief = () =>
    db
      .select({
        participant: statuses.participant,
        instrument: statuses.instrument,
        status: statuses.status,
        from: statuses.validFrom,
        until: statuses.validUntil,
        earliest: signature.earliest,
        latest: signature.latest,
      })
      .from(statuses)
      .leftJoin(signature, eq(signature.id, statuses.signature))
  const briefOfInstruments = brief().where(and(isOfInstruments, onTheDay)).prepare()
  const briefPeriods = brief()
    .where(and(isOfInstruments, covers(statuses.knownFrom, statuses.knownUntil, 'revision')))
    .prepare()
  const consents = db
    .select({
      participant: statuses.participant,
      instrument: statuses.instrument,
      status: statuses.status,
      earliest: consent.earliest,
      latest: consent.latest,
    })
    .from(statuses)
    .leftJoin(consent, eq(consent.id, statuses.consent))
    .where(and(isOfInstruments, onTheDay))
    .prepare()
  const periods = base()
    .where(
      and(
        eq(statuses.instrument, sql.placeholder('instrument')),
        covers(statuses.knownFrom, statuses.knownUntil, 'revision'),
      ),
    )
    .prepare()
  // Nearly every page asks for the same few instruments, and each has hundreds of rows.
  const periodsTo = memo(
    (revision: number, instrument: string): readonly StoredStanding[] =>
      periods.all({ instrument, revision }).map(toStanding),
    60,
  )

  return {
    /** One participant's standing to each instrument on which it took an action. */
    ofParticipant: (participant: string, { asOf, revision }: Moment): StoredStanding[] =>
      ofParticipant.all({ participant, asOf, revision }).map(toStanding),

    /** All participants' standing to the given instruments. */
    ofInstruments: (codes: readonly string[], { asOf, revision }: Moment): StoredStanding[] =>
      codes.flatMap((code) => periodsTo(revision, code).filter((period) => holdsOn(asOf, period))),

    /** All periods of all participants' standing to a few instruments, in brief, by participant. */
    briefPeriods: memo(
      (revision: number, ...codes: string[]): ReadonlyMap<string, readonly StoredBrief[]> =>
        grouped(
          briefPeriods.all({ instruments: JSON.stringify(codes), revision }).map(toBrief),
          ({ participant }) => participant,
        ),
    ),

    /** All participants' standing to the given instruments, in brief. */
    briefOfInstruments: (codes: readonly string[], { asOf, revision }: Moment): StoredBrief[] =>
      briefOfInstruments.all({ instruments: JSON.stringify(codes), asOf, revision }).map(toBrief),

    /** All participants' status to the given instruments, with the days of their consents and nothing else. */
    consentsTo: (codes: readonly string[], { asOf, revision }: Moment): StoredConsent[] =>
      consents.all({ instruments: JSON.stringify(codes), asOf, revision }),

    /** All periods up to the day `asOf` of all participants' standing to the given instruments. */
    periods: (codes: readonly string[], { asOf, revision }: Moment): StoredStanding[] =>
      codes.flatMap((code) => periodsTo(revision, code).filter(({ from }) => from <= asOf)),
  }
}

interface Row {
  period: typeof statuses.$inferSelect
  signature: Action | null
  consent: Action | null
  withdrawal: Action | null
}

const toBrief = ({
  earliest,
  latest,
  ...brief
}: Omit<StoredBrief, 'signature'> & { earliest: Day | null; latest: Day | null }): StoredBrief => ({
  ...brief,
  signature: earliest === null || latest === null ? null : { earliest, latest },
})

const toStanding = ({ period, signature, consent, withdrawal }: Row): StoredStanding => ({
  participant: period.participant,
  instrument: period.instrument,
  status: period.status,
  from: period.validFrom,
  until: period.validUntil,
  signature,
  consent,
  inForceOn: period.inForceOn,
  withdrawal:
    withdrawal === null || period.withdrawalEffectOn === null
      ? null
      : { ...withdrawal, effectiveOn: period.withdrawalEffectOn },
})
