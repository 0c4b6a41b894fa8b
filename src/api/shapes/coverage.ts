import { z } from 'zod'
import type { Reading } from '../../answers/reading.js'
import type { Instrument } from '../../db/instruments.js'
import { StatementCoverage } from '../../domain/statements/vocabulary.js'
import { Day } from '../../domain/vocabulary.js'
import { citation, collection, Meta, type MetaOf, metaOf } from '../../http/envelope.js'

const InstrumentCoverage = z
  .object({
    instrument: z.string(),
    coverage: StatementCoverage,
    asAt: Day.nullable().meta({
      description: 'The day up to which that holds; null where nothing is held',
    }),
    what: z.string().nullable().meta({ description: 'What is missing; null where nothing is' }),
  })
  .meta({ id: 'InstrumentCoverage', description: 'How much is held of what States said of one instrument' })

/** `Meta` with how much the record holds of what States said. */
export const StatementMeta = z
  .object({
    ...Meta.shape,
    coverage: z.array(InstrumentCoverage).meta({
      description:
        'For each instrument concerned: how much the record holds of what States said of it. Where that is not “whole”, what is not listed may have been said all the same.',
    }),
  })
  .meta({ id: 'StatementMeta', description: 'Which reading of the record this is, and how much it holds' })

/** The shape of one page of what States said. */
export const statementCollection = <T extends z.ZodType>(item: T, id: string) =>
  collection(item, id, StatementMeta)

/**
 * The `meta` of an answer on what States said. Its citation has the days of the coverage, not those of participation.
 * @param what  what the answer tells of the instruments
 */
export function statementMetaOf(
  reading: Reading,
  instruments: readonly Instrument[],
  what = 'Statements on',
): MetaOf & Pick<z.infer<typeof StatementMeta>, 'coverage'> {
  const held = reading.store.statements.coverage(reading.revision)
  const coverage = instruments.map(({ code }) => {
    const { coverage, asAt, what } = held.get(code) ?? notHeld
    return { instrument: code, coverage, asAt, what }
  })
  const cited = instruments.map((one) => ({ ...one, asAt: held.get(one.code)?.asAt ?? null }))
  return { ...metaOf(reading, instruments), source: citation(what, cited), coverage }
}

/** Of an instrument that came with an import of its table alone. */
const notHeld = { coverage: 'none', asAt: null, what: 'Nothing is held of what States said of it.' } as const
