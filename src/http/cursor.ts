import { z } from 'zod'
import type { Moment } from '../db/moment.js'
import { DomainError } from '../domain/errors.js'
import { Day } from '../domain/vocabulary.js'

/** Where a page starts, and the moment that the pages are turned at. */
export interface Cursor extends Moment {
  readonly offset: number
}

const CursorFields = z.tuple([z.int().min(1), Day, z.int().min(0)])

export const encodeCursor = ({ revision, asOf, offset }: Cursor): string =>
  Buffer.from(JSON.stringify([revision, asOf, offset])).toString('base64url')

interface PageQuery {
  readonly asOf?: Day | undefined
  readonly revision?: number | undefined
  readonly cursor?: string | undefined
}

/**
 * The two times of the page asked for, and where it starts. A cursor holds those of the page it came from, so that turning pages neither
 * skips nor repeats anything when an import or midnight falls between them.
 * @param newest  the number of the newest import
 * @throws DomainError for a cursor that is not ours, or that contradicts the times beside it
 */
export function pageAsked(
  { asOf, revision, cursor }: PageQuery,
  newest: number,
): Partial<Moment> & { offset: number } {
  const given = { ...(asOf !== undefined && { asOf }), ...(revision !== undefined && { revision }) }
  if (cursor === undefined) return { ...given, offset: 0 }
  const turned = decodeCursor(cursor)
  if (turned.revision > newest) throw notOurs(cursor)
  for (const [name, value] of Object.entries(given)) {
    const own = turned[name as keyof Moment]
    if (value === own) continue
    const detail = `“${value}” is not the “${name}” of the cursor, which is ${own}`
    throw new DomainError('invalid-parameter', detail, name)
  }
  return turned
}

/** @throws DomainError for what is no cursor of ours */
function decodeCursor(cursor: string): Cursor {
  try {
    const [revision, asOf, offset] = CursorFields.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    )
    return { revision, asOf, offset }
  } catch {
    throw notOurs(cursor)
  }
}

/** What is no cursor of ours, or one of a record that knows more than this one. */
const notOurs = (cursor: string): DomainError => {
  const detail = `“${cursor}” is not a cursor: take it from “links.next” of the page before`
  return new DomainError('invalid-parameter', detail, 'cursor')
}
