import { isNull } from 'drizzle-orm'
import { type Kept, mergeEdition } from '../../domain/edition.js'
import { DomainError } from '../../domain/errors.js'
import { grouped } from '../../domain/grouped.js'
import type { Day } from '../../domain/vocabulary.js'
import { actionsOfEditions, lastEdition } from '../editions.js'
import { actions } from '../schema.js'
import type { Db } from '../sqlite/open.js'
import { openWriter } from './differences.js'
import type { ImportedFile } from './record.js'
import { type ReferenceTables, updateReference } from './reference.js'
import { type Recorded, type RevisionOptions, writeImport, writeRevision } from './revision.js'

/** An edition of the seed: the reference tables, and its actions for each instrument. */
export interface Edition {
  readonly reference: ReferenceTables
  readonly file: ImportedFile & { readonly edition: Day }
}

/** The effect of a new edition, and what it leaves to the operator's own imports. */
export interface EditionRecorded extends Recorded {
  readonly edition: Day
  readonly kept: readonly (Kept & { readonly instrument: string })[]
}

/**
 * Brings a new edition of the seed into a record that is in use, as one revision. What the operator's own imports changed
 * stays theirs; names, totals and gaps are taken over. The same edition again changes only what a revert has set back.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 * @throws DomainError if the record holds a later edition
 */
export function recordEdition(
  db: Db,
  { reference, file }: Edition,
  importedAt: string,
  options: RevisionOptions = {},
): EditionRecorded {
  const kept: EditionRecorded['kept'][number][] = []
  const recorded = writeRevision(db, options, (tx, revision) => {
    const editions = actionsOfEditions(tx).map((one) => grouped(one, ({ instrument }) => instrument))
    const last = lastEdition(tx) ?? ''
    if (last > file.edition)
      throw new DomainError('invalid-parameter', `The record holds a later edition, of ${last}`, 'edition')
    const allHeld = tx.select().from(actions).where(isNull(actions.knownUntil)).all()
    const held = grouped(allHeld, ({ instrument }) => instrument)
    updateReference(tx, reference, revision)
    const warnings = writeImport(tx, { revision, importedAt, ...file, warnings: [...file.warnings] })
    const writer = openWriter(tx, db.$client, revision)
    for (const table of file.tables) {
      const { instrument } = table
      const before = editions.map((one) => one.get(instrument) ?? [])
      const merged = mergeEdition(held.get(instrument) ?? [], before, table.actions)
      kept.push(...merged.kept.map((one) => ({ instrument, ...one })))
      writer.write(table, merged)
    }
    const { tables, isNews } = writer.finish()
    return { tables, isNews: isNews || last < file.edition, warnings }
  })
  return { edition: file.edition, ...recorded, kept }
}
