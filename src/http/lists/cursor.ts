import { z } from 'zod'
import type { Moment } from '../../db/moment.js'
import { DomainError } from '../../domain/errors.js'
import { Day } from '../../domain/vocabulary.js'

/** Where a page starts, and the moment at which all pages are read. */
export interface Cursor extends Moment {
  readonly offset: number
}

const CursorFields = z.tuple([z.int().min(1), Day, z.int().min(0)])

export const encodeCursor = ({ revision, asOf, offset }: Cursor): string =>
  Buffer.from(JSON.stringify([revision, asOf, offset])).toString('base64url')

interface ListQuery {
  readonly asOf?: Day | undefined
  readonly revision?: number | undefined
  readonly cursor?: string | undefined
}

/**
 * Where a page starts, and its two times. A cursor fixes both times, so pages neither skip nor repeat a row when an import
 * or midnight falls between them.
 * @param newest  the number of the newest import
 * @throws DomainError for an invalid cursor, or one that contradicts the times in the query
 */
export function pageStart(
  { asOf, revision, cursor }: ListQuery,
  newest: number,
): Partial<Moment> & { offset: number } {
  const given = { ...(asOf !== undefined && { asOf }), ...(revision !== undefined && { revision }) }
  if (cursor === undefined) return { ...given, offset: 0 }
  const start = decodeCursor(cursor)
  if (start.revision > newest) throw invalidCursor(cursor)
  for (const [name, value] of Object.entries(given)) {
    const own = start[name as keyof Moment]
    if (value === own) continue
    const detail = `“${value}” is not the “${name}” of the cursor, which is ${own}`
    throw new DomainError('invalid-parameter', detail, name)
  }
  return start
}

/** @throws DomainError for an invalid cursor */
function decodeCursor(cursor: string): Cursor {
  try {
    const [revision, asOf, offset] = CursorFields.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    )
    return { revision, asOf, offset }
  } catch {
    throw invalidCursor(cursor)
  }
}

/** For text that is no cursor, and for the cursor of a newer record. */
const invalidCursor = (cursor: string): DomainError => {
  const detail = `“${cursor}” is not a cursor: take it from “links.next” of the page before`
  return new DomainError('invalid-parameter', detail, 'cursor')
}
