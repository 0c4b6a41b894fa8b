import { isNull } from 'drizzle-orm'
import { type Kept, mergeEdition } from '../../domain/edition.js'
import { grouped } from '../../domain/grouped.js'
import { actionsOfLastEdition } from '../editions.js'
import { actions } from '../schema.js'
import type { Db } from '../sqlite/open.js'
import { openWriter } from './differences.js'
import type { ImportedFile } from './record.js'
import { type ReferenceTables, updateReference } from './reference.js'
import { type Recorded, type RevisionOptions, writeImport, writeRevision } from './revision.js'

/** An edition of the seed: the reference tables, and its actions for each instrument. */
export interface Edition {
  readonly reference: ReferenceTables
  readonly file: ImportedFile
}

/** The effect of a new edition, and what it leaves to the operator's own imports. */
export interface EditionRecorded extends Recorded {
  readonly kept: readonly (Kept & { readonly instrument: string })[]
}

/**
 * Brings a new edition of the seed into a record that is in use, as one revision. What the operator's own imports changed
 * stays theirs; names, totals and gaps are taken over.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 */
export function recordEdition(
  db: Db,
  { reference, file }: Edition,
  importedAt: string,
  options: RevisionOptions = {},
): EditionRecorded {
  const kept: EditionRecorded['kept'][number][] = []
  const recorded = writeRevision(db, options, (tx, revision) => {
    const base = grouped(actionsOfLastEdition(tx), ({ instrument }) => instrument)
    const allHeld = tx.select().from(actions).where(isNull(actions.knownUntil)).all()
    const held = grouped(allHeld, ({ instrument }) => instrument)
    updateReference(tx, reference)
    const warnings = writeImport(tx, { revision, importedAt, ...file, warnings: [...file.warnings] })
    const writer = openWriter(tx, db.$client, revision)
    for (const table of file.tables) {
      const { instrument } = table
      const merged = mergeEdition(held.get(instrument) ?? [], base.get(instrument) ?? [], table.actions)
      kept.push(...merged.kept.map((one) => ({ instrument, ...one })))
      writer.write(table, merged)
    }
    return { ...writer.finish(), isNews: true, warnings }
  })
  return { ...recorded, kept }
}
