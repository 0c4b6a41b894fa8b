import { z } from 'zod'
import { DayMonthOrYear } from '../../domain/groups/membership.js'
import { Certainty, listedGroupKinds, oneOf, RegionalGroup } from '../../domain/vocabulary.js'
import { reference, table, YesNo } from './table.js'

const isRegional = (code: string): boolean => RegionalGroup.safeParse(code).success

export const GroupCode = z
  .string('the code is missing')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in kebab-case, like african-union')
  .refine((code) => !isRegional(code), 'is the code of a regional group of the United Nations')

/** The days of a membership. */
export const membershipDays = {
  from: DayMonthOrYear.optional().meta({
    description:
      'The day of joining; no more than its month or year (1976-12, 1976) where that is all a source gives: it counts from the last day. Empty where there is no day to name',
  }),
  until: DayMonthOrYear.optional().meta({
    description: 'The first day on which it was no longer a member; likewise',
  }),
}

/** Groups of States, and who was in them when. */
export const groupTables = {
  groups: table({
    title: 'Groups of States',
    description:
      'Organizations and other groups of States, beside the five regional groups of “participants”.',
    row: z.object({
      code: GroupCode,
      name: z.string('the name is missing'),
      shortName: z.string().optional().meta({ description: 'A usual abbreviation' }),
      kind: oneOf(listedGroupKinds),
      url: z.url().optional().meta({ description: 'Where the group lists its members' }),
      source: z.string().optional().meta({ description: 'What the list of members was compiled from' }),
      isAdded: YesNo.optional().meta({
        description: 'Whether the operator added it, beside what the seed has',
        addedIn: '1.0.0',
      }),
    }),
    primaryKey: ['code'],
    foreignKeys: [],
    addedIn: '1.0.0',
  }),
  'group-members': table({
    title: 'Members of groups',
    description: 'The periods in which participants were members of groups: full members alone.',
    row: z.object({
      group: z.string(),
      participant: z.string(),
      ...membershipDays,
      certainty: Certainty,
      source: z.string('the source is missing'),
    }),
    primaryKey: ['group', 'participant', 'from'],
    foreignKeys: [reference('group', 'groups'), reference('participant', 'participants')],
    addedIn: '1.0.0',
  }),
}
