import { z } from 'zod'
import { daysOf } from '../../domain/calendar.js'
import { StatementCoverage } from '../../domain/statements/vocabulary.js'
import {
  addressees,
  Day,
  EntryIntoForceRule,
  languages,
  oneOf,
  ParticipantKind,
  RegionalGroup,
  Requirement,
  WithdrawalRule,
} from '../../domain/vocabulary.js'
import { groupTables } from './group-tables.js'
import { Count, Number1, reference, table } from './table.js'

const territoryCode = /^([A-Z]{3}|X-[A-Z]+(-[A-Z]+)*)$/

/** Whether the days of a printed total are days, and in order. */
function isPrintedDay(printed: string): boolean {
  const month = Number(printed.slice(5, 7))
  const [first, last] = month >= 1 && month <= 12 ? daysOf(printed) : ['', '']
  return Day.safeParse(first).success && Day.safeParse(last).success && first <= last
}

/** The imports from and until which the record holds a row; in the seed itself there are none. */
const ofEditions = {
  knownFrom: Number1.optional().meta({
    description: 'The import that the record has it from',
    addedIn: '1.0.0',
  }),
  knownUntil: Number1.optional().meta({ description: 'The import that replaced it', addedIn: '1.0.0' }),
}

/** The tables beside the actions, one file each, as in `seed/`, under the column names of the files. */
export const referenceTables = {
  regions: table({
    title: 'Regions',
    description: 'M49 areas: continental regions, and the subregions within them.',
    row: z.object({ code: z.string(), name: z.string(), within: z.string().optional() }),
    primaryKey: ['code'],
    foreignKeys: [],
  }),
  participants: table({
    title: 'Participants',
    description:
      'States and others that may be parties to treaties, with codes, groups, membership and names.',
    row: z.object({
      code: z
        .string()
        .regex(/^([A-Z]{3}|X-[A-Z]+)$/, 'is neither an alpha-3 code nor one like X-WHO')
        .meta({ description: 'ISO 3166-1 alpha-3, or EUE, or X-… for other organizations' }),
      alpha2: z.string().length(2).optional().meta({ description: 'ISO 3166-1 alpha-2' }),
      m49: z.string().length(3).optional(),
      kind: ParticipantKind,
      regionalGroup: RegionalGroup.optional(),
      region: z.string().optional(),
      subregion: z.string().optional(),
      memberFrom: Day.optional().meta({ description: 'The day it was admitted to the United Nations' }),
      memberUntil: Day.optional().meta({ description: 'The last day of a former State' }),
      nameAr: z.string().optional(),
      nameZh: z.string().optional(),
      nameEn: z.string(),
      nameFr: z.string().optional(),
      nameRu: z.string().optional(),
      nameEs: z.string().optional(),
    }),
    primaryKey: ['code'],
    foreignKeys: [reference('region', 'regions'), reference('subregion', 'regions')],
  }),
  aliases: table({
    title: 'Other names',
    description: 'Names of participants that tables use, beside those of “participants”.',
    row: z.object({ name: z.string(), participant: z.string() }),
    primaryKey: ['name', 'participant'],
    foreignKeys: [reference('participant', 'participants')],
  }),
  'former-names': table({
    title: 'Former names',
    description: 'English names that a State bore before its present one: answers of those days use them.',
    row: z.object({
      participant: z.string(),
      until: Day.meta({ description: 'The first day on which it no longer bore the name' }),
      name: z.string(),
      ...ofEditions,
    }),
    primaryKey: ['participant', 'until', 'knownFrom'],
    foreignKeys: [reference('participant', 'participants')],
    addedIn: '1.0.0',
  }),
  instruments: table({
    title: 'Instruments',
    description: 'The treaties, with what their final clauses say of becoming a party and of withdrawing.',
    row: z.object({
      code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in kebab-case'),
      number: z.string().meta({ description: 'The depositary’s number' }),
      shortName: z.string(),
      title: z.string(),
      adoptedAt: z.string().optional().meta({ description: 'The place' }),
      adoptedOn: Day.optional(),
      inForceOn: Day.optional().meta({ description: 'Its own entry into force' }),
      inForceArticle: z.string().optional(),
      registration: z.string().optional(),
      depositary: z.string(),
      url: z.url().optional().meta({ description: 'The depositary’s page' }),
      entryIntoForceRule: EntryIntoForceRule.optional(),
      entryIntoForceArticle: z.string().optional(),
      signatureUntil: Day.optional().meta({ description: 'The last day for signature' }),
      signatureArticle: z.string().optional(),
      withdrawalRule: WithdrawalRule.optional(),
      withdrawalArticle: z.string().optional(),
      convention: z.string().optional().meta({
        description: 'The convention it is a protocol to, where leaving that entails leaving it',
      }),
      conventionArticle: z.string().optional(),
      asAt: Day.optional().meta({ description: 'The last day for which its record was reconciled' }),
      noReservationsArticle: z.string().optional().meta({
        description: 'The article that allows no reservations, if one does',
        addedIn: '1.0.0',
      }),
    }),
    primaryKey: ['code'],
    foreignKeys: [reference('convention', 'instruments')],
  }),
  'instrument-titles': table({
    title: 'Titles of instruments in other languages',
    description:
      'Official titles, and short names in use, in the other official languages of the United Nations.',
    row: z.object({
      instrument: z.string(),
      language: oneOf(languages).exclude(['en']),
      title: z.string(),
      shortName: z.string(),
    }),
    primaryKey: ['instrument', 'language'],
    foreignKeys: [reference('instrument', 'instruments')],
    addedIn: '1.0.0',
  }),
  preconditions: table({
    title: 'Preconditions',
    description: 'What must hold before a State can become a party to an instrument.',
    row: z.object({
      instrument: z.string(),
      required: z.string().optional().meta({ description: 'The instrument it is about' }),
      requires: Requirement,
      article: z.string(),
    }),
    primaryKey: [],
    foreignKeys: [reference('instrument', 'instruments'), reference('required', 'instruments')],
  }),
  resolutions: table({
    title: 'Resolutions',
    description: 'Resolutions that urge Member States to consider ratifying or acceding to instruments.',
    row: z.object({
      code: z.string(),
      symbol: z.string(),
      title: z.string(),
      adoptedOn: Day,
      addresses: z.enum(addressees),
      url: z.url(),
    }),
    primaryKey: ['code'],
    foreignKeys: [],
  }),
  paragraphs: table({
    title: 'Paragraphs',
    description: 'Paragraphs of resolutions, in our own words.',
    row: z.object({ resolution: z.string(), paragraph: Count, summary: z.string() }),
    primaryKey: ['resolution', 'paragraph'],
    foreignKeys: [reference('resolution', 'resolutions')],
  }),
  urges: table({
    title: 'What paragraphs urge',
    description: 'Which instruments a paragraph urges Member States to consider ratifying or acceding to.',
    row: z.object({ resolution: z.string(), paragraph: Count, instrument: z.string() }),
    primaryKey: ['resolution', 'paragraph', 'instrument'],
    foreignKeys: [
      { fields: ['resolution', 'paragraph'], table: 'paragraphs', to: ['resolution', 'paragraph'] },
      reference('instrument', 'instruments'),
    ],
  }),
  totals: table({
    title: 'Printed totals',
    description: 'Signatories and parties that others printed, with which the record must agree.',
    row: z.object({
      instrument: z.string(),
      asAt: z
        .string()
        .regex(
          /^\d{4}-\d{2}(-\d{2}(\/\d{4}-\d{2}-\d{2})?)?$/,
          'is neither a day, nor a month, nor two days with “/” between them',
        )
        .refine(isPrintedDay, 'is no day, month or interval of the calendar')
        .meta({ description: 'A day, a month or an interval: the number held on some day of it' }),
      signatories: Count.optional(),
      parties: Count.optional(),
      source: z.string(),
    }),
    primaryKey: ['instrument', 'asAt'],
    foreignKeys: [reference('instrument', 'instruments')],
  }),
  gaps: table({
    title: 'Known gaps',
    description: 'What the record is known not to hold: answers of those days say so.',
    row: z.object({
      instrument: z.string(),
      from: Day,
      until: Day.meta({ description: 'The first day on which nothing is missing any more' }),
      what: z.string().meta({ description: 'What is missing, in our own words' }),
      ...ofEditions,
    }),
    primaryKey: ['instrument', 'from', 'what', 'knownFrom'],
    foreignKeys: [reference('instrument', 'instruments')],
    addedIn: '1.0.0',
  }),
  territories: table({
    title: 'Territories',
    description:
      'Territories for which States answer, or once did: a row for each State that did. Names and codes say nothing of our own views.',
    row: z.object({
      code: z.string().regex(territoryCode, 'is neither an alpha-3 code nor one like X-ADEN').meta({
        description: 'ISO 3166-1 alpha-3, that of the later State where it became one, or X-…',
      }),
      name: z.string(),
      responsible: z.string().meta({ description: 'The State that answers for it' }),
      until: Day.optional().meta({ description: 'The first day on which that State no longer did' }),
      successor: z.string().optional().meta({
        description: 'The participant that took its place, by independence, or that answers for it since',
      }),
    }),
    primaryKey: ['code', 'responsible'],
    foreignKeys: [reference('responsible', 'participants'), reference('successor', 'participants')],
    addedIn: '1.0.0',
  }),
  'statement-coverage': table({
    title: 'Coverage of statements',
    description:
      'How much the record holds of what States said of an instrument, and up to which day. Of an instrument without a row it holds none.',
    row: z.object({
      instrument: z.string(),
      coverage: StatementCoverage,
      asAt: Day.optional().meta({ description: 'The last day for which that holds' }),
      what: z.string().optional().meta({ description: 'What is missing, in our own words' }),
      ...ofEditions,
    }),
    primaryKey: ['instrument', 'knownFrom'],
    foreignKeys: [reference('instrument', 'instruments')],
    addedIn: '1.0.0',
  }),
  ...groupTables,
}

export const referenceNames = Object.keys(referenceTables) as (keyof typeof referenceTables)[]
