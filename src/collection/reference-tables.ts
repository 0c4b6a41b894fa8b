import { z } from 'zod'
import {
  addressees,
  Day,
  EntryIntoForceRule,
  ParticipantKind,
  RegionalGroup,
  Requirement,
  WithdrawalRule,
} from '../domain/vocabulary.js'
import { readTable } from './table.js'

const Count = z.coerce.number<string>().int().min(0)

/** What a record needs beside actions, one table of `seed/` each; the column names are the file's. */
const shapes = {
  regions: z.object({ code: z.string(), name: z.string(), within: z.string().optional() }),
  participants: z.object({
    code: z.string().regex(/^([A-Z]{3}|X-[A-Z]+)$/, 'is neither an alpha-3 code nor one like X-WHO'),
    alpha2: z.string().length(2).optional(),
    m49: z.string().length(3).optional(),
    kind: ParticipantKind,
    regionalGroup: RegionalGroup.optional(),
    region: z.string().optional(),
    subregion: z.string().optional(),
    memberFrom: Day.optional(),
    memberUntil: Day.optional(),
    nameAr: z.string().optional(),
    nameZh: z.string().optional(),
    nameEn: z.string(),
    nameFr: z.string().optional(),
    nameRu: z.string().optional(),
    nameEs: z.string().optional(),
  }),
  aliases: z.object({ name: z.string(), participant: z.string() }),
  instruments: z.object({
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in kebab-case'),
    number: z.string(),
    shortName: z.string(),
    title: z.string(),
    adoptedAt: z.string().optional(),
    adoptedOn: Day.optional(),
    inForceOn: Day.optional(),
    inForceArticle: z.string().optional(),
    registration: z.string().optional(),
    depositary: z.string(),
    url: z.url().optional(),
    entryIntoForceRule: EntryIntoForceRule.optional(),
    entryIntoForceArticle: z.string().optional(),
    signatureUntil: Day.optional(),
    signatureArticle: z.string().optional(),
    withdrawalRule: WithdrawalRule.optional(),
    withdrawalArticle: z.string().optional(),
    convention: z.string().optional(),
    conventionArticle: z.string().optional(),
    asAt: Day,
  }),
  preconditions: z.object({
    instrument: z.string(),
    required: z.string().optional(),
    requires: Requirement,
    article: z.string(),
  }),
  resolutions: z.object({
    code: z.string(),
    symbol: z.string(),
    title: z.string(),
    adoptedOn: Day,
    addresses: z.enum(addressees),
    url: z.url(),
  }),
  paragraphs: z.object({ resolution: z.string(), paragraph: Count, summary: z.string() }),
  urges: z.object({ resolution: z.string(), paragraph: Count, instrument: z.string() }),
  totals: z.object({
    instrument: z.string(),
    asAt: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'is neither a day nor a month'),
    signatories: Count.optional(),
    parties: Count.optional(),
    source: z.string(),
  }),
}

type Shapes = typeof shapes
type TableName = keyof Shapes

/** Everything that a record needs beside actions. */
export type Reference = { readonly [Name in TableName]: readonly z.infer<Shapes[Name]>[] }

/**
 * Reads the tables that a record needs beside actions.
 * @param read  gives the text of a file of the folder, by its name
 * @throws FileRefused with every fault of the first file that has any
 */
export function readReference(read: (file: string) => string): Reference {
  const table = <Name extends TableName>(name: Name): z.infer<Shapes[Name]>[] =>
    readTable(read(`${name}.csv`), `${name}.csv`, shapes[name]).map(({ line: _, ...row }) => row) as z.infer<
      Shapes[Name]
    >[]
  return {
    regions: table('regions'),
    participants: table('participants'),
    aliases: table('aliases'),
    instruments: table('instruments'),
    preconditions: table('preconditions'),
    resolutions: table('resolutions'),
    paragraphs: table('paragraphs'),
    urges: table('urges'),
    totals: table('totals'),
  }
}
