import { z } from 'zod'
import type { Change } from '../../db/changes.js'
import type { Import as StoredImport } from '../../db/imports.js'
import type { TableChange } from '../../db/write/revision.js'
import type { Action } from '../../domain/action.js'
import { Day } from '../../domain/vocabulary.js'
import type { UploadReport } from '../../import/importer.js'
import { DatedAction, toActionFields } from './action.js'
import { InstrumentRef, type RefOf } from './instrument.js'
import { StateRef } from './participant.js'

const ImportedTable = z
  .object({
    instrument: InstrumentRef,
    asAt: Day.meta({ description: 'The last day for which it speaks' }),
    added: z.int().min(0),
    corrected: z.int().min(0),
    removed: z.int().min(0),
  })
  .meta({ id: 'ImportedTable', description: 'What an import changed of one instrument' })

export const ChangeKind = z.enum(['added', 'corrected', 'removed']).meta({
  id: 'ChangeKind',
  description:
    'added: the record did not hold it. corrected: it held another in its place. removed: it holds it no longer.',
})

const ImportChange = z
  .object({
    kind: ChangeKind,
    state: StateRef,
    instrument: InstrumentRef,
    before: DatedAction.nullable().meta({ description: 'null where it was added' }),
    after: DatedAction.nullable().meta({ description: 'null where it was removed' }),
  })
  .meta({ id: 'ImportChange', description: 'What an import did to one action' })

export const RecordedChange = z
  .object({
    revision: z.int().min(1).meta({ description: 'The import that made it' }),
    ...ImportChange.shape,
  })
  .meta({ id: 'RecordedChange', description: 'A change of the record, and the import that made it' })

export type RecordedChange = z.infer<typeof RecordedChange>

const changes = z.array(ImportChange).meta({
  description:
    'What changed, by instrument and participant: the first of them. “tables” has the counts of all.',
})

const importFields = {
  id: z.int().min(1).meta({ description: 'The number of the import: the record’s revision from then on' }),
  importedAt: z.string().meta({ format: 'date-time', description: 'RFC 3339, UTC' }),
  fileName: z.string(),
  sha256: z.string().meta({ description: 'Of the file, hexadecimal' }),
  format: z.string(),
  rows: z.int().min(0),
  tables: z.array(ImportedTable),
  warnings: z.array(z.string()),
  reverts: z.int().min(1).nullable().meta({ description: 'The import whose changes it undid' }),
  importedBy: z
    .string()
    .nullable()
    .meta({ description: 'The name of the token it came in with over HTTP; null where it came by command' }),
}

export const importWithChangesFields = { ...importFields, changes }

const NotRead = z.object({ what: z.string(), cells: z.int().min(1) }).meta({
  id: 'NotRead',
  description: 'A column or word that records no treaty action, and in how many cells',
})

const LeftOut = z
  .object({ line: z.int().min(1), name: z.string() })
  .meta({ id: 'LeftOut', description: 'A row that was left out, because its name is not known' })

const StatementNews = z
  .object({
    added: z.int().min(0),
    changed: z.int().min(0),
    withdrawn: z.int().min(0),
    territories: z.int().min(0).meta({ description: 'Territorial applications added' }),
    unread: z.int().min(0).meta({ description: 'Statements that differ, or may, and are not decided' }),
    lines: z
      .array(z.string())
      .meta({ description: 'One for each statement that is not the same, with its State' }),
  })
  .meta({ id: 'StatementNews', description: 'What a page said of statements and territories' })

/** The outcome of an upload. */
export const reportFields = {
  id: z.int().min(1).nullable().meta({
    description: 'The number of the import; null where nothing was new, and for a dry run',
  }),
  dryRun: z.boolean(),
  fileName: z.string(),
  sha256: importFields.sha256,
  format: z.string(),
  encoding: z.string().meta({ description: 'What the text was read as', examples: ['utf-8'] }),
  asAt: Day.meta({ description: 'The last day for which the table speaks' }),
  asAtFrom: z
    .enum(['file', 'option', 'today'])
    .meta({ description: 'Who says so: the file, the request, or nobody' }),
  rows: z.int().min(0),
  actions: z.int().min(0).meta({ description: 'How many treaty actions the table tells of' }),
  tables: z.array(ImportedTable),
  statements: StatementNews.nullable().meta({
    description: 'What a depositary’s page said of statements; null for any other file',
  }),
  changes,
  notRead: z.array(NotRead).meta({ description: 'Columns and words that record no treaty action' }),
  leftOut: z.array(LeftOut).meta({ description: 'Names that are not known, left out as was asked' }),
  warnings: z.array(z.string()),
}

export const Import = z
  .object(importFields)
  .meta({ id: 'Import', description: 'Where a part of the record came from, and what it changed' })

export const toImport = (
  {
    revision,
    importedAt,
    fileName,
    sha256,
    format,
    rows,
    tables,
    warnings,
    reverts,
    importedBy,
  }: StoredImport,
  refOf: RefOf,
): z.infer<typeof Import> => ({
  id: revision,
  importedAt,
  fileName,
  sha256,
  format,
  rows,
  tables: tables.map((table) => toTable(table, refOf)),
  warnings,
  reverts,
  importedBy,
})

const toTable = (
  { instrument, asAt, added, corrected, removed }: TableChange,
  refOf: RefOf,
): z.infer<typeof ImportedTable> => ({ instrument: refOf(instrument), asAt, added, corrected, removed })

/** Makes a reference to a participant from its code. */
export type StateRefOf = (code: string) => StateRef

export const toChange = (
  { kind, before, after }: Change,
  refOf: RefOf,
  stateRefOf: StateRefOf,
): z.infer<typeof ImportChange> => {
  const { participant, instrument } = (after ?? before) as Action
  return {
    kind,
    state: stateRefOf(participant),
    instrument: refOf(instrument),
    before: before && toActionFields(before),
    after: after && toActionFields(after),
  }
}

export const toReport = (
  { revision, tables, statements, changes, ...report }: UploadReport,
  dryRun: boolean,
  refOf: RefOf,
  stateRefOf: StateRefOf,
) => ({
  ...report,
  id: revision,
  dryRun,
  tables: tables.map((table) => toTable(table, refOf)),
  statements: statements && { ...statements, lines: [...statements.lines] },
  changes: changes.map((change) => toChange(change, refOf, stateRefOf)),
  notRead: [...report.notRead],
  leftOut: [...report.leftOut],
  warnings: [...report.warnings],
})
