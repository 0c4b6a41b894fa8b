import { z } from 'zod'
import type { Reading } from '../../answers/reading.js'
import type { TerritoryRow } from '../../answers/territories.js'
import type { TerritorialEvent } from '../../domain/statements/territories.js'
import { TerritorialEventKind, TerritoryStatus } from '../../domain/statements/vocabulary.js'
import { Certainty, Day } from '../../domain/vocabulary.js'
import { statementCollection } from './coverage.js'
import { dayFields, toDayFields } from './dated.js'
import { InstrumentRef, toInstrumentRef } from './instrument.js'
import { StateRef, toStateRef } from './participant.js'

export const TerritoryRef = z
  .object({
    code: z
      .string()
      .meta({ description: 'ISO 3166-1 alpha-3, or X-… where there is none', examples: ['BMU'] }),
    name: z.string().meta({ description: 'In English', examples: ['Bermuda'] }),
  })
  .meta({ id: 'TerritoryRef', description: 'A territory for which a State answers, or once did' })
export type TerritoryRef = z.infer<typeof TerritoryRef>

const TerritorialEventShape = z
  .object({
    event: TerritorialEventKind,
    ...dayFields,
    effectOn: Day.nullable().meta({ description: 'The day it takes effect, where a source prints one' }),
    certainty: Certainty,
    source: z.string().meta({ description: 'Where the record has it from' }),
  })
  .meta({ id: 'TerritorialEvent', description: 'What a State notified of a territory' })

const TerritorialApplication = z
  .object({
    state: StateRef,
    instrument: InstrumentRef,
    territory: TerritoryRef,
    status: TerritoryStatus,
    since: Day.meta({ description: 'The first day of that status' }),
    events: z
      .array(TerritorialEventShape)
      .meta({ description: 'All that was notified of it by the day asked about, in order' }),
  })
  .meta({
    id: 'TerritorialApplication',
    description: 'Whether an instrument applies to a territory through a State',
  })
type TerritorialApplication = z.infer<typeof TerritorialApplication>

export const TerritoryList = statementCollection(TerritorialApplication, 'TerritoryList')

export const toTerritory = (
  { state, instrument, territory, status, since, events }: TerritoryRow,
  day: Day,
): TerritorialApplication => ({
  state: toStateRef(state, day),
  instrument: toInstrumentRef(instrument),
  territory: { code: territory.code, name: territory.name },
  status,
  since,
  events: events.map(toEvent),
})

const toEvent = (one: TerritorialEvent): z.infer<typeof TerritorialEventShape> => ({
  event: one.event,
  ...toDayFields(one),
  effectOn: one.effectOn,
  certainty: one.certainty,
  source: one.source,
})

/** Makes references to territories from their codes. */
export function territoryRefs({ store }: Reading): (code: string) => TerritoryRef {
  const names = new Map(store.territories.all().map(({ code, name }) => [code, name]))
  return (code) => ({ code, name: names.get(code) ?? code })
}
