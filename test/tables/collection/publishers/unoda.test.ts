import t from 'tap'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { testRead, testRefused } from '../../../fixtures/table-cases.js'

const db = seededDatabase(t)

testRead(t, db, [
  {
    of: 'deposits with letters and places, of which the earliest counts',
    format: 'unoda-list',
    table: [
      'State,Signed,Deposit',
      'Albania,,12 Sep 1990 (R)',
      'Austria,"1 Jul 1968 (W); 3 Jul 1968 (L)","27 Jun 1969 (L) (R), 26 Jun 1969 (M) (R)"',
      'Chad,1 Jul 1968 (M),10 Mar 1971 (W) (a)',
      'Fiji,,"London: 18 Jul 1972 (s), Washington: 21 Aug 1972 (s)"',
    ],
    actions: [
      'ALB ratification 1990-09-12',
      'AUT ratification 1969-06-26',
      'AUT signature 1968-07-01',
      'FJI participation 1972-07-18',
      'TCD accession 1971-03-10',
      'TCD signature 1968-07-01',
    ],
    warnings: [/line 3: .* the earliest counts/, /line 5: \(s\) may be succession or a definitive signature/],
  },
  {
    of: 'a column for each place',
    format: 'unoda-list',
    table: [
      'Country;Signature (Washington);Signature (London);Ratification (Washington);Ratification (London)',
      'Peru;02/07/1968;01/07/1968;;03/03/1970',
    ],
    actions: ['PER ratification 1970-03-03', 'PER signature 1968-07-01'],
  },
  {
    of: 'places in brackets, and the method beside them',
    format: 'unoda-list',
    table: [
      'State,Signed,Deposited,Method',
      'Peru,"Jul 1, 1968 (L, M, W)","Mar 3, 1970 (W)",Ratification',
      'Andorra,,"Jun 7, 1996 (W); Jun 25, 1996 (L)",Accession',
    ],
    actions: ['AND accession 1996-06-07', 'PER ratification 1970-03-03', 'PER signature 1968-07-01'],
  },
  {
    of: 'a table of one depositary is nobody’s list',
    format: 'ohchr-table',
    table: ['State,Signed,Deposited', 'Albania,1 Jul 1968,12 Sep 1990'],
    actions: ['ALB participation 1990-09-12', 'ALB signature 1968-07-01'],
  },
])

testRefused(t, db, [
  {
    of: 'deposits of several acts',
    table: [
      'State,Signed,Deposit',
      'Fiji,,"18 Jul 1972 (L) (s); 21 Aug 1972 (W) (a)"',
      'Peru,,1 Mar 1970 (R)',
    ],
    faults: [
      {
        line: 2,
        column: 'Deposit',
        value: '18 Jul 1972 (L) (s); 21 Aug 1972 (W) (a)',
        reason: /several acts/,
      },
    ],
  },
  {
    of: 'a date among them that is not read',
    table: ['State,Signed,Deposit', 'Fiji,,"18 Jul 1972 (L); later (W)"', 'Peru,,1 Mar 1970 (R)'],
    faults: [{ line: 2, value: '18 Jul 1972 (L); later (W)', reason: /not a date/ }],
  },
  {
    of: 'a letter that is not known',
    table: ['State,Signed,Deposit', 'Fiji,,18 Jul 1972 (X)', 'Peru,,1 Mar 1970 (R)'],
    faults: [{ line: 2, value: '18 Jul 1972 (X)', reason: /marker “X”/ }],
  },
])
