import { z } from 'zod'
import type { CountedGroup, GroupMember, GroupOnDay } from '../../answers/groups/groups.js'
import type { Reading } from '../../answers/reading.js'
import type { Group } from '../../db/groups/groups.js'
import { daysOf } from '../../domain/calendar.js'
import { Certainty, type Day, GroupKind, type Language, StatusKind } from '../../domain/vocabulary.js'
import { groupNameIn, groupShortNameIn } from '../../messages/group-names.js'
import { messagesIn } from '../../messages/messages.js'
import { dayFields, toDayFields } from './dated.js'
import { InstrumentRef, toInstrumentRef } from './instrument.js'
import { StateRef, toStateRef } from './participant.js'

const groupFields = {
  code: z.string().meta({ examples: ['african-union'] }),
  name: z.string().meta({
    description: 'In the language of “lang”; in English where no other name is known',
    examples: ['African Union'],
  }),
  shortName: z
    .string()
    .nullable()
    .meta({ description: 'A usual abbreviation', examples: ['AU'] }),
  kind: GroupKind,
  url: z.string().nullable().meta({ format: 'uri', description: 'Where the group lists its members' }),
  source: z.string().nullable().meta({ description: 'What the list of members was compiled from' }),
}

export const GroupSummary = z
  .object({
    ...groupFields,
    members: z.int().min(0).meta({ description: 'How many members it had on the day asked about' }),
  })
  .meta({ id: 'GroupSummary', description: 'A group of States, and how many members it has' })

const Bounds = z
  .object(dayFields)
  .meta({ id: 'DayOrBounds', description: 'A day, or the first and the last that it may have been' })

export const GroupMemberShape = z
  .object({
    ...StateRef.shape,
    from: Bounds.nullable().meta({
      description: 'The day of joining; null where there is no day to name, as for geography',
    }),
    until: Bounds.nullable().meta({
      description: 'The first day on which it was no longer a member; null while it is one',
    }),
    certainty: Certainty,
    source: z.string().meta({ description: 'Where the record has it from' }),
  })
  .meta({ id: 'GroupMember', description: 'A period of membership in a group' })
type GroupMemberShape = z.infer<typeof GroupMemberShape>

const MissingState = z
  .object({ ...StateRef.shape, status: StatusKind })
  .meta({ id: 'MissingState', description: 'A State that is not a party, with its status' })

const Standing = z
  .object({
    instrument: InstrumentRef,
    states: z.int().min(0).meta({ description: 'Members that are States' }),
    parties: z.int().min(0).meta({ description: 'Of those, the parties to the instrument' }),
    missing: z.array(MissingState).meta({
      description:
        'Of those, the others. States not yet admitted to the United Nations are left out unless they have acted: of these the record does not claim to know.',
    }),
  })
  .meta({ id: 'GroupStanding', description: 'How the States of a group stand to one instrument' })

export const groupAnswerFields = {
  ...groupFields,
  members: z
    .array(GroupMemberShape)
    .meta({ description: 'The members on the day asked about, in the order of their names' }),
  formerMembers: z
    .array(GroupMemberShape)
    .meta({ description: 'Memberships that had ended by then, the last first' }),
  instruments: z
    .array(Standing)
    .meta({ description: 'How it stands to each instrument that a resolution urges' }),
}

function toFields(lang: Language, group: Group) {
  const messages = messagesIn(lang)
  const name = groupNameIn(messages, group).text
  const short = groupShortNameIn(messages, group).text
  const { code, kind, url, source } = group
  return { code, name, shortName: short === name ? null : short, kind, url, source }
}

export const toGroupSummary =
  (lang: Language) =>
  ({ group, members }: CountedGroup): z.infer<typeof GroupSummary> => ({ ...toFields(lang, group), members })

export const toGroupMember =
  (day: Day) =>
  ({ state, period }: GroupMember): GroupMemberShape => ({
    ...toStateRef(state, day),
    from: boundsOf(period.from),
    until: boundsOf(period.until),
    certainty: period.certainty,
    source: period.source,
  })

function boundsOf(printed: string | null) {
  if (printed === null) return null
  const [earliest, latest] = daysOf(printed)
  return toDayFields({ earliest, latest })
}

export const toGroupAnswer = (
  { group, members, past, standings }: GroupOnDay,
  { asOf: day, naming }: Pick<Reading, 'asOf' | 'naming'>,
) => ({
  ...toFields(naming.lang, group),
  members: members.map(toGroupMember(day)),
  formerMembers: past.map(toGroupMember(day)),
  instruments: standings.map(({ instrument, states, parties, missing }) => ({
    instrument: toInstrumentRef(instrument),
    states,
    parties,
    missing: missing.map(({ state, status }) => ({ ...toStateRef(state, day), status })),
  })),
})
