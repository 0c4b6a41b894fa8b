import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { grouped } from '../domain/grouped.js'
import { byName } from '../domain/name.js'
import type { FormerName } from '../domain/participant.js'
import type { Language } from '../domain/vocabulary.js'
import { covers } from './moment.js'
import { aliases, formerNames, participants, regions } from './schema.js'
import type { Memo } from './sqlite/memo.js'
import type { Db } from './sqlite/open.js'

export type Participant = Omit<typeof participants.$inferSelect, 'region' | 'subregion' | `name${string}`> & {
  readonly name: string
  readonly names: Record<Language, string | null>
  readonly region: Region | null
  readonly subregion: Region | null
}

export interface Region {
  readonly code: string
  readonly name: string
}

export function participantQueries(db: Db, memo: Memo) {
  const subregions = alias(regions, 'subregions')
  const base = () =>
    db
      .select({ participant: participants, region: regions, subregion: subregions })
      .from(participants)
      .leftJoin(regions, eq(regions.code, participants.region))
      .leftJoin(subregions, eq(subregions.code, participants.subregion))
  const all = base().prepare()
  const byCode = base()
    .where(eq(participants.code, sql.placeholder('code')))
    .prepare()
  const codeOf = db
    .select({ code: participants.code })
    .from(participants)
    .where(
      or(
        eq(participants.code, sql.placeholder('code')),
        eq(participants.alpha2, sql.placeholder('code')),
        eq(participants.m49, sql.placeholder('m49')),
      ),
    )
    .prepare()
  const areas = db.select().from(regions).prepare()
  const otherNames = db.select().from(aliases).prepare()
  const namesBefore = db
    .select({ participant: formerNames.participant, name: formerNames.name, until: formerNames.until })
    .from(formerNames)
    .where(covers(formerNames.knownFrom, formerNames.knownUntil, 'revision'))
    .prepare()
  const everyone = (): Participant[] => all.all().map(toParticipant)

  return {
    /** All participants, in the order of their English names. */
    all: memo((): readonly Participant[] => everyone().sort(byName)),

    byCode: memo((code: string): Participant | undefined => {
      const row = byCode.get({ code })
      return row && toParticipant(row)
    }),

    /** The canonical code of a participant, from alpha-3, alpha-2 or M49 in any letter case. */
    codeOf: memo(
      (code: string): string | undefined =>
        codeOf.get({ code: code.toUpperCase(), m49: code.padStart(3, '0') })?.code,
    ),

    /** By participant, the English names that it bore before the present one, as known at a revision. */
    formerNames: memo(
      (revision: number): ReadonlyMap<string, readonly FormerName[]> =>
        grouped(namesBefore.all({ revision }), ({ participant }) => participant),
    ),

    regions: memo((): readonly Region[] => areas.all()),

    /** All aliases. */
    aliases: memo(() => otherNames.all()),

    addAlias: (name: string, participant: string): void => {
      db.insert(aliases).values({ name, participant }).run()
    },

    removeAlias: (name: string, participant: string): void => {
      db.delete(aliases)
        .where(and(eq(aliases.name, name), eq(aliases.participant, participant)))
        .run()
    },

    /** All participants with all their names in any language, aliases included. */
    named: (): { code: string; names: string[] }[] => {
      const others = grouped(otherNames.all(), ({ participant }) => participant)
      const before = grouped(
        db.select().from(formerNames).where(isNull(formerNames.knownUntil)).all(),
        ({ participant }) => participant,
      )
      return everyone().map(({ code, names }) => ({
        code,
        names: [
          ...Object.values(names).filter((name) => name !== null),
          ...(before.get(code) ?? []).map(({ name }) => name),
          ...(others.get(code) ?? []).map(({ name }) => name),
        ],
      }))
    },
  }
}

interface ParticipantRow {
  participant: typeof participants.$inferSelect
  region: Region | null
  subregion: Region | null
}

function toParticipant(row: ParticipantRow): Participant {
  const { nameAr, nameZh, nameEn, nameFr, nameRu, nameEs, ...participant } = row.participant
  return {
    ...participant,
    name: nameEn,
    names: { ar: nameAr, zh: nameZh, en: nameEn, fr: nameFr, ru: nameRu, es: nameEs },
    region: row.region,
    subregion: row.subregion,
  }
}
