import t from 'tap'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { type Refused, testRead, testRefused } from '../../../fixtures/table-cases.js'

const db = seededDatabase(t)

const matrices: Record<string, string[]> = {
  'dates under short names': [
    'Country,CEDAW,CRC,CAT',
    'Chad,9 Jun 1995,2 Oct 1990,9 Jun 1995',
    'Fiji,28 Aug 1995,,',
  ],
  'ISO codes and years': ['iso3,country,CEDAW,OP-CRC-SC', 'TCD,Chad,1995,2002', 'FJI,Fiji,1995,'],
  'yes and no': ['Country;CEDAW;UNTOC', 'Chad;yes;yes', 'Fiji;yes;no'],
  'letters of acts': ['State party\tNPT\tCTBT\tTPNW', 'Chad\tR\tS\t', 'Fiji\tSu\tR\tR'],
  'long titles': [
    'State,Convention on the Rights of the Child,Genocide Convention',
    'Fiji,1993-08-13,1973-01-11',
    'Peru,1990-09-04,1960-02-24',
  ],
  'numbers of treaties': ['Country,IV-8,IV-11,XVIII-12', 'Chad,09/06/1995,02/10/1990,18/08/2009'],
  'numbers of conventions on labour': ['Country,C029,C105,C182', 'Chad,10.11.1960,8.6.1961,6.11.2000'],
  'two heading rows, serial numbers': [
    'Country,,Weapons,',
    'Country,Zone,ENMOD Conv. 1976,Geneva Gas Prot. 1925',
    'Peru,LAT,31342.0,31755.0',
  ],
  'acts of several treaties': [
    'Country,CEDAW signed,CEDAW ratified,CRC ratified',
    'Chad,,9 Jun 1995,2 Oct 1990',
  ],
}
const reason =
  /is a country-by-treaty matrix: .*Split it into one file a treaty.*--column "[^"]+=ratification" --ignore-column "/
testRefused(
  t,
  db,
  Object.entries(matrices).map(([of, table]): Refused => ({ of, table, faults: [{ line: null, reason }] })),
)

testRead(t, db, [
  {
    of: 'a matrix of which the user took one treaty, as the refusal says',
    table: ['Country,CEDAW,CRC,CAT', 'Chad,9 Jun 1995,2 Oct 1990,9 Jun 1995'],
    actions: ['TCD ratification 1995-06-09'],
    notRead: { CRC: 1, CAT: 1 },
    options: { columns: { ignored: ['CRC', 'CAT'], named: [['CEDAW', 'ratification']] } },
  },
  {
    of: 'a table of one treaty that names another in a column without dates',
    table: ['Country,Ratification,CEDAW member,Region', 'Chad,9 Jun 1995,expert,Africa'],
    actions: ['TCD ratification 1995-06-09'],
  },
])

testRefused(t, db, [
  {
    of: 'a matrix of which one treaty is not left out',
    table: ['Country,CEDAW,CRC', 'Chad,9 Jun 1995,2 Oct 1990'],
    faults: [{ column: 'CRC', value: '2 Oct 1990', reason: /--ignore-column "CRC"/ }],
    options: { columns: { ignored: [], named: [['CEDAW', 'ratification']] } },
  },
  {
    of: 'one treaty as the heading of the only column',
    table: ['Country,CEDAW', 'Chad,9 Jun 1995'],
    faults: [{ line: null, reason: /names participants .*no treaty action.*--column "CEDAW=ratification"/ }],
  },
])
