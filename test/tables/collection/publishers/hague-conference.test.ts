import t from 'tap'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { testRead, testRefused } from '../../../fixtures/table-cases.js'

const db = seededDatabase(t)
const heading = 'Contracting Party,S,R/A/Su,Type,EIF,EXT,Auth,Res/D/N/DC'

testRead(t, db, [
  {
    of: 'a status table, with footnotes in its heading and months in Roman numbers',
    format: 'hague-conference',
    table: [
      'Contracting Party*\tS 1\tR/A/Ap/Su2\tType3\tEIF4\tEXT5\tAuth6\tRes/D/N/DC7',
      'Albania\t12-IX-2011\t4-V-2012\tR\t1-VIII-2012\t\t1\tD,Res',
      'Armenia\t\t1-III-2013\tA\t1-VI-2013\t\t1\t',
      'Andorra\t\t6-IV-2014\tA*\t1-VII-2014\t\t\t',
      'Croatia\t\t23-IV-1993\tSu\t8-X-1991\t\t\t',
      'Japan\t12-IX-2011\t24-I-2014\tAc\t1-IV-2014\t\t\t',
      'European Union\t\t9-IV-2014\tAEU\t1-VIII-2014\t\t\tD',
      'Austria\t\t9-IV-2014\tAEU*\t1-VIII-2014\t\t\t',
      'France\t12-IX-2011\t05-06-2014\tAp\t01-09-2014\t\t\t',
      'Israel\t3-III-2015\t\t\t\t\t\t',
    ],
    actions: [
      'ALB ratification 2012-05-04',
      'ALB signature 2011-09-12',
      'AND accession 2014-04-06',
      'ARM accession 2013-03-01',
      'EUE approval 2014-04-09',
      'FRA approval 2014-06-05',
      'FRA signature 2011-09-12',
      'HRV succession 1993-04-23',
      'ISR signature 2015-03-03',
      'JPN acceptance 2014-01-24',
      'JPN signature 2011-09-12',
    ],
    notRead: {
      Auth6: 2,
      'Res/D/N/DC7': 2,
      'Type A*: whether the other parties accept the accession': 1,
      'Type AEU*: bound by the approval of the European Union': 1,
      EIF4: 1,
    },
  },
  {
    of: 'another table with a type, which gives its acts in words',
    format: 'ohchr-table',
    table: ['Contracting Party,Signature,Ratification,Type', 'Armenia,,1 Mar 2013,Accession'],
    actions: ['ARM accession 2013-03-01'],
  },
])

testRefused(t, db, [
  {
    of: 'a denunciation without its day',
    table: [heading, 'Belgium,,,Den,,,,'],
    faults: [{ line: 2, column: 'Type', value: 'Den', reason: /does not say when.*column “Denunciation”/ }],
  },
  {
    of: 'a continuation',
    table: [heading, 'China,,16-VI-1997,C,,,,'],
    faults: [{ value: 'C', reason: /may concern a territory alone/ }],
  },
  {
    of: 'a type that is not known, and one that is missing',
    table: [heading, 'Armenia,,1-III-2013,X,,,,', 'Albania,,1-III-2013,,,,,', 'Austria,,1-III-2013,a,,,,'],
    faults: [
      { line: 2, value: 'X', reason: /no type that is known/ },
      { line: 3, reason: /only the type names/ },
      { line: 4, value: 'a', reason: /no type that is known/ },
    ],
  },
  {
    of: 'a type without its date',
    table: [heading, 'Armenia,12-IX-2011,,R,,,,'],
    faults: [{ value: 'R', reason: /its date is missing/ }],
  },
  {
    of: 'a month that is none',
    table: [heading, 'Armenia,12-XIII-2011,,,,,,'],
    faults: [{ column: 'S', value: '12-XIII-2011', reason: /not a date/ }],
  },
  {
    of: 'the table as text',
    table: 'Contracting Party S 1 R/A/S2 Type3 EIF4 EXT5 Auth6 Res/D/N/DC7\nArmenia 1-III-2013 A 1-VI-2013\n',
    faults: [{ line: null, reason: /text of a status table of the Hague Conference/ }],
  },
])

testRead(t, db, [
  {
    of: 'a denunciation whose day the user gave',
    table: [`${heading},Denunciation`, 'Belgium,,29-X-1962,R,1-IX-1964,,,,19-II-1999'],
    actions: ['BEL ratification 1962-10-29', 'BEL withdrawal 1999-02-19'],
  },
])
