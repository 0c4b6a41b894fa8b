import { asc } from 'drizzle-orm'
import { grouped } from '../../domain/grouped.js'
import type { MembershipPeriod } from '../../domain/groups/membership.js'
import { regionalGroupNames, regionalPeriodOf } from '../../domain/groups/regional.js'
import { plainName } from '../../domain/name.js'
import { type Certainty, type GroupKind, regionalGroups } from '../../domain/vocabulary.js'
import { participants } from '../schema.js'
import type { Memo } from '../sqlite/memo.js'
import type { Db } from '../sqlite/open.js'
import { groupMembers, groups } from './schema.js'

/** A group of States, with the periods of membership of each participant that was ever in it, by code. */
export interface Group {
  readonly code: string
  readonly name: string
  /** A usual abbreviation, such as AU. */
  readonly shortName: string | null
  readonly kind: GroupKind
  readonly url: string | null
  readonly source: string | null
  readonly isAdded: boolean
  readonly members: ReadonlyMap<string, readonly GroupPeriod[]>
}

export interface GroupPeriod extends MembershipPeriod {
  readonly certainty: Certainty
  readonly source: string
}

export function groupQueries(db: Db, memo: Memo) {
  const own = db.select().from(groups).orderBy(asc(groups.name)).prepare()
  const periods = db
    .select()
    .from(groupMembers)
    .orderBy(asc(groupMembers.participant), asc(groupMembers.from))
    .prepare()
  const members = db.select().from(participants).prepare()

  /** All groups: those of the United Nations’ regions, then the others in the order of their names. */
  const all = memo((): readonly Group[] => {
    const byGroup = grouped(periods.all(), ({ group }) => group)
    return [
      ...regional(members.all()),
      ...own.all().map((group) => ({ ...group, members: byMember(byGroup.get(group.code) ?? []) })),
    ]
  })

  /** Groups by their codes, names and abbreviations, without regard to letter case. */
  const named = memo(
    (): ReadonlyMap<string, Group> =>
      new Map(
        all()
          .toReversed()
          .flatMap((group) => namesOf(group).map((name): [string, Group] => [plainName(name), group])),
      ),
  )

  return {
    all,

    /** The group with a code, a name or an abbreviation, in any letter case. */
    named: (given: string): Group | undefined => named().get(plainName(given)),
  }
}

/** What a group is known by. */
export const namesOf = ({ code, name, shortName }: Pick<Group, 'code' | 'name' | 'shortName'>): string[] => [
  code,
  name,
  ...(shortName === null ? [] : [shortName]),
]

const byMember = (rows: readonly (typeof groupMembers.$inferSelect)[]) =>
  grouped(
    rows.map(({ from, ...row }) => ({ ...row, from: from === '' ? null : from })),
    ({ participant }) => participant,
  )

const regionalSource = {
  url: 'https://www.un.org/dgacm/en/content/regional-groups',
  source: 'United Nations: regional groups of Member States, and the days of their admission',
}

/** The record holds only today's regional group of a State: it stands for all days of its membership. */
const regional = (everyone: readonly (typeof participants.$inferSelect)[]): Group[] =>
  regionalGroups.map((code) => ({
    code,
    ...regionalGroupNames[code],
    kind: 'regional-group',
    ...regionalSource,
    isAdded: false,
    members: new Map(
      everyone.flatMap((one): [string, GroupPeriod[]][] => {
        const period = one.regionalGroup === code ? regionalPeriodOf(one) : null
        return period === null
          ? []
          : [[one.code, [{ ...period, certainty: 'secondary', source: 'admission to the United Nations' }]]]
      }),
    ),
  }))
