import t from 'tap'
import { openStore } from '../../../../src/db/store.js'
import { faultsOf, importTable, said } from '../../../fixtures/imported.js'
import { seededDatabase } from '../../../fixtures/seeded.js'

/** A page in XML after the shape of the depositary's, of a treaty that there is not. */
const xml = (signatories: string, parties: string): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?><Document><Treaty><Header><Chapter><Header>CHAPTER XXIX</Header></Chapter>
<ExternalData><Numsect>9. a</Numsect><Titlesect>Protocol on Pages</Titlesect><Conclusion>Geneva, 1 May 1964&lt;superscript&gt;1&lt;/superscript&gt;</Conclusion>
<EIF><Label>Entry into force</Label><Labeltext>2 May 1966, in accordance with article 14(1).</Labeltext></EIF>
<Registration><Label>Registration</Label><Labeltext>2 May 1966, No. 4711</Labeltext></Registration>
<Status><SignatoriesLabel>Signatories</SignatoriesLabel><Signatories>${signatories}</Signatories><PartiesLabel>Parties</PartiesLabel><Parties>${parties}</Parties></Status></ExternalData></Header>
<Participants><Table><TGroup><Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification, Accession(a)</Entry></Row></Thead>
<Tbody><Rows>
<Row><Entry>Afghanistan</Entry><Entry>14 Dec\t 2000 </Entry><Entry>24 Sep\t 2003 </Entry></Row>
<Row><Entry>Algeria&lt;superscript&gt;2&lt;/superscript&gt;</Entry><Entry/><Entry>9 Mar\t 2004 a</Entry></Row>
<Row><Entry>Jamaica</Entry><Entry>[19 Dec\t 1966 ]</Entry><Entry>[ 3 Oct\t 1975 ]</Entry></Row>
</Rows></Tbody></TGroup></Table></Participants></Treaty></Document>`

t.test('the printed totals are those of the rows', async (t) => {
  const db = seededDatabase(t)
  const page = xml('1', '2&lt;superscript&gt;1,3&lt;/superscript&gt;')
  const report = await importTable(t, db, 'page.xml', page, { asAt: '2020-05-04' })
  t.equal(report.format, 'depositary-xml')
  const { instruments, actions } = openStore(db)
  const of = ({ instrument }: { instrument: string }) => instrument === 'xxix-9-a'
  t.equal(actions.known(9).filter(of).map(said).length, 6)
  t.match(
    instruments.all(9).find(({ code }) => code === 'xxix-9-a'),
    {
      adoptedOn: '1964-05-01',
      inForceOn: '1966-05-02',
      inForceArticle: 'art. 14(1)',
      registration: 'No. 4711',
    },
  )
})

t.test('totals that differ are faults, each with both numbers', async (t) => {
  const db = seededDatabase(t)
  t.match(await faultsOf(t, db, 'page.xml', xml('2', '3'), { asAt: '2020-05-04' }), [
    { line: 5, column: 'Signatories', value: '2', reason: /and 1 were read/ },
    { line: 5, column: 'Parties', value: '3', reason: /and 2 were read/ },
  ])
})

t.test('XML of another treaty is refused', async (t) => {
  const faults = await faultsOf(t, seededDatabase(t), 'page.xml', xml('1', '2'), { instrument: 'opsc' })
  t.match(faults, [{ reason: /of another treaty than opsc: .*XXIX-9-a, Protocol on Pages/ }])
})
