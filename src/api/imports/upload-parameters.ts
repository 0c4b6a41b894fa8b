import { z } from 'zod'
import { Day, DayOrder, ImportFormat } from '../../domain/vocabulary.js'
import { flag } from '../../http/parameters.js'
import { type GivenColumn, givenColumn, notAColumn } from '../../tables/collection/columns-given.js'

/** Headings of columns, each a parameter of its own: a heading may hold commas. */
const headings = (most: number) =>
  z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.string().min(1, 'an empty value names no column').max(500)).max(most),
  )
const override = { type: 'array', items: { type: 'string' } } as const

export const UploadQuery = z.strictObject({
  instrument: z
    .string()
    .min(1)
    .optional()
    .meta({
      description:
        'The instrument that the table is of, by code or MTDSG number. It may be left out where the file’s name says it, for the depositary’s page of a treaty, and in our own long format, whose rows say it. A page of another treaty is refused. A treaty that the record does not hold is entered by its number.',
      examples: ['XVIII-12-a'],
    }),
  asAt: Day.optional().meta({
    description:
      'The last day for which the table speaks; what the record holds of later days stands. Today (UTC) where absent.',
  }),
  fileName: z
    .string()
    .min(1, 'an empty name names no file')
    .max(200, 'a name of a file has 200 characters at the most')
    .refine((name) => !/[/\\\p{Cc}]/u.test(name), 'a name of a file has no slashes and no control characters')
    .optional()
    .meta({ description: 'The name of the file, for the record of imports.', examples: ['18-12-a.csv'] }),
  format: ImportFormat.optional().meta({
    description: 'The format, where it is not recognised from the content.',
  }),
  dayOrder: DayOrder.optional().meta({
    description:
      'Which of day and month stands first in days such as 10/05/2016. Where absent, such a day refuses the file.',
  }),
  dryRun: flag('Says what would change, and changes nothing.'),
  allowRemovals: flag('Lets the table remove actions that the record holds.'),
  column: headings(200)
    .transform((given, { issues }) =>
      given.flatMap((text): GivenColumn[] => {
        const column = givenColumn(text)
        if (column !== null) return [column]
        issues.push({ code: 'custom', message: notAColumn(text), input: text })
        return []
      }),
    )
    .meta({
      description:
        'What a column records whose heading does not say it: the heading, “=”, and a kind of action or “participant”. May be repeated.',
      examples: [['Deposited on=ratification']],
      override,
    }),
  ignoreColumn: headings(200).meta({
    description: 'The heading of a column to pass over. May be repeated.',
    examples: [['Deposited on']],
    override,
  }),
  unknownParticipants: z.enum(['refuse', 'skip']).default('refuse').meta({
    description: 'Whether a name that is not known refuses the file, or is left out and listed.',
  }),
})

export const UploadHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'is not a key of 1 to 255 visible characters')
    .optional()
    .meta({
      description:
        'A name of the request: sent again with the same key, it is answered the same and not run again.',
    }),
})
