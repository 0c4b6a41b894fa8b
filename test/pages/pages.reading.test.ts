import t from 'tap'
import { inEnglishAlone } from '../fixtures/english-alone.js'
import { valuesOf, wordsOf } from '../fixtures/pages.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('pages say what the record says', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/', '111 of 193'],
    [
      '/',
      'CEDAW Convention on the Elimination of All Forms of Discrimination against Women 189 parties 2 signed only 6 outstanding',
    ],
    ['/', 'Singapore signed OPSC on 25 November 2025'],
    [
      '/states/USA',
      'United States of America is a party to 4 of the 5 instruments. Still outstanding, as far as is known: CEDAW.',
    ],
    [
      '/states/USA',
      'Ratify. It signed on 17 July 1980 and is not bound until it deposits its ratification, acceptance or approval (CEDAW art. 25)',
    ],
    [
      '/states/PRK',
      'Accede. Signature closed on 12 December 2002; accession is open (Trafficking Protocol art. 16) . Open to parties to UNTOC: it is one (UNTOC art. 37(2)) .',
    ],
    ['/states/PNG', 'it is not one yet, and must be first (UNTOC art. 37(2))'],
    ['/states/BEN', 'In force for it 28 Feb 2005 (OPSC art. 14(2))'],
    ['/states/USA', 'CEDAW Signed only record as at 13 Apr 2026 28 of 29 97% 187 of 193 97%'],
    ['/states/VAT', 'The resolution is addressed to Members of the United Nations.'],
    ['/states/PLW', 'In force for it not known to the record'],
    [
      '/instruments/opsc',
      'It enters into force for a State one month after that State deposits its instrument, and not before the treaty itself is in force. (OPSC art. 14(2))',
    ],
    ['/instruments/trafficking-protocol', 'Leaving UNTOC entails leaving it (UNTOC art. 40(3)).'],
    ['/instruments/cedaw', '185 parties on 18 December 2008'],
    ['/instruments/untoc', 'Signature closed on 12 December 2002.'],
    ['/instruments/untoc?asOf=2002-12-12', 'It is open for signature until 12 December 2002.'],
    ['/instruments/untoc?asOf=2001-06-01', 'Not in force until 29 September 2003'],
    [
      '/states/IRL',
      'Reservation to articles 11(1), 13(a), 16(1)(d) and 16(1)(f) partly withdrawn As first made: Citizenship,',
    ],
    ['/states/IRL', '11 Jun 2004 Withdrawn as to articles 13(b) and 13(c)'],
    [
      '/states/USA',
      'No reservation, declaration or understanding of it. The record holds all statements on CEDAW that the depositary printed by 3 February 2026.',
    ],
    [
      '/states/FRA',
      'The record holds only some of the statements on UNTOC that the depositary printed by 30 April 2025: what is not here may have been made.',
    ],
    [
      '/states/SAU',
      '12 objections that do not bar entry into force between the two States: Austria 21 Aug 2001 ,',
    ],
    ['/states/FRA', 'It allows no reservations (article 9).'],
    ['/states/CHN', 'Excludes Hong Kong (since 8 Feb 2010) .'],
    [
      '/states/GBR',
      'Objection of Argentina, 4 Apr 1989: Rejects the extension to the Falkland Islands (Malvinas)',
    ],
    ['/states/SAU', '1 statement withdrawn or lapsed Reservation'],
    ['/instruments/cedaw', '54 parties have a standing reservation, 33 of them other than an opt-out'],
    ['/instruments/cedaw', 'Article 16 26 States'],
    ['/instruments/crc', 'The record holds no statements on CRC: nothing here says that none has been made.'],
    ['/instruments/cedaw/statements', '54 States have a standing reservation, as at 3 February 2026.'],
    [
      '/instruments/cedaw/statements?exceptPurpose=disputes',
      '33 States have a standing reservation other than an opt-out of dispute settlement, as at 3 February 2026.',
    ],
    [
      '/instruments/cedaw/statements?article=16&group=african',
      'African States: 5 States have a standing reservation to article 16, as at 3 February 2026.',
    ],
    [
      '/instruments/cedaw/statements?article=16&group=african',
      'Niger Reservation to articles 2(d), 2(f), 5(a), 15(4), 16(1)(c), 16(1)(e), 16(1)(g) and 29(1)',
    ],
    [
      '/instruments/cedaw/statements?article=16&group=african-union',
      'African Union: 5 States have a standing reservation to article 16, as at 3 February 2026.',
    ],
    [
      '/instruments/cedaw/statements?article=16&group=african-union',
      '3 objections that do not bar entry into force between the two States: Denmark 2 Nov 2000',
    ],
    ['/groups', 'African Union 54 53 of 54 53 of 54 47 of 54 52 of 54 32 of 54'],
    ['/groups?asOf=1958-01-01', 'European Union 6 1 of 6'],
    ['/groups/african-union', '54 members on 23 November 2026 · AU · african-union'],
    ['/groups/african-union', 'CEDAW 52 of 54 States are parties'],
    ['/groups/african-union', 'Not parties: Somalia , Sudan .'],
    ['/groups/african-union', 'Mauritius August 1968 secondary: World Population Review'],
    [
      '/groups/african-union',
      '1 membership that ended State Member from Left Source Morocco 25 May 1963 12 Nov 1985',
    ],
    ['/groups/oic', 'Albania 1992 secondary: Egypt SIS'],
    ['/groups/landlocked-developing-countries', 'Afghanistan no day'],
    ['/states/GHA', 'African Group AU Commonwealth ECOWAS NAM OIF Instrument This State African States'],
    ['/states/GHA?group=african-union', 'Instrument This State African Union All Members UNTOC Party'],
    ['/states/GHA?group=EU', 'European Union All Members'],
    ['/states/PSE', 'This State League of Arab States All Members'],
    ['/instruments/cedaw?group=oic', '57 participants of 197'],
    [
      '/outstanding?group=least-developed-countries&instrument=cedaw',
      '2 States, 2 outstanding ratifications',
    ],
    ['/instruments/cedaw/statements?article=16', '2 of them do not name it, but every article.'],
    ['/instruments/untoc/statements', 'Objections are not held.'],
    ['/instruments/untoc/statements', 'Parties of which none is held'],
    ['/instruments/supplementary-slavery-convention/statements', 'It allows no reservations (article 9).'],
    ['/embed/states/SAU', 'CEDAW with a reservation'],
    ['/outstanding?instrument=cedaw&nextStep=ratify', '2 States, 2 outstanding ratifications'],
    ['/outstanding?asOf=2000-01-01', 'On this day nothing was urged yet'],
    ['/states/USA', 'Treaty ratification status, as of 23 November 2026 (revision 1), http://localhost'],
  ] as const
  for (const [url, words] of cases) t.ok(wordsOf(await app.inject(url)).includes(words), `${url}: ${words}`)
})

t.test('one can walk back, and the page changes', async (t) => {
  const { app } = await seededApp(t)
  const now = wordsOf(await app.inject('/'))
  const reply = await app.inject('/?asOf=2008-12-18')
  const then = wordsOf(reply)
  t.match(then, '64 of 192', 'before South Sudan was admitted')
  t.notMatch(now, '64 of 192')
  t.match(reply.body, 'name="asOf" value="2008-12-18" min="1956-09-07" max="2026-11-23"')
  const links = valuesOf(reply.body, 'href')
  t.ok(links.includes('/?asOf=2007-12-18'), 'a year earlier')
  t.ok(links.includes('/?asOf=2009-12-18'), 'a year later')
  t.ok(links.includes('/'), 'today')
  const shades = (html: string) => html.match(/class="t5"/g)?.length ?? 0
  t.ok(shades(reply.body) < shades((await app.inject('/')).body), 'the map is paler')
  t.equal((await app.inject('/?asOf=')).statusCode, 200, 'a day that was left empty is today')
})

t.test('names come in six languages', async (t) => {
  const { app } = await seededApp(t, { db: inEnglishAlone(t) })
  const cases = [
    ['ar', 'الكاميرون'],
    ['zh', '喀麦隆'],
    ['fr', 'Cameroun'],
    ['ru', 'Камерун'],
    ['es', 'Camerún'],
    ['en', 'Cameroon'],
  ] as const
  const listed = cases.map(
    ([lang, name]) => `<li lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">${name}</li>`,
  )
  for (const [at, [lang, name]] of cases.entries()) {
    const { body } = await app.inject(lang === 'en' ? '/states/CMR' : `/${lang}/states/CMR`)
    t.ok(body.includes(`<h1>${name}</h1>`), name)
    for (const [other, item] of listed.entries())
      t.equal(body.includes(item), other !== at, `${lang}: the other names, each marked: ${item}`)
  }
  t.match(
    (await app.inject('/ar/states/CSK')).body,
    '<h1><span lang="en" dir="ltr">Czechoslovakia</span></h1>',
  )
  t.match((await app.inject('/ar/instruments/cedaw')).body, 'الكاميرون')
})

t.test('the table is sorted and filtered by links', async (t) => {
  const { app } = await seededApp(t)
  const namesIn = async (query: string): Promise<string[]> => {
    const { body } = await app.inject(`/instruments/cedaw?${query}`)
    const table = /aria-label="Participants and their status".*/s.exec(body)?.[0] ?? ''
    return [...table.matchAll(/<th scope="row"><a href="\/states\/([^?"]+)/g)].map(([, code = '']) => code)
  }
  t.equal((await namesIn('')).at(0), 'AFG')
  t.equal((await namesIn('sort=-name')).at(0), 'ZWE')
  t.strictSame(await namesIn('status=signatory'), ['PLW', 'USA'])
  t.strictSame(await namesIn('status=signatory&group=western-european-and-others&sort='), ['USA'])
  t.equal((await namesIn('sort=joined')).at(0), 'SWE', 'the first to ratify')
  t.equal((await namesIn('sort=-signed')).at(0), 'PLW', 'the last to sign; who has not, comes last')
  const { body } = await app.inject('/instruments/cedaw?status=signatory')
  const csv = valuesOf(body, 'href').find((href) => href.includes('statuses.csv')) ?? ''
  t.match((await app.inject(csv)).body, /^state\.code,.*\r\nPLW,/)
  t.match(body, 'aria-sort="ascending"')
})

t.test('a search for one State leads to it', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['vanuatu', '/states/VUT'],
    ['Côte d’Ivoire', '/states/CIV'],
    ['turkey', '/states/TUR'],
    ['us', '/states/USA'],
    ['وأفغانستان'.slice(1), '/states/AFG'],
  ] as const
  for (const [q, location] of cases) {
    const reply = await app.inject(`/search?q=${encodeURIComponent(q)}`)
    t.equal(reply.statusCode, 303, q)
    t.equal(reply.headers.location, location)
  }
  t.match(wordsOf(await app.inject('/search?q=korea')), '2 names')
  t.match(wordsOf(await app.inject('/search?q=atlantis')), 'Nobody in the record has such a name.')
})
