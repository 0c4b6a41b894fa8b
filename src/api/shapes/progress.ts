import { z } from 'zod'
import type { InstrumentGrowth } from '../../answers/progress.js'
import type { Reading } from '../../answers/reading.js'
import { stateAt } from '../../answers/states.js'
import type { GroupRank as GroupPlace, InstrumentProgress as Made } from '../../domain/progress.js'
import { Day, RegionalGroup } from '../../domain/vocabulary.js'
import { actionFields, toActionFields } from './action.js'
import { InstrumentRef, toInstrumentRef } from './instrument.js'
import { StateRef, toStateRef } from './participant.js'

const share = z.number().min(0).max(1).nullable().meta({
  description: 'Parties among the Members, from 0 to 1, to four places; null where there is no Member',
})

const groupFields = {
  group: RegionalGroup,
  members: z.int().min(0),
  parties: z.int().min(0),
  share,
}

const GroupParties = z.object(groupFields).meta({
  id: 'GroupParties',
  description: 'Of the Members in a regional group on a day, how many were parties',
})

const rank = z.int().min(1).meta({ description: 'Its place by share; equal shares have the same place' })

const GroupRank = z.object({ rank, ...groupFields }).meta({
  id: 'GroupRank',
  description: 'The place of a regional group among the five, on the day asked about',
})

export const OverallRank = z
  .object({
    rank,
    group: RegionalGroup,
    urged: z.int().min(0).meta({
      description: 'Its Members, times the instruments they are urged to consider ratifying or acceding to',
    }),
    joined: z.int().min(0).meta({ description: 'Of those, at how many the State is a party' }),
    share: share.meta({ description: 'The one in the other, from 0 to 1, to four places' }),
  })
  .meta({
    id: 'OverallRank',
    description: 'The place of a regional group among the five, over all the instruments together',
  })

const PartyCount = z
  .object({
    on: Day,
    parties: z.int().min(0),
    memberParties: z
      .int()
      .min(0)
      .meta({ description: 'Of those, Members of the United Nations on that day' }),
    members: z.int().min(0).meta({ description: 'How many Members there were on that day' }),
    remaining: z.int().min(0).meta({ description: 'How many Members are not yet parties' }),
    share,
    groups: z.array(GroupParties),
  })
  .meta({ id: 'PartyCount', description: 'Parties on a day, and by regional group' })

const Joined = z
  .object({
    state: StateRef,
    ...actionFields,
    countsFrom: Day,
    ordinal: z.int().min(1).nullable().meta({
      description:
        'Its place in the order of parties: 185 for the 185th. Null where others became parties on the same day, or within bounds that overlap',
    }),
    ordinalBetween: z.array(z.int().min(1)).min(2).max(2).nullable().meta({
      description: 'Where that is not known: the least and the greatest number that it may have been',
    }),
  })
  .meta({ id: 'Joined', description: 'A participant that became a party since, and how' })

export const InstrumentProgress = z
  .object({
    instrument: InstrumentRef,
    atAdoption: PartyCount,
    yearEnds: z.array(PartyCount),
    now: PartyCount,
    ranking: z.array(GroupRank),
    joinedSince: z.array(Joined).meta({ description: 'In the order in which they became parties' }),
  })
  .meta({
    id: 'InstrumentProgress',
    description:
      'How the parties to one instrument grew from the adoption of a resolution to now, the day asked about',
  })

/** Progress as a table: a row for each instrument and day, and for each regional group on it. */
export const progressTable = {
  row: z.object({
    instrument: InstrumentRef,
    at: z.enum(['adoption', 'year-end', 'now']),
    on: Day,
    group: z.union([z.literal('all'), RegionalGroup]),
    members: z.int(),
    memberParties: z.int(),
    remaining: z.int(),
    share: z.number().nullable(),
    parties: z.int().nullable(),
  }),
  rowsOf: ({ instruments }: { instruments: readonly z.infer<typeof InstrumentProgress>[] }) =>
    instruments.flatMap(({ instrument, atAdoption, yearEnds, now }) => [
      ...rowsOn('adoption', atAdoption).map((row) => ({ instrument, ...row })),
      ...yearEnds.flatMap((count) => rowsOn('year-end', count).map((row) => ({ instrument, ...row }))),
      ...rowsOn('now', now).map((row) => ({ instrument, ...row })),
    ]),
}

/** The rows of one day. Parties that are no Members have no regional group, so only “all” counts them. */
const rowsOn = (at: string, { groups, ...all }: z.infer<typeof PartyCount>) => [
  { at, group: 'all', ...all },
  ...groups.map(({ group, members, parties, share }) => ({
    at,
    on: all.on,
    group,
    members,
    memberParties: parties,
    remaining: members - parties,
    share,
    parties: null,
  })),
]

const toCount = ({ groups, ...count }: Made['now']): z.infer<typeof PartyCount> => ({
  ...count,
  groups: [...groups],
})

export const toOverallRank = ({
  rank,
  group,
  members,
  parties,
  share,
}: GroupPlace): z.infer<typeof OverallRank> => ({ rank, group, urged: members, joined: parties, share })

export function toInstrumentProgress(
  reading: Reading,
  { instrument, progress: { joinedSince, atAdoption, yearEnds, now, ranking } }: InstrumentGrowth,
): z.infer<typeof InstrumentProgress> {
  return {
    instrument: toInstrumentRef(instrument),
    atAdoption: toCount(atAdoption),
    yearEnds: yearEnds.map(toCount),
    now: toCount(now),
    ranking: [...ranking],
    joinedSince: joinedSince.flatMap(({ period: { participant, consent, from }, ordinal: [least, most] }) => {
      if (!consent) return []
      return [
        {
          state: toStateRef(stateAt(reading, participant), reading.asOf),
          ...toActionFields(consent),
          countsFrom: from,
          ordinal: least === most ? least : null,
          ordinalBetween: least === most ? null : [least, most],
        },
      ]
    }),
  }
}
