import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readStatements } from '../../../../src/tables/collection/statements/read-statements.js'
import type { StatementSections } from '../../../../src/tables/collection/statements/statement.js'
import { readXmlSections } from '../../../../src/tables/collection/statements/xml-sections.js'
import { FileRefused } from '../../../../src/tables/fault.js'
import { openSource } from '../../../../src/tables/source.js'
import { names, title } from '../../../fixtures/statement-page.js'
import { temporary } from '../../../fixtures/temporary.js'

async function read(t: Test, sections: string): Promise<StatementSections> {
  const path = join(temporary(t), 'page.xml')
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document><Treaty>${sections}</Treaty></Document>`,
  )
  return readStatements(await readXmlSections(await openSource(path, 'page.xml')), { names, title })
}

t.test('the sections of the XML', async (t) => {
  const sections = await read(
    t,
    `<Declarations><Header>Declarations (made upon ratification)</Header><Declaration>
      <Participant>Arcadia<superscript>7</superscript>
        <Text type="Heading">Reservation:</Text>
        <Text type="Text">Arcadia is not bound by &lt;i&gt;article 29&lt;/i&gt; (1).<superscript>7</superscript></Text>
      </Participant></Declaration></Declarations>
    <Objections><Objection><Participant><Name>Doland</Name>
      <Text type="Date">26 October 1994</Text>
      <Text type="Heading">With regard to the reservation made by Boria upon accession:</Text>
      <Text>Doland objects.</Text></Participant></Objection></Objections>
    <TerritorialApplications><Table><Row><Entry>Participant</Entry></Row>
      <Row><Entry>Arcadia</Entry><Entry>7 Sep 1994</Entry><Entry>Far Arcadia</Entry></Row></Table></TerritorialApplications>
    <EndNotes><Note><Number>7</Number><Text>On 3 May 1999, the Government of Arcadia notified the Secretary-General that it withdraws its reservation to article 9.</Text></Note></EndNotes>`,
  )
  t.match(sections.declarations, [
    {
      participant: 'ARC',
      kind: 'reservation',
      articles: ['29(1)'],
      acts: ['consent'],
      notes: ['7'],
      events: [{ kind: 'withdrawn', on: '1999-05-03', articles: ['9'] }],
    },
  ])
  t.match(sections.objections, [{ participant: 'DOL', on: '1994-10-26', targets: [{ participant: 'BOR' }] }])
  t.match(sections.territories, [{ participant: 'ARC', on: '1994-09-07', territories: ['Far Arcadia'] }])
})

t.test('an element that is not known', async (t) => {
  const refused = await read(
    t,
    '<Declarations>\n<Declaration><Participant>Arcadia<Verse>Rivers</Verse></Participant></Declaration></Declarations>',
  ).catch((error: unknown) => error)
  t.type(refused, FileRefused)
  t.match((refused as FileRefused).message, /page\.xml, line 3: holds <Verse> within <Participant>/)
})
