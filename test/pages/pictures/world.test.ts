import { geoContains } from 'd3-geo'
import t, { type Test } from 'tap'
import { inSteps, territories, world } from '../../../src/pages/pictures/world.js'
import { seededDatabase } from '../../fixtures/seeded.js'

interface Case {
  readonly place: string
  /** Longitude and latitude. */
  readonly at: [number, number]
  /** The participant in whose shape it lies; else the code of its own shape, or “none” for one without. */
  readonly lies: string
  readonly why: string
}

/** Fifteen places that maps disagree on, each with the practice that decides. */
const disputed: Case[] = [
  {
    place: 'Simferopol',
    at: [34.1, 44.95],
    lies: 'UKR',
    why: 'Crimea is Ukraine’s: A/RES/68/262',
  },
  {
    place: 'Laayoune',
    at: [-13.2, 27.15],
    lies: '732',
    why: 'Western Sahara is a Non-Self-Governing Territory, and no participant: Morocco’s tone ends at its border',
  },
  {
    place: 'Gaza City',
    at: [34.45, 31.5],
    lies: 'PSE',
    why: 'the territory occupied since 1967: A/RES/67/19, which the record follows',
  },
  {
    place: 'Ramallah',
    at: [35.2, 31.9],
    lies: 'PSE',
    why: 'the same; S/RES/2334 for settlements',
  },
  {
    place: 'Hargeisa',
    at: [44.06, 9.56],
    lies: 'SOM',
    why: 'the Council respects the unity of Somalia, as in S/RES/1844: the data’s Somaliland is merged',
  },
  {
    place: 'Kyrenia',
    at: [33.32, 35.3],
    lies: 'CYP',
    why: 'the declaration of 1983 is invalid: S/RES/541, and S/RES/550; the data’s Northern Cyprus is merged',
  },
  {
    place: 'Katzrin',
    at: [35.69, 32.99],
    lies: 'none',
    why: 'the Golan: Israel’s law there is null and void (S/RES/497), and Syria does not govern it',
  },
  {
    place: 'Quneitra',
    at: [35.824, 33.126],
    lies: 'none',
    why: 'in UNDOF’s area of separation; the data has it on Israel’s side of its line',
  },
  {
    place: 'Pristina',
    at: [21.17, 42.67],
    lies: 'none',
    why: 'Kosovo, under S/RES/1244: no participant, and Serbia’s tone would say that its acts extend there',
  },
  {
    place: 'Taipei',
    at: [121.3, 24.9],
    lies: '158',
    why: 'no participant since A/RES/2758, and China’s tone would say that its acts extend there',
  },
  {
    place: 'Abyei',
    at: [28.43, 9.6],
    lies: 'none',
    why: 'United Nations maps note that its final status is not yet determined',
  },
  {
    place: 'Hala’ib triangle',
    at: [35.7, 22.5],
    lies: 'none',
    why: 'United Nations maps draw both lines, and their data keeps what lies between apart',
  },
  {
    place: 'Iturup',
    at: [147.9, 45],
    lies: 'none',
    why: 'United Nations data keeps the Kuril Islands apart; Russia administers what Japan claims here',
  },
  {
    place: 'Srinagar',
    at: [74.8, 34.1],
    lies: 'IND',
    why: 'the data’s border is the Line of Control, which United Nations maps draw; final status is not agreed upon',
  },
  {
    place: 'Stanley',
    at: [-57.9, -51.7],
    lies: '238',
    why: 'Falkland Islands (Malvinas): a Non-Self-Governing Territory in dispute, A/RES/2065 (XX)',
  },
]

/** What lies beside them, and keeps its State. */
const beside: Case[] = [
  { place: 'Nicosia', at: [33.37, 35.17], lies: 'CYP', why: 'on both sides of the buffer zone' },
  { place: 'Limassol', at: [33, 34.75], lies: 'CYP', why: 'the south' },
  { place: 'Mogadishu', at: [45.2, 2.2], lies: 'SOM', why: 'the south' },
  { place: 'Tiberias', at: [35.5, 32.79], lies: 'ISR', why: 'west of the Golan' },
  { place: 'Damascus', at: [36.3, 33.5], lies: 'SYR', why: 'east of the Golan' },
  { place: 'Donetsk', at: [37.8, 48], lies: 'UKR', why: 'what was annexed in 2022: A/RES/ES-11/4' },
  { place: 'Sukhumi', at: [41, 43], lies: 'GEO', why: 'within Georgia: S/RES/1808' },
  { place: 'Paramushir', at: [155.7, 50.3], lies: 'RUS', why: 'north of what Japan claims' },
  { place: 'Agadir', at: [-9.4, 30.4], lies: 'MAR', why: 'north of Western Sahara' },
  { place: 'Belgrade', at: [20.5, 44.7], lies: 'SRB', why: 'north of Kosovo' },
  { place: 'Gilgit', at: [74.3, 35.9], lies: 'PAK', why: 'beyond the Line of Control' },
  { place: 'Aswan', at: [32.9, 24.1], lies: 'EGY', why: 'outside the triangle' },
  { place: 'Port Sudan', at: [37, 19.6], lies: 'SDN', why: 'outside the triangle' },
  { place: 'Khartoum', at: [32.5, 15.5], lies: 'SDN', why: 'north of Abyei' },
  { place: 'Juba', at: [31.6, 4.85], lies: 'SSD', why: 'a Member since 2011' },
  { place: 'Dili', at: [125.6, -8.7], lies: 'TLS', why: 'a Member since 2002' },
]

const participants = (t: Test) =>
  seededDatabase(t)
    .$client.prepare('SELECT code, m49, kind FROM participants WHERE m49 IS NOT NULL')
    .all() as { code: string; m49: string; kind: string }[]

for (const [title, cases] of [
  ['a place that maps disagree on lies where United Nations practice has it', disputed],
  ['what lies beside keeps its State', beside],
] as const)
  t.test(title, async (t) => {
    const codes = new Map(participants(t).map(({ code, m49 }) => [m49, code]))
    const drawn = territories()
    const seen = ({ at }: Case) => {
      const land = drawn.findLast((territory) => geoContains(territory, at))
      if (land === undefined) return 'sea'
      const { m49 } = land.properties
      return m49 === null ? 'none' : (codes.get(m49) ?? m49)
    }
    for (const one of cases) t.equal(seen(one), one.lies, `${one.place}: ${one.why}`)
  })

t.test('the world holds every State of the record, once', async (t) => {
  const drawn = world().places.flatMap(({ m49 }) => m49 ?? [])
  t.equal(new Set(drawn).size, drawn.length)
  const states = participants(t).filter(({ kind }) => kind.endsWith('-state') && kind !== 'former-state')
  t.equal(states.length, 197)
  t.strictSame(
    states.filter(({ m49 }) => !drawn.includes(m49)),
    [],
  )
})

t.test('every dot is seen whole', async (t) => {
  const { left, width, height, places } = world()
  const known = new Set<string | null>(participants(t).map(({ m49 }) => m49))
  for (const { m49, dot } of places) {
    if (dot === null || !known.has(m49)) continue
    const [x, y] = dot
    t.ok(x >= left + 6 && x <= left + width - 6 && y >= 6 && y <= height - 6, `${m49}: ${dot}`)
  }
})

t.test('an outline in steps ends where it began', async (t) => {
  t.equal(inSteps('M0,0L10,0L10,10L10,10L0,0Z'), 'M0 0l10 0 0 10-10-10z')
  t.equal(inSteps('M0,0L5,0L10,0L10,10L0,0Z'), 'M0 0l10 0 0 10-10-10z', 'a straight line is one step')
  t.equal(inSteps('M5,5L5,5Z'), '', 'what has no area is left out')
})
