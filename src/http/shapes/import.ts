import { z } from 'zod'
import type { Import as StoredImport } from '../../db/imports.js'
import { Day } from '../../domain/vocabulary.js'
import { InstrumentRef, type RefOf } from './instrument.js'

const ImportedTable = z
  .object({
    instrument: InstrumentRef,
    asAt: Day.meta({ description: 'The last day for which it speaks' }),
    added: z.int().min(0),
    corrected: z.int().min(0),
    removed: z.int().min(0),
  })
  .meta({ id: 'ImportedTable', description: 'What an import changed of one instrument' })

export const importFields = {
  id: z.int().min(1).meta({ description: 'The number of the import: the record’s revision from then on' }),
  importedAt: z.string().meta({ format: 'date-time', description: 'RFC 3339, UTC' }),
  fileName: z.string(),
  sha256: z.string().meta({ description: 'Of the file, hexadecimal' }),
  format: z.string(),
  rows: z.int().min(0),
  tables: z.array(ImportedTable),
  warnings: z.array(z.string()),
}

export const Import = z
  .object(importFields)
  .meta({ id: 'Import', description: 'Where a part of the record came from, and what it changed' })

export const toImport = (
  { revision, importedAt, fileName, sha256, format, rows, tables, warnings }: StoredImport,
  refOf: RefOf,
): z.infer<typeof Import> => ({
  id: revision,
  importedAt,
  fileName,
  sha256,
  format,
  rows,
  tables: tables.map(({ instrument, asAt, added, corrected, removed }) => ({
    instrument: refOf(instrument),
    asAt,
    added,
    corrected,
    removed,
  })),
  warnings,
})
