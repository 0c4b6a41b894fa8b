import t from 'tap'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { testRead, testRefused } from '../../../fixtures/table-cases.js'

const db = seededDatabase(t)
const heading = ',Signature,Ratification,Entry into force,Notes,R.,D.,A.,T.,C.,O.'
const options = { asAt: '2026-01-01' }

testRead(t, db, [
  {
    of: 'a chart with groups, letters and totals',
    format: 'council-of-europe',
    table: [
      heading,
      'Members of Council of Europe,,,,,,,,,,',
      'Albania,06/02/2003,05/03/2003,01/07/2003,,X,X,,,,',
      'Ireland,04/05/2001,,,,,,,,,',
      'Bosnia and Herzegovina,,03/12/2003,01/04/2004,a,,,X,,,',
      'North Macedonia,,04/05/2006,01/06/2006,su,,,,,,',
      'Denmark,19/08/2005,19/08/2005,01/11/2005,s,,,,,,',
      'Norway,20/08/2005,,01/12/2005,s,,,,,,',
      'Italy,02/03/2004,,,r,,,,,,',
      'Non-Members of Council of Europe,,,,,,,,,,',
      'Morocco,,12/09/2013,01/01/2014,a 7,,X,,,,',
      'International Organisations,,,,,,,,,,',
      'Total number of signatures not followed by ratifications: 2,,,,,,,,,,',
      'Total number of ratifications/accessions,6,,,,,,,,,',
    ],
    actions: [
      'ALB ratification 2003-03-05',
      'ALB signature 2003-02-06',
      'BIH accession 2003-12-03',
      'DNK definitive-signature 2005-08-19',
      'IRL signature 2001-05-04',
      'ITA signature 2004-03-02',
      'MAR accession 2013-09-12',
      'MKD succession 2006-05-04',
      'NOR definitive-signature 2005-08-20',
    ],
    effects: [
      'ALB ratification 2003-07-01',
      'BIH accession 2004-04-01',
      'DNK definitive-signature 2005-11-01',
      'MAR accession 2014-01-01',
      'MKD succession 2006-06-01',
      'NOR definitive-signature 2005-12-01',
    ],
    warnings: [/line 9: signature ad referendum/],
    notRead: {
      'R.': 1,
      'D.': 2,
      'A.': 1,
      'Notes, by number': 1,
      'Total number of signatures not followed by ratifications': 1,
      'Total number of ratifications/accessions': 1,
    },
    options,
  },
  {
    of: 'the same in French, from a spreadsheet',
    format: 'council-of-europe',
    table: [
      "États membres du Conseil de l'Europe;Signature;Ratification;Entrée en vigueur;Renv.;R.;D.;A.;T.;C.;O.",
      'Albanie;06/02/2003;05/03/2003;01/07/2003;;X;;;;;',
      "Non-membres du Conseil de l'Europe;;;;;;;;;;",
      'Maroc;;12/09/2013;01/01/2014;a;;;;;;',
      'Nombre total de ratifications/adhésions;2;;;;;;;;;',
    ],
    actions: ['ALB ratification 2003-03-05', 'ALB signature 2003-02-06', 'MAR accession 2013-09-12'],
    options,
  },
  {
    of: 'what only resembles it, without the marks of statements, is nobody’s chart',
    format: 'ohchr-table',
    table: ['Country,Signature,Ratification,Entry into force,Notes', 'Albania,6 Feb 2003,5 Mar 2003,,12'],
    actions: ['ALB ratification 2003-03-05', 'ALB signature 2003-02-06'],
  },
])

const row = (cells: string) => [heading, cells]
testRefused(t, db, [
  {
    of: 'a note that is not known',
    table: row('Albania,06/02/2003,05/03/2003,,x,,,,,,'),
    faults: [
      { line: 2, column: 'Notes', value: 'x', reason: /no note of the chart that is known: a is accession/ },
    ],
  },
  {
    of: 'two letters',
    table: row('Albania,06/02/2003,05/03/2003,,a su,,,,,,'),
    faults: [{ value: 'a su', reason: /no note of the chart/ }],
  },
  {
    of: 'a letter without its date',
    table: row('Albania,06/02/2003,,,a,,,,,,'),
    faults: [{ value: 'a', reason: /that date is missing/ }],
  },
  {
    of: 'a signature that binds, and another day of ratification',
    table: row('Albania,06/02/2003,05/03/2003,,s,,,,,,'),
    faults: [{ value: 's', reason: /another date of ratification/ }],
  },
  {
    of: 'a succession with a signature',
    table: row('Croatia,06/02/2003,05/03/2003,,su,,,,,,'),
    faults: [{ value: 'su', reason: /may be the predecessor’s/ }],
  },
  {
    of: 'a total that differs',
    table: [
      ...row('Albania,06/02/2003,05/03/2003,,,,,,,,'),
      'Total number of ratifications/accessions,47,,,,,,,,,',
    ],
    faults: [{ line: 3, value: '47', reason: /total that the chart prints, and the rows above have 1/ }],
  },
  {
    of: 'a day that is none with the day first',
    table: row('Albania,02/25/2003,,,,,,,,,'),
    faults: [{ line: 2, column: 'Signature', value: '02/25/2003', reason: /month first/ }],
  },
  {
    of: 'a group that nobody knows',
    table: row('Atlantic States,,,,,,,,,,'),
    faults: [{ line: 2, value: 'Atlantic States', reason: /no participant of this name/ }],
  },
  {
    of: 'the chart as text',
    table: 'Signature Ratification Entry into force Notes R. D. A. T. C. O.\nAlbania 06/02/2003 05/03/2003\n',
    faults: [{ line: null, reason: /text of a chart of the Council of Europe, whose columns are lost/ }],
  },
])
