import t from 'tap'
import { type GivenColumns, nothingGiven } from '../../../src/tables/collection/columns-given.js'
import { effectsOf, layoutOf, type TableColumn } from '../../../src/tables/collection/layout.js'

const layout = (heading: string, rows: string[] = [], given: GivenColumns = nothingGiven) =>
  layoutOf(
    heading.split('|'),
    { certainty: 'secondary' },
    { rows: rows.map((row, at) => ({ line: at + 2, cells: row.split('|') })), given },
  )

const words = (column: TableColumn | null | undefined) => column?.heading.words ?? null
const allWords = (columns: readonly TableColumn[] = []) => columns.map(words)

const participants: [heading: string, found: string | null][] = [
  ['Participant|Ratification', 'Participant'],
  ['Participant2,3|Ratification', 'Participant2,3'],
  ['Country|Ratification', 'Country'],
  ['Country name|Ratification', 'Country name'],
  ['country_name|Ratification', 'country_name'],
  ['Name of country|Ratification', 'Name of country'],
  ['Country or territory|Ratification', 'Country or territory'],
  ['Country/Territory|Ratification', 'Country/Territory'],
  ['States|Ratification', 'States'],
  ['State Party|Ratification', 'State Party'],
  ['States Parties|Ratification', 'States Parties'],
  ['Member State|Ratification', 'Member State'],
  ['UN Member States|Ratification', 'UN Member States'],
  ['Party|Ratification', 'Party'],
  ['Parties|Ratification', 'Parties'],
  ['Contracting Party|Ratification', 'Contracting Party'],
  ['Contracting States|Ratification', 'Contracting States'],
  ['Entity|Ratification', 'Entity'],
  ['Signatory|Ratification', 'Signatory'],
  ['Pays|Ratification', 'Pays'],
  ['États parties|Ratification', 'États parties'],
  ['Partie contractante|Ratification', 'Partie contractante'],
  // The surest heading is taken, wherever it stands.
  ['Party|Country|Ratification', 'Country'],
  ['Member|Participant|Ratification', 'Participant'],
  // By code alone.
  ['iso3|Ratification', 'iso3'],
  ['ISO 3166-1 alpha-3|Ratification', 'ISO 3166-1 alpha-3'],
  ['alpha-2|Ratification', 'alpha-2'],
  ['M49|Ratification', 'M49'],
  ['Country code|Ratification', 'Country code'],
  // Nobody.
  ['Region|Ratification', null],
  ['Party to the Protocol|Ratification', null],
  ['Number of countries|Ratification', null],
  ['Zip code|Ratification', null],
]
for (const [heading, found] of participants)
  t.test(`who takes part: “${heading}”`, async (t) => {
    t.equal(words(layout(heading)?.participant), found)
  })

const kinds: [heading: string, row: string, kind: string | null][] = [
  ['Country|Ratification|Type', 'Chad|1 May 2000|Accession', 'Type'],
  ['Country|Ratification|Method', 'Chad|1 May 2000|Acceded', 'Method'],
  ['Country|Ratification|Mode', 'Chad|1 May 2000|Ratification', 'Mode'],
  ['Country|Date|Instrument type', 'Chad|1 May 2000|Instrument of accession', 'Instrument type'],
  ['Country|Date|How', 'Chad|1 May 2000|Succession', 'How'],
  ['Country|Date|Forme', 'Chad|1 May 2000|Adhésion', 'Forme'],
  ['Country|Date|Participation Type', 'Chad|1 May 2000|Maybe', 'Participation Type'],
  ['Country|Date|', 'Chad|1 May 2000|Approval', 'column 3, without a heading'],
  ['Country|Ratification|Notes', 'Chad|1 May 2000|with reservations', null],
  ['Country|Ratification|Status', 'Chad|1 May 2000|Party', null],
  ['Country|Ratification|Region', 'Chad|1 May 2000|Africa', null],
  ['Country|Ratification|Empty', 'Chad|1 May 2000|–', null],
  ['Country|Ratification|Next', 'Chad|1 May 2000|Ratification by parliament', null],
]
for (const [heading, row, kind] of kinds)
  t.test(`the kind: “${heading}” over “${row}”`, async (t) => {
    t.equal(words(layout(heading, [row])?.kind), kind)
  })

const effective: [heading: string, isEffect: boolean][] = [
  ['Entry into force', true],
  ['Date of entry into force', true],
  ['entry_into_force_date', true],
  ['Entered into force', true],
  ['In force since', true],
  ['Effective date', true],
  ['Date-Of-Effect', true],
  ['Entrée en vigueur', true],
  ['Entry into force for the State', true],
  ['Entry into force of the Convention', false],
  ['Effective date of withdrawal', false],
  ['Effects', false],
]
for (const [heading, isEffect] of effective)
  t.test(`the day of effect: “${heading}”`, async (t) => {
    t.equal(words(layout(`Country|Ratification|${heading}`)?.effect), isEffect ? heading : null)
  })

t.test('what the user says of a column', async (t) => {
  const given: GivenColumns = {
    ignored: ['last updated', 'Accession'],
    named: [
      ['Beitritt', 'accession'],
      ['Staat', 'participant'],
      ['Absent', 'ratification'],
    ],
  }
  const found = layout('Staat|Signature|Beitritt|Last_Updated|Other', [], given)
  t.equal(words(found?.participant), 'Staat')
  t.strictSame(allWords(found?.acts), ['Signature', 'Beitritt'])
  t.strictSame(allWords(found?.ignored), ['Last_Updated'])
  t.strictSame(allWords(found?.notRead), ['Other'])
  t.strictSame(found?.missing, ['Accession', 'Absent'])
})

t.test('headings that differ by a digit are two', async (t) => {
  const found = layout('Country|Date 1|Date 2', [], { ignored: ['Date 1'], named: [] })
  t.strictSame(allWords(found?.ignored), ['Date 1'])
})

t.test('of what effects a table speaks', async (t) => {
  const effects = (heading: string, rows: string[] = [], ignored: string[] = []) => {
    const found = layout(heading, rows, { ignored, named: [] })
    return found && effectsOf(found)
  }
  t.strictSame(effects('Country|Signature'), ['signs'])
  t.strictSame(effects('Country|Signature|Ratification'), ['signs', 'binds', 'leaves'])
  t.strictSame(effects('Country|Date|Type', ['Chad|1 May 2000|Accession']), ['binds', 'leaves'])
  t.strictSame(effects('Country|Signature|Type', ['Chad|1 May 2000|–']), ['signs'])
  t.strictSame(effects('Country|Signature|Ratification|Accession', [], ['Accession']), ['signs'])
})
