import t from 'tap'
import { valuesOf, wordsOf } from '../../fixtures/pages.js'
import { seededApp } from '../../fixtures/seeded.js'

t.test('one click from a State’s page to its brief and to the text, on the same day', async (t) => {
  const { app } = await seededApp(t)
  const links = valuesOf((await app.inject('/states/USA?asOf=2008-12-18')).body, 'href')
  for (const path of ['/states/USA/brief?asOf=2008-12-18', '/states/USA/brief.txt?asOf=2008-12-18']) {
    t.ok(links.includes(path), path)
    t.equal((await app.inject(path)).statusCode, 200)
  }
})

t.test(
  'the text is ready for a letter: what is outstanding, the next step, the day, the source',
  async (t) => {
    const { app } = await seededApp(t)
    const { headers, body } = await app.inject('/states/USA/brief.txt')
    t.equal(headers['content-type'], 'text/plain; charset=utf-8')
    for (const said of [
      'United States of America: ratification brief\n\nRecord as at 9 October 2024 to 13 April 2026\n\n',
      'General Assembly resolution 63/194 of 18 December 2008, “Improving the coordination of efforts against trafficking in persons”, urges Member States that have not yet done so to consider taking measures to ratify or accede to 5 instruments.',
      'OUTSTANDING\n\nConvention on the Elimination of All Forms of Discrimination against Women (CEDAW)\nNext step: ratify. It signed on 17 July 1980 and is not bound until it deposits its ratification, acceptance or approval (CEDAW art. 25). Paragraph 2 of the resolution. Record as at 13 April 2026.',
      'Ratification on 3 November 2005. In force for it since 3 December 2005. 3 reservations to articles 15 and 35.',
      'Source: Treaty ratification status, as of 23 November 2026 (revision 1), http://localhost/states/USA/brief?asOf=2026-11-23&revision=1.',
      'The depositary’s own record prevails, and nothing here is legal advice.\n',
    ])
      t.ok(body.includes(said), said)
  },
)

t.test('other States, and other days', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/states/PRK/brief.txt', 'Open to parties to UNTOC: it is one (UNTOC art. 37(2)).'],
    ['/states/PNG/brief.txt', 'it is not one yet, and must be first (UNTOC art. 37(2)).'],
    [
      '/states/PRK/brief.txt',
      'No action of it is known. Next step: accede. Signature closed on 12 December 2002',
    ],
    ['/states/PRK/brief.txt', 'Accession between 16 June 2016 and 30 June 2016 (secondary source).'],
    ['/states/VAT/brief.txt', 'The resolution is addressed to Members of the United Nations.'],
    ['/states/VAT/brief.txt', 'NOT A PARTY TO'],
    ['/states/EUE/brief.txt', 'European Union is a party to UNTOC and Trafficking Protocol.'],
    ['/states/YEM/brief.txt', 'by Democratic Yemen, whose place it took on 22 May 1990, on'],
    ['/states/CSK/brief.txt', 'Czechoslovakia existed until 31 December 1992.'],
    [
      '/states/USA/brief.txt?asOf=2000-06-01',
      'resolution 63/194 was adopted on 18 December 2008, after the day of this brief.',
    ],
    ['/states/AFG/brief.txt', 'Nothing is outstanding.'],
  ] as const
  for (const [url, said] of cases) t.ok((await app.inject(url)).body.includes(said), `${url}: ${said}`)
})

t.test('the sheet and the text have the same sentences, for every participant', async (t) => {
  const { app } = await seededApp(t)
  const { data } = (await app.inject('/v1/states')).json()
  const plain = (text: string) => text.replace(/&[a-z#0-9]+;|['"’&<>]/g, '').replace(/\s+/g, ' ')
  for (const { code } of data) {
    const sheet = plain(wordsOf(await app.inject(`/states/${code}/brief`)))
    const text = (await app.inject(`/states/${code}/brief.txt`)).body
    t.notMatch(text, /\bjoin|undefined|null|\.\.|\(\)/, code)
    for (const line of text.split('\n').filter((one) => one.endsWith('.') && !one.startsWith('Source')))
      t.ok(sheet.includes(plain(line)), `${code}: ${line}`)
  }
})

t.test('a code in another form leads to the one address', async (t) => {
  const { app } = await seededApp(t)
  for (const [url, location] of [
    ['/states/us/brief', '/states/USA/brief'],
    ['/states/840/brief.txt?asOf=2008-12-18', '/states/USA/brief.txt?asOf=2008-12-18'],
  ] as const)
    t.equal((await app.inject(url)).headers.location, location)
  t.equal((await app.inject('/states/QZZ/brief')).statusCode, 404)
})
