import { z } from 'zod'
import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import type { InstrumentProgress as Made } from '../../domain/progress.js'
import { Day, RegionalGroup } from '../../domain/vocabulary.js'
import { actionFields, toActionFields } from './action.js'
import { InstrumentRef, toInstrumentRef } from './instrument.js'
import { StateRef, toStateRef } from './participant.js'

const PartyCount = z
  .object({
    on: Day,
    parties: z.int().min(0),
    memberParties: z
      .int()
      .min(0)
      .meta({ description: 'Of those, Members of the United Nations on that day' }),
    members: z.int().min(0).meta({ description: 'How many Members there were on that day' }),
  })
  .meta({ id: 'PartyCount', description: 'Parties on a day' })

const GroupParties = z.object({ members: z.int().min(0), parties: z.int().min(0) }).meta({
  id: 'GroupParties',
  description: 'Of the Members in a regional group on a day, how many were parties',
})

const GroupCount = z.object({ group: RegionalGroup, atAdoption: GroupParties, now: GroupParties }).meta({
  id: 'GroupCount',
  description: 'Parties in a regional group, at adoption and on the day asked about',
})

const Joined = z
  .object({ state: StateRef, ...actionFields, countsFrom: Day })
  .meta({ id: 'Joined', description: 'A participant that became a party since, and how' })

export const InstrumentProgress = z
  .object({
    instrument: InstrumentRef,
    atAdoption: PartyCount,
    yearEnds: z.array(PartyCount),
    now: PartyCount,
    groups: z.array(GroupCount),
    joinedSince: z.array(Joined).meta({ description: 'In the order in which they became parties' }),
  })
  .meta({
    id: 'InstrumentProgress',
    description:
      'How the parties to one instrument grew from the adoption of a resolution to now, the day asked about',
  })

export function toInstrumentProgress(
  instrument: Instrument,
  { joinedSince, atAdoption, yearEnds, now, groups }: Made,
  participants: readonly Participant[],
  day: Day,
): z.infer<typeof InstrumentProgress> {
  const byCode = new Map(participants.map((one) => [one.code, one]))
  return {
    instrument: toInstrumentRef(instrument),
    atAdoption,
    yearEnds: [...yearEnds],
    now,
    groups: [...groups],
    joinedSince: joinedSince.flatMap(({ participant, consent, from }) => {
      const state = byCode.get(participant)
      if (!state || !consent) return []
      return [{ state: toStateRef(state, day), ...toActionFields(consent), countsFrom: from }]
    }),
  }
}
