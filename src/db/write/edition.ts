import { isNull } from 'drizzle-orm'
import { type Kept, mergeEdition, mergeUnits } from '../../domain/edition.js'
import { DomainError } from '../../domain/errors.js'
import { grouped } from '../../domain/grouped.js'
import type { Day } from '../../domain/vocabulary.js'
import { actionsOfEditions, factsOfEditions, lastEdition } from '../editions.js'
import { actions } from '../schema.js'
import type { Db, Tx } from '../sqlite/open.js'
import { type Fact, type FactName, type Facts, factNames, type StoredFact } from '../statements/facts.js'
import { openWriter } from './differences.js'
import { factTerms } from './fact-terms.js'
import type { ImportedFile } from './record.js'
import { type ReferenceTables, updateReference, withdrawName } from './reference.js'
import { type Recorded, type RevisionOptions, writeImport, writeRevision } from './revision.js'
import { writeFacts } from './statement-writer.js'

/** An edition of the seed: the reference tables, and its actions for each instrument. */
export interface Edition {
  readonly reference: ReferenceTables
  readonly file: ImportedFile & { readonly edition: Day }
  /** All its statements and territorial events. */
  readonly facts: Facts
}

/** The effect of a new edition, and what it leaves to the operator's own imports. */
export interface EditionRecorded extends Recorded {
  readonly edition: Day
  readonly kept: readonly (Kept & { readonly instrument: string })[]
  /** How many rows of statements and territories it changed. */
  readonly factsChanged: number
  /** The statements, and the territories of an instrument and a State, that stay as the operator's own imports have them. */
  readonly keptFacts: readonly string[]
}

/**
 * Brings a new edition of the seed into a record that is in use, as one revision. What the operator's own imports changed
 * stays theirs; names, totals and gaps are taken over. The same edition again changes only what a revert has set back.
 * @param importedAt  the instant of the import, RFC 3339 in UTC
 * @throws DomainError if the record holds a later edition
 */
export function recordEdition(
  db: Db,
  { reference, file, facts }: Edition,
  importedAt: string,
  options: RevisionOptions = {},
): EditionRecorded {
  const kept: EditionRecorded['kept'][number][] = []
  const keptFacts = new Set<string>()
  let factsChanged = 0
  const recorded = writeRevision(db, options, (tx, revision) => {
    const editions = actionsOfEditions(tx).map((one) => grouped(one, ({ instrument }) => instrument))
    const last = lastEdition(tx) ?? ''
    if (last > file.edition)
      throw new DomainError('invalid-parameter', `The record holds a later edition, of ${last}`, 'edition')
    const allHeld = tx.select().from(actions).where(isNull(actions.knownUntil)).all()
    const held = grouped(allHeld, ({ instrument }) => instrument)
    if (last === '') withdrawName(tx)
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
    const merged = factNames.map((name) => mergeFacts(tx, revision, name, facts[name]))
    for (const { kept } of merged) for (const { unit } of kept) keptFacts.add(unit)
    factsChanged = writeFacts(
      db.$client,
      revision,
      Object.fromEntries(factNames.map((name, at) => [name, merged[at]])),
    )
    const { tables, isNews } = writer.finish()
    return { tables, isNews: isNews || factsChanged > 0 || last < file.edition, warnings }
  })
  return { edition: file.edition, ...recorded, kept, factsChanged, keptFacts: [...keptFacts] }
}

/** Merges one table of statements or territories. */
function mergeFacts<Name extends FactName>(
  tx: Tx,
  revision: number,
  name: Name,
  facts: readonly Fact<Name>[],
) {
  const { held, editions } = factsOfEditions(tx, name, revision)
  const merged = mergeUnits<Fact<Name>, StoredFact<Name>>(held, editions, facts, factTerms[name])
  const corrections = merged.corrections.map(({ from, to }) => ({ from, to: { ...to, ...digestOf(from) } }))
  return { ...merged, corrections }
}

/** An edition has no digest of the depositary's entry: that of an import stays. */
const digestOf = (from: object): object => ('digest' in from ? { digest: from.digest } : {})
