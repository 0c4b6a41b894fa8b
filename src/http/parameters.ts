import { z } from 'zod'
import { plainName } from '../domain/name.js'
import {
  ActionKind,
  Day,
  languages,
  NextStep,
  oneOf,
  ParticipantKind,
  StatusKind,
} from '../domain/vocabulary.js'

/** A filter of several values, repeated or comma-separated, in any letter case. */
export const list = <T extends z.ZodType>(value: T, description: string, examples: string[]) =>
  z
    .preprocess(
      (given) => (given === undefined ? undefined : values(given)),
      z.array(value).min(1).optional(),
    )
    .meta({
      description: `${description} Several values, repeated or comma-separated, are alternatives.`,
      examples: [examples],
    })

const values = (given: unknown): string[] =>
  [given].flat().flatMap((part) =>
    String(part)
      .split(',')
      .map((value) => value.trim().toLowerCase()),
  )

/** A whole number within bounds, written in digits. */
export const wholeNumber = (what: string, least: number, most = Number.MAX_SAFE_INTEGER) => {
  const error = ({ input }: { input?: unknown }) => `“${String(input)}” is not ${what}`
  return z.preprocess(
    (given) => (typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given),
    z.int({ error }).min(least, { error }).max(most, { error }),
  )
}

/** `true` or `false`; false if absent. */
export const flag = (description: string) =>
  z
    .stringbool({
      truthy: ['true'],
      falsy: ['false'],
      error: ({ input }) => `“${String(input)}” is neither true nor false`,
    })
    .default(false)
    .meta({ description, override: { type: 'boolean', default: false } })

export const codes = z.string().min(1, 'an empty value names nothing')

export const asOf = Day.optional().meta({
  description:
    'The day asked about: the answer is the record as it stood at the end of that day, by deposit. Today (UTC) where absent; at the latest, the day that it is anywhere on Earth.',
  examples: ['2008-12-18'],
})

export const revision = wholeNumber('the number of an import', 1)
  .optional()
  .meta({
    description:
      'The record as it was known after this import. The newest where absent. Together with “asOf”, an answer that never changes.',
    examples: [1],
  })

/** The two times of a query: the day, and the import after which the record is read. */
export const moment = { asOf, revision }

/** The language of the names in an answer. */
export const lang = oneOf(languages)
  .default('en')
  .meta({
    description:
      'The language of the names of States, organizations and groups, and of titles and short names of instruments; lists by name are in its order. English where the record holds none: “names” is null in that language. All else is English: territories, regions, resolutions, summaries, notes, sources, citations and problems.',
    examples: ['fr'],
  })

/** What every read of the record takes: the two times, and the language of names. */
export const ofReading = { ...moment, lang }

/** The default size of a page of JSON: more than any list of participants. */
export const defaultLimit = 250

export const paging = {
  limit: wholeNumber('the size of a page, from 1 to 1000', 1, 1000)
    .optional()
    .meta({
      description: `How many entries a page holds at the most: ${defaultLimit} where absent. CSV is whole without it.`,
    }),
  cursor: z
    .string()
    .optional()
    .meta({ description: 'Where the page starts, from “links.next” of the page before. Opaque.' }),
}

/** The parameters that only CSV takes. */
export const csvParameters = {
  bom: flag('Whether the file begins with a byte order mark, by which Excel recognises UTF-8.'),
}

export const filters = {
  instrument: list(codes, 'Instruments, by code or MTDSG number.', ['cedaw', 'opsc']),
  state: list(codes, 'Participants, by alpha-3, alpha-2 or M49 code.', ['AFG']),
  group: list(
    codes,
    'Groups of States, by code, name or abbreviation: the United Nations regional groups and the others of /v1/groups. Members on the day asked about.',
    ['african-union'],
  ),
  region: list(codes, 'M49 regions and subregions, by code or English name.', ['002']),
  kind: list(ParticipantKind, 'Kinds of participant, on the day asked about.', ['member-state']),
  status: list(StatusKind, 'Statuses.', ['signatory', 'withdrawn']),
  nextStep: list(NextStep, 'What is left to do.', ['ratify']),
  action: list(ActionKind, 'Kinds of action.', ['accession']),
  resolution: list(
    codes,
    'Only instruments that these resolutions urge States to consider ratifying or acceding to.',
    ['a-res-63-194'],
  ),
  paragraph: list(
    wholeNumber('the number of a paragraph', 1),
    'Only instruments that these paragraphs urge States to consider ratifying or acceding to.',
    ['1'],
  ),
  minimum: wholeNumber('a number of instruments', 0)
    .optional()
    .meta({ description: 'Only States with at least this many instruments outstanding.' }),
  q: z
    .string()
    .trim()
    .max(200, 'is longer than 200 characters')
    .refine((sought) => plainName(sought) !== '', 'a search takes letters or digits')
    .optional()
    .meta({
      description:
        'A code, or part of a name in any of the six languages or of another name in use: best first.',
    }),
}

const code = codes

export const StateParams = z.object({
  state: code.meta({
    description:
      'ISO 3166-1 alpha-3 code. Alpha-2, M49 and other letter case are redirected (308) to it. Not ISO: EUE (European Union), X-… (other organizations).',
    examples: ['USA'],
  }),
})

export const InstrumentParams = z.object({
  instrument: code.meta({
    description: 'Code of the instrument. Its MTDSG number and other letter case are redirected (308) to it.',
    examples: ['cedaw'],
  }),
})

export const GroupParams = z.object({
  group: code.meta({
    description:
      'Code of the group. Its name, its abbreviation (EU) and other letter case are redirected (308) to it.',
    examples: ['african-union'],
  }),
})

export const ResolutionParams = z.object({
  resolution: code.meta({
    description:
      'Code of the resolution. Its symbol (A%2FRES%2F63%2F194) and other letter case are redirected (308) to it.',
    examples: ['a-res-63-194'],
  }),
})
