import t from 'tap'
import { openReading } from '../../src/answers/reading.js'
import { type TerritoryFilter, territoriesOn } from '../../src/answers/territories.js'
import { openStore } from '../../src/db/store.js'
import { seededDatabase, today } from '../fixtures/seeded.js'

const store = openStore(seededDatabase(t))
const rows = (asOf: string, filter: TerritoryFilter): string[] =>
  territoriesOn(openReading({ store, today: () => today }, { asOf }), filter).map(
    ({ state, territory, status, since }) => `${state.code} ${territory.code} ${status} ${since}`,
  )

interface Case {
  readonly title: string
  readonly on: string
  readonly filter: TerritoryFilter
  readonly found: readonly string[]
}
const opsc = { instrument: ['opsc'], state: ['DNK'] }
const hongKong = { instrument: ['cedaw'], territory: ['HKG'] }
const slavery = { instrument: ['supplementary-slavery-convention'] }
const cases: Case[] = [
  {
    title: 'excluded',
    on: '2010-01-01',
    filter: opsc,
    found: ['DNK FRO excluded 2003-07-24', 'DNK GRL excluded 2003-07-24'],
  },
  {
    title: 'no longer',
    on: '2020-01-01',
    filter: opsc,
    found: ['DNK FRO applies 2016-10-10', 'DNK GRL applies 2016-10-10'],
  },
  { title: 'Hong Kong', on: '1997-06-30', filter: hongKong, found: ['GBR HKG applies 1996-10-14'] },
  {
    title: 'Hong Kong, continued',
    on: '1997-07-01',
    filter: hongKong,
    found: ['CHN HKG applies 1997-07-01', 'GBR HKG ended 1997-07-01'],
  },
  {
    title: 'Kenya before',
    on: '1963-12-11',
    filter: { ...slavery, territory: ['KEN'] },
    found: ['GBR KEN applies 1957-09-06'],
  },
  {
    title: 'Kenya after',
    on: '2026-01-01',
    filter: { ...slavery, territory: ['KEN'] },
    found: ['GBR KEN ended 1963-12-12'],
  },
  {
    title: 'the Cook Islands in their own name',
    on: '2026-01-01',
    filter: { instrument: ['cedaw'], territory: ['COK', 'NIU'] },
    found: ['NZL COK ended 2006-08-11', 'NZL NIU applies 1985-01-10'],
  },
  {
    title: 'by status',
    on: '2026-01-01',
    filter: { instrument: ['trafficking-protocol'], status: ['excluded'] },
    found: [
      'CHN HKG excluded 2010-02-08',
      'DNK FRO excluded 2003-09-30',
      'DNK GRL excluded 2003-09-30',
      'NZL TKL excluded 2002-07-19',
    ],
  },
]
for (const { title, on, filter, found } of cases)
  t.test(`${title}, on ${on}`, async (t) => {
    t.strictSame(rows(on, filter), found)
  })

t.test('every territorial event has its territory, with the State that answered for it', async (t) => {
  const territories = new Set(
    store.territories.all().map(({ code, responsible }) => `${responsible} ${code}`),
  )
  const events = store.instruments.codes().flatMap((code) => store.territories.events(code, 1))
  t.equal(events.length, 128)
  for (const { participant, territory } of events) t.ok(territories.has(`${participant} ${territory}`))
})
