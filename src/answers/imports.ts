import type { Change } from '../db/changes.js'
import type { Import } from '../db/imports.js'
import { required } from '../domain/errors.js'
import type { Part } from './actions.js'
import type { Reading } from './reading.js'

/** Every import up to the revision of the reading, oldest first. */
export const importsIn = (reading: Reading) => ({
  total: reading.store.imports.count(reading),
  rows: ({ offset, limit }: Part): Import[] => reading.store.imports.page({ ...reading, offset }, limit),
})

/** Finds the instant (RFC 3339, UTC) of the last import about some instruments; null if none was. */
export function lastImportAbout({
  store,
  revision,
}: Reading): (instruments: readonly { readonly code: string }[]) => string | null {
  const lastAbout = store.imports.lastAbout(revision)
  return (instruments) =>
    instruments
      .flatMap(({ code }) => lastAbout.get(code) ?? [])
      .sort()
      .at(-1) ?? null
}

/**
 * One import, and its first changes, at most `most`.
 * @throws DomainError `not-found` if the reading has no import of that number
 */
export function importAt(
  { store, revision }: Reading,
  number: number,
  most: number,
): { found: Import; changes: Change[] } {
  const known = number <= revision ? store.imports.byRevision(number) : undefined
  return { found: required(known, `Import ${number}`), changes: store.imports.changes(number, most) }
}
