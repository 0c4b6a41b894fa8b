import { asc, eq, or, sql } from 'drizzle-orm'
import { grouped } from '../domain/grouped.js'
import type { Urge } from '../domain/outstanding.js'
import { instruments, paragraphs, resolutions, urges } from './schema.js'
import type { Memo } from './sqlite/memo.js'
import type { Db } from './sqlite/open.js'

export type Resolution = typeof resolutions.$inferSelect & { readonly paragraphs: readonly Paragraph[] }

export interface Paragraph {
  readonly paragraph: number
  /** In our own words. */
  readonly summary: string
}

export function resolutionQueries(db: Db, memo: Memo) {
  const all = db
    .select()
    .from(resolutions)
    .orderBy(asc(resolutions.adoptedOn), asc(resolutions.code))
    .prepare()
  const allParagraphs = db
    .select()
    .from(paragraphs)
    .orderBy(asc(paragraphs.resolution), asc(paragraphs.paragraph))
    .prepare()
  const allUrges = db
    .select({
      resolution: urges.resolution,
      symbol: resolutions.symbol,
      adoptedOn: resolutions.adoptedOn,
      paragraph: urges.paragraph,
      instrument: urges.instrument,
    })
    .from(urges)
    .innerJoin(resolutions, eq(resolutions.code, urges.resolution))
    .innerJoin(instruments, eq(instruments.code, urges.instrument))
    .orderBy(asc(resolutions.adoptedOn), asc(urges.paragraph), asc(instruments.position))
    .prepare()
  const codeOf = db
    .select({ code: resolutions.code })
    .from(resolutions)
    .where(
      or(
        eq(resolutions.code, sql.placeholder('code')),
        eq(sql`lower(${resolutions.symbol})`, sql.placeholder('code')),
      ),
    )
    .prepare()

  return {
    all: memo((): readonly Resolution[] => {
      const texts = grouped(allParagraphs.all(), ({ resolution }) => resolution)
      return all.all().map((resolution) => ({ ...resolution, paragraphs: texts.get(resolution.code) ?? [] }))
    }),

    /** What every paragraph of every resolution urges. */
    urges: memo((): readonly Urge[] => allUrges.all()),

    /** The canonical code of a resolution, from its code or symbol in any letter case. */
    codeOf: memo((code: string): string | undefined => codeOf.get({ code: code.toLowerCase() })?.code),
  }
}
