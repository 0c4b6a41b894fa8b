import t from 'tap'
import { type TerritorialEvent, territoryStandingOn } from '../../../src/domain/statements/territories.js'
import type { TerritoryStatus } from '../../../src/domain/statements/vocabulary.js'

const event = (
  kind: TerritorialEvent['event'],
  day: string | [string, string],
  effectOn: string | null = null,
): TerritorialEvent => {
  const [earliest, latest] = typeof day === 'string' ? [day, day] : day
  const of = {
    instrument: 'cedaw',
    participant: 'GBR',
    territory: 'HKG',
    certainty: 'depositary',
    source: 'test',
  } as const
  return { ...of, event: kind, earliest, latest, effectOn }
}

interface Case {
  readonly title: string
  readonly events: TerritorialEvent[]
  readonly until?: string
  readonly joinedOn?: string
  readonly on: string
  readonly status: TerritoryStatus | null
  readonly since?: string
}
const denmark = [event('excluded', '2003-07-24'), event('exclusion-withdrawn', '2016-10-10')]
const chinaUntoc = [event('excluded', '2003-09-23'), event('extended', '2006-09-27')]
const cayman = [event('extended', '2012-05-17', '2012-06-16')]
const hongKong = [event('extended', '1996-10-14')]
const resumed = [event('continued', '1997-06-10', '1997-07-01')]
const cook = [event('extended', '1985-01-10')]
const guernsey = [event('extended', ['2006-02-09', '2014-12-17'], '2014-12-17')]
const kenya = [event('extended', '1957-09-06')]

const cases: Case[] = [
  {
    title: 'Greenland excluded (OPSC)',
    events: denmark,
    on: '2016-10-09',
    status: 'excluded',
    since: '2003-07-24',
  },
  {
    title: 'the exclusion withdrawn',
    events: denmark,
    on: '2016-10-10',
    status: 'applies',
    since: '2016-10-10',
  },
  { title: 'before anything was said', events: denmark, on: '2003-07-23', status: null },
  {
    title: 'Hong Kong excluded, then included (UNTOC)',
    events: chinaUntoc,
    on: '2006-09-27',
    status: 'applies',
  },
  { title: 'notified, not in effect (Cayman Islands)', events: cayman, on: '2012-06-15', status: null },
  { title: 'in effect', events: cayman, on: '2012-06-16', status: 'applies', since: '2012-06-16' },
  { title: 'only the effect is known (Guernsey)', events: guernsey, on: '2014-12-17', status: 'applies' },
  {
    title: 'Hong Kong under the United Kingdom',
    events: hongKong,
    until: '1997-07-01',
    on: '1997-06-30',
    status: 'applies',
  },
  {
    title: 'no longer',
    events: hongKong,
    until: '1997-07-01',
    on: '1997-07-01',
    status: 'ended',
    since: '1997-07-01',
  },
  { title: 'China has not resumed sovereignty yet', events: resumed, on: '1997-06-30', status: null },
  {
    title: 'continued under China',
    events: resumed,
    on: '1997-07-01',
    status: 'applies',
    since: '1997-07-01',
  },
  {
    title: 'the Cook Islands under New Zealand',
    events: cook,
    joinedOn: '2006-08-11',
    on: '2006-08-10',
    status: 'applies',
  },
  {
    title: 'in their own name',
    events: cook,
    joinedOn: '2006-08-11',
    on: '2006-08-11',
    status: 'ended',
    since: '2006-08-11',
  },
  {
    title: 'Kenya before independence',
    events: kenya,
    until: '1963-12-12',
    on: '1963-12-11',
    status: 'applies',
  },
  {
    title: 'Kenya independent, a party long after',
    events: kenya,
    until: '1963-12-12',
    joinedOn: '1984-03-09',
    on: '1970-01-01',
    status: 'ended',
    since: '1963-12-12',
  },
]
for (const { title, events, until = null, joinedOn = null, on, status, since } of cases)
  t.test(`${title}, on ${on}`, async (t) => {
    const found = territoryStandingOn(on, events, { until }, joinedOn)
    t.equal(found?.status ?? null, status)
    if (since !== undefined) t.equal(found?.since, since)
    t.strictSame(territoryStandingOn(on, [...events].reverse(), { until }, joinedOn), found, 'in any order')
  })
