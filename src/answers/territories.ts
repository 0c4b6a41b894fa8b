import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import { grouped } from '../domain/grouped.js'
import {
  type TerritorialEvent,
  type Territory,
  type TerritoryStanding,
  territoryStandingOn,
} from '../domain/statements/territories.js'
import type { TerritoryStatus } from '../domain/statements/vocabulary.js'
import { instrumentsNamed } from './instruments.js'
import type { Reading } from './reading.js'
import { territoriesNamed } from './statements/filter.js'
import { type StateFilter, statesIn } from './states.js'
import { consentsTo } from './statuses.js'

export interface TerritoryFilter extends Omit<StateFilter, 'q' | 'kind'> {
  readonly instrument?: readonly string[] | undefined
  readonly territory?: readonly string[] | undefined
  readonly status?: readonly TerritoryStatus[] | undefined
}

/** The status of a territory to an instrument through a State, on the day of the reading. */
export interface TerritoryRow extends TerritoryStanding {
  readonly state: Participant
  readonly instrument: Instrument
  readonly territory: Territory
  /** All that was notified of it by the day, in order. */
  readonly events: readonly TerritorialEvent[]
}

/**
 * The territories that States notified by the day of the reading, by State, instrument and name. A territory without a row is
 * one that the record knows nothing of.
 * @throws DomainError for an unknown State, region, instrument or territory
 */
export function territoriesOn(reading: Reading, filter: TerritoryFilter): TerritoryRow[] {
  const { state, group, region, territory, status } = filter
  const concerned = reading.store.territories.instruments()
  const instruments = instrumentsNamed(reading, filter.instrument).filter(({ code }) => concerned.has(code))
  const consentOf = consentsTo(reading, instruments)
  const named = territory && territoriesNamed(reading, territory)
  const territories = reading.store.territories.all().filter(({ code }) => !named || named.has(code))
  const rows = instruments.flatMap((instrument) => rowsOf(reading, instrument, territories, consentOf))
  const byState = grouped(rows, ({ responsible }) => responsible)
  return statesIn(reading, { state, group, region }).flatMap((one) =>
    (byState.get(one.code) ?? [])
      .map(({ responsible: _, ...row }) => ({ ...row, state: one }))
      .filter((row) => !status || status.includes(row.status)),
  )
}

function rowsOf(
  { store, asOf, revision }: Reading,
  instrument: Instrument,
  territories: readonly Territory[],
  consentOf: ReturnType<typeof consentsTo>,
): (Omit<TerritoryRow, 'state'> & { responsible: string })[] {
  const eventsOf = grouped(
    store.territories.events(instrument.code, revision),
    ({ participant, territory }) => `${participant} ${territory}`,
  )
  return territories.flatMap((territory) => {
    const { code, responsible, successor } = territory
    const events = eventsOf.get(`${responsible} ${code}`) ?? []
    // The successor of Hong Kong is China, which answers for it; that of the Cook Islands is themselves.
    const joinedOn = successor === code ? (consentOf(code, instrument.code)?.latest ?? null) : null
    const found = territoryStandingOn(asOf, events, territory, joinedOn)
    if (found === null) return []
    return [
      { ...found, responsible, instrument, territory, events: events.filter((one) => one.latest <= asOf) },
    ]
  })
}
