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

/** @throws DomainError for what is no cursor of ours */
export function decodeCursor(cursor: string): Cursor {
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
export const notOurs = (cursor: string): DomainError => {
  const detail = `“${cursor}” is not a cursor: take it from “links.next” of the page before`
  return new DomainError('invalid-parameter', detail, 'cursor')
}
