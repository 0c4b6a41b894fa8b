import t from 'tap'
import {
  type ConsentOn,
  type EventOfStanding,
  isStanding,
  type Standable,
  standingOn,
} from '../../../src/domain/statements/standing.js'
import type { StatementStanding } from '../../../src/domain/statements/vocabulary.js'

const event =
  (kind: EventOfStanding['event']) =>
  (day: string | [string, string], articles: readonly string[] | null = []): EventOfStanding => {
    const [earliest, latest] = typeof day === 'string' ? [day, day] : day
    return { event: kind, earliest, latest, articles }
  }
const [made, confirmed, modified, withdrawn] = [
  event('made'),
  event('confirmed'),
  event('modified'),
  event('withdrawn'),
]
const reservation: Standable = { kind: 'reservation', purpose: 'excludes' }
const interprets: Standable = { kind: 'declaration', purpose: 'interprets' }
const announces: Standable = { kind: 'declaration', purpose: 'disputes' }
const objection: Standable = { kind: 'objection', purpose: null }

const party = (consentFrom: string): ConsentOn => ({ status: 'party', consentFrom, isSuccessor: false })
const signatory: ConsentOn = { status: 'signatory', consentFrom: null, isSuccessor: false }
const left: ConsentOn = { status: 'withdrawn', consentFrom: null, isSuccessor: false }

interface Case {
  readonly title: string
  readonly statement: Standable
  readonly events: readonly EventOfStanding[]
  readonly on: string
  readonly consent: ConsentOn
  readonly standing: StatementStanding | null
  readonly articles?: readonly string[] | null
  readonly without?: readonly string[]
}

const ireland = {
  statement: reservation,
  events: [
    made('1985-12-23', [
      '9(1)',
      '11(1)',
      '13(a)',
      '13(b)',
      '13(c)',
      '15(3)',
      '15(4)',
      '16(1)(d)',
      '16(1)(f)',
    ]),
    withdrawn('1986-12-19', ['9(1)', '15(4)']),
    withdrawn('2000-03-24', ['15(3)']),
    withdrawn('2004-06-11', ['13(b)', '13(c)']),
  ],
  consent: party('1985-12-23'),
}
const brazil = {
  statement: reservation,
  events: [
    made('1981-03-31', ['15(4)', '16(1)(a)', '29(1)']),
    confirmed('1984-02-01'),
    withdrawn('1994-12-20', ['15(4)', '16(1)(a)']),
  ],
}
const korea = { statement: reservation, events: [made('1983-05-25', ['9', '16(1)(g)'])] }
const saudiArabia = {
  statement: reservation,
  events: [made('2002-12-10', ['6(3)(d)', '7(1)', '15(2)']), confirmed('2007-07-20', ['15(2)'])],
}
const lithuania = {
  statement: { kind: 'reservation', purpose: 'disputes' },
  events: [made('2002-05-09', ['35(2)']), withdrawn(['2013-11-18', '2025-02-28'], ['35(2)'])],
  consent: party('2002-05-09'),
} as const
const maldives = {
  statement: reservation,
  events: [
    made('1993-07-01', ['general']),
    modified('1999-06-23', ['7(a)', '16(1)(a)', '16(2)']),
    withdrawn('2010-03-31', ['7(a)']),
  ],
  consent: party('1993-07-01'),
}
const australia = {
  statement: reservation,
  events: [made('1983-07-28'), modified('2000-08-30'), withdrawn('2018-12-14')],
  consent: party('1983-07-28'),
}

const cases: Case[] = [
  { title: 'Ireland, the day before', ...ireland, on: '1985-12-22', standing: null },
  { title: 'Ireland, as made', ...ireland, on: '1985-12-23', standing: 'standing' },
  {
    title: 'Ireland, on the day of receipt of a part',
    ...ireland,
    on: '1986-12-19',
    standing: 'partly-withdrawn',
    articles: ['11(1)', '13(a)', '13(b)', '13(c)', '15(3)', '16(1)(d)', '16(1)(f)'],
  },
  {
    title: 'Ireland today',
    ...ireland,
    on: '2026-02-03',
    standing: 'partly-withdrawn',
    articles: ['11(1)', '13(a)', '16(1)(d)', '16(1)(f)'],
  },
  {
    title: 'Brazil between signature and ratification',
    ...brazil,
    on: '1982-01-01',
    consent: signatory,
    standing: 'pending',
  },
  {
    title: 'Brazil, confirmed on ratification',
    ...brazil,
    on: '1984-02-01',
    consent: party('1984-02-01'),
    standing: 'standing',
    articles: ['15(4)', '16(1)(a)', '29(1)'],
  },
  {
    title: 'Brazil, of which dispute settlement is left',
    ...brazil,
    on: '2026-02-03',
    consent: party('1984-02-01'),
    standing: 'partly-withdrawn',
    articles: ['29(1)'],
  },
  {
    title: 'the Republic of Korea on signature',
    ...korea,
    on: '1984-12-26',
    consent: signatory,
    standing: 'pending',
  },
  {
    title: 'the Republic of Korea did not confirm it: still shown',
    ...korea,
    on: '1984-12-27',
    consent: party('1984-12-27'),
    standing: 'lapsed',
    articles: ['9', '16(1)(g)'],
  },
  {
    title: 'Saudi Arabia confirmed 15(2) alone (Trafficking Protocol)',
    ...saudiArabia,
    on: '2026-02-03',
    consent: party('2007-07-20'),
    standing: 'standing',
    articles: ['15(2)'],
  },
  {
    title: 'Chile’s declaration on signature needs no confirmation',
    statement: { kind: 'declaration', purpose: null },
    events: [made('1980-07-17')],
    on: '2026-02-03',
    consent: party('1989-12-07'),
    standing: 'standing',
  },
  {
    title: 'France’s interpretation of article 9 on signature likewise',
    statement: interprets,
    events: [made('1980-07-17', ['9'])],
    on: '2026-02-03',
    consent: party('1983-12-14'),
    standing: 'standing',
    articles: ['9'],
  },
  {
    title: 'El Salvador’s announcement of a reservation, however named, does',
    statement: announces,
    events: [made('1980-11-14', ['29'])],
    on: '1981-08-19',
    consent: party('1981-08-19'),
    standing: 'lapsed',
  },
  {
    title: 'made on the day of accession (Saudi Arabia, CEDAW)',
    statement: reservation,
    events: [made('2000-09-07', ['general', '9(2)', '29(1)'])],
    on: '2000-09-07',
    consent: party('2000-09-07'),
    standing: 'standing',
  },
  {
    title: 'bounds that may be those of the consent (DPRK, UNTOC)',
    statement: reservation,
    events: [made(['2016-06-16', '2016-06-30'], ['35(2)'])],
    on: '2016-07-01',
    consent: party('2016-06-17'),
    standing: 'standing',
  },
  {
    title: 'Lithuania before the bounds of a withdrawal',
    ...lithuania,
    on: '2013-11-17',
    standing: 'standing',
  },
  { title: 'within them', ...lithuania, on: '2013-11-18', standing: 'uncertain', articles: ['35(2)'] },
  { title: 'still on the eve', ...lithuania, on: '2025-02-27', standing: 'uncertain' },
  { title: 'from the last day', ...lithuania, on: '2025-02-28', standing: 'withdrawn', articles: [] },
  {
    title: 'the Maldives replaced a general reservation',
    ...maldives,
    on: '2005-01-01',
    standing: 'partly-withdrawn',
    articles: ['7(a)', '16(1)(a)', '16(2)'],
  },
  {
    title: 'and withdrew part',
    ...maldives,
    on: '2011-01-01',
    standing: 'partly-withdrawn',
    articles: ['16(1)(a)', '16(2)'],
  },
  {
    title: 'Australia names no article: narrowed',
    ...australia,
    on: '2001-01-01',
    standing: 'partly-withdrawn',
    articles: [],
  },
  { title: 'and withdrawn whole', ...australia, on: '2018-12-14', standing: 'withdrawn' },
  {
    title: 'a declaration that a State modifies stands (European Union, UNTOC)',
    statement: { kind: 'declaration', purpose: 'competence' },
    events: [made('2004-05-21', ['7', '36(3)']), modified('2022-10-05', ['36(3)'])],
    on: '2026-01-01',
    consent: party('2004-05-21'),
    standing: 'standing',
    articles: ['36(3)'],
  },
  {
    title: 'the whole without a part',
    statement: reservation,
    events: [made('2000-01-01', ['16']), withdrawn('2005-01-01', ['16(1)(c)'])],
    on: '2010-01-01',
    consent: party('2000-01-01'),
    standing: 'partly-withdrawn',
    articles: ['16'],
    without: ['16(1)(c)'],
  },
  {
    title: 'the last article goes',
    statement: reservation,
    events: [made('1989-02-02', ['7', '16(1)(g)']), withdrawn('2008-01-09', ['7', '16(1)(g)'])],
    on: '2008-01-09',
    consent: party('1989-02-02'),
    standing: 'withdrawn',
    articles: [],
  },
  {
    title: 'articles that could not be read',
    statement: reservation,
    events: [made('2008-07-23', null)],
    on: '2026-01-01',
    consent: party('2008-07-23'),
    standing: 'standing',
    articles: null,
  },
  {
    title: 'a withdrawal whose extent could not be read',
    statement: reservation,
    events: [made('2000-01-01', ['16']), withdrawn('2005-01-01', null)],
    on: '2010-01-01',
    consent: party('2000-01-01'),
    standing: 'uncertain',
    articles: ['16'],
  },
  {
    title: 'a State that has left the treaty',
    statement: reservation,
    events: [made('2000-01-01', ['16'])],
    on: '2010-01-01',
    consent: left,
    standing: 'lapsed',
  },
  {
    title: 'a State that came back without it',
    statement: reservation,
    events: [made('2000-01-01', ['16'])],
    on: '2010-01-01',
    consent: party('2009-01-01'),
    standing: 'lapsed',
  },
  {
    title: 'a successor maintains its predecessor’s (Yemen)',
    statement: reservation,
    events: [made('1984-05-30', ['29(1)'])],
    on: '2010-01-01',
    consent: { ...party('1990-05-22'), isSuccessor: true },
    standing: 'standing',
  },
  {
    title: 'an objection of a State not yet a party (Bulgaria, 1981)',
    statement: objection,
    events: [made('1981-01-29')],
    on: '1981-02-01',
    consent: signatory,
    standing: 'standing',
  },
]

for (const { title, statement, events, on, consent, standing, articles, without } of cases)
  t.test(`${title}, on ${on}`, async (t) => {
    const found = standingOn(on, statement, events, consent)
    t.equal(found?.standing ?? null, standing)
    if (articles !== undefined) t.strictSame(found?.articles, articles)
    if (without !== undefined) t.strictSame(found?.without, without)
    t.strictSame(standingOn(on, statement, [...events].reverse(), consent), found, 'in any order')
  })

t.test('what counts as standing', async (t) => {
  const words = ['standing', 'partly-withdrawn', 'withdrawn', 'pending', 'lapsed', 'uncertain'] as const
  t.strictSame(
    words.filter((standing) => isStanding({ standing })),
    ['standing', 'partly-withdrawn'],
  )
})
