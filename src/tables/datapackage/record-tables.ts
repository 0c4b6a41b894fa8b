import { z } from 'zod'
import { ActionKind, Certainty, Day, StatusKind } from '../../domain/vocabulary.js'
import { Count, Number1, reference, table, YesNo } from './table.js'

/** The columns of our long format, which `seed/` uses. */
export const longColumns = {
  instrument: z.string('the instrument is missing'),
  participant: z.string('the participant is missing'),
  action: ActionKind,
  on: Day.optional().meta({ description: 'The day, where it is known' }),
  earliest: Day.optional().meta({ description: 'The first day it may have been, where it is not' }),
  latest: Day.optional().meta({ description: 'The last day it may have been: it counts from then' }),
  effectOn: Day.optional().meta({ description: 'The day it took effect, where a source prints one' }),
  performedBy: z.string().optional().meta({
    description:
      'The former State that performed it, where the depositary prints it for the one in its place',
    addedIn: '1.0.0',
  }),
  certainty: Certainty,
  source: z.string('the source is missing'),
}

/** What the record learned, and when. With the reference tables, they are the whole record. */
export const recordTables = {
  imports: table({
    title: 'Imports',
    description: 'Where the record came from. The number of an import is the record’s revision from then on.',
    row: z.object({
      revision: Number1,
      importedAt: z.iso.datetime().meta({ description: 'RFC 3339, UTC' }),
      fileName: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256'),
      format: z.string(),
      rows: Count,
      warnings: z.string().meta({ description: 'A JSON array of sentences' }),
      reverts: Number1.optional().meta({ description: 'The import whose changes it undid' }),
      importedBy: z.string().optional().meta({ description: 'The token it came in with over HTTP' }),
      edition: Day.optional().meta({
        description: 'The edition of the seed that it brought in',
        addedIn: '1.0.0',
      }),
    }),
    primaryKey: ['revision'],
    foreignKeys: [reference('reverts', 'imports', 'revision')],
  }),
  'imported-tables': table({
    title: 'Imported tables',
    description: 'What an import said of an instrument, and up to which day.',
    row: z.object({
      revision: Number1,
      instrument: z.string(),
      asAt: Day.meta({ description: 'The last day for which it spoke' }),
      isAsAtStated: YesNo.meta({ description: 'Whether a source says that day' }),
      added: Count,
      corrected: Count,
      removed: Count,
    }),
    primaryKey: ['revision', 'instrument'],
    foreignKeys: [reference('revision', 'imports', 'revision'), reference('instrument', 'instruments')],
  }),
  actions: table({
    title: 'Treaty actions',
    description:
      'Every action that the record holds or has held. What it holds now has no “knownUntil”; the rest was corrected or removed.',
    row: z.object({
      id: Number1,
      ...longColumns,
      knownFrom: Number1.meta({ description: 'The import that the record has it from' }),
      knownUntil: Number1.optional().meta({ description: 'The import that corrected or removed it' }),
      replaces: Number1.optional().meta({ description: 'The action that it corrected' }),
    }),
    primaryKey: ['id'],
    foreignKeys: [
      reference('instrument', 'instruments'),
      reference('participant', 'participants'),
      reference('performedBy', 'participants'),
      reference('knownFrom', 'imports', 'revision'),
      reference('knownUntil', 'imports', 'revision'),
      reference('replaces', 'actions', 'id'),
    ],
  }),
}

/** Tables derived from the rest, for readers who count without applying treaty law themselves. */
export const derivedTables = {
  statuses: table({
    title: 'Periods of status',
    description:
      'The days on which a participant’s status to an instrument was one thing: from “from” on, until the day before “until”. Derived from the actions; of days in no period the status is “none”, or not known.',
    row: z.object({
      instrument: z.string(),
      participant: z.string(),
      status: StatusKind,
      from: Day,
      until: Day.optional().meta({ description: 'The first day on which it no longer held' }),
      signature: Number1.optional(),
      consent: Number1.optional(),
      inForceOn: Day.optional(),
      withdrawal: Number1.optional(),
      withdrawalEffectOn: Day.optional(),
    }),
    primaryKey: ['instrument', 'participant', 'from'],
    foreignKeys: [
      reference('instrument', 'instruments'),
      reference('participant', 'participants'),
      ...['signature', 'consent', 'withdrawal'].map((field) => reference(field, 'actions', 'id')),
    ],
  }),
}
