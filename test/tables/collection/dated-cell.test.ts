import t from 'tap'
import type { DayOrder } from '../../../src/domain/vocabulary.js'
import { readDatedCell, readDatedCells, whyUnreadable } from '../../../src/tables/collection/dated-cell.js'
import { printedDays } from '../../../src/tables/collection/printed-day.js'

const read = (cell: string, order: DayOrder | null = null) => {
  const found = readDatedCell(cell, printedDays(order))
  if (found === null || found === 'unreadable') return found
  return [found.on, found.marker, ...(found.isBracketed ? ['undone'] : [])]
}

const cases: [cell: string, expected: unknown, order?: DayOrder][] = [
  ['', null],
  [' \u00a0\t', null],
  ['5 Mar 2003', ['2003-03-05', null]],
  [' 5 Mar 2003', ['2003-03-05', null]],
  ['5 Mar 2003 a', ['2003-03-05', 'a']],
  ['5 Mar 2003 AA', ['2003-03-05', 'AA']],
  ['5 Mar 2003 (a)', ['2003-03-05', 'a']],
  ['22 Apr\t 2016 ', ['2016-04-22', null]],
  ['5 March 2003', ['2003-03-05', null]],
  ['05 Sept 2003', ['2003-09-05', null]],
  ['[15 Mar 1990]', ['1990-03-15', null, 'undone']],
  ['[  1 Nov 1977 ]', ['1977-11-01', null, 'undone']],
  ['[28 Jun 1985 a]', ['1985-06-28', 'a', 'undone']],
  ['5 Mar 2003 a<superscript>3</superscript>', ['2003-03-05', 'a']],
  ['5 Mar 2003 a&lt;superscript&gt;3&lt;/superscript&gt;', ['2003-03-05', 'a']],
  ['2003-03-05', ['2003-03-05', null]],
  ['2003-03-05 a', ['2003-03-05', 'a']],
  ['05/03/2003', ['2003-03-05', null], 'day-first'],
  ['05-03-2003', ['2003-03-05', null], 'day-first'],
  ['29 Feb 2000', ['2000-02-29', null]],
  ['31 Feb 1999', 'unreadable'],
  ['29 Feb 1900', 'unreadable'],
  ['05-03-2003', 'unreadable'],
  ['03/13/2003', 'unreadable', 'day-first'],
  // Excel
  ['10-May-2016', ['2016-05-10', null]],
  ['10.May.2016', ['2016-05-10', null]],
  ['10 May, 2016', ['2016-05-10', null]],
  ['May 10, 2016', ['2016-05-10', null]],
  ['May 10,2016', ['2016-05-10', null]],
  ['Tuesday, May 10, 2016', ['2016-05-10', null]],
  ['25/05/2016 0:00', ['2016-05-25', null]],
  ['5/25/2016 12:00:00 AM', ['2016-05-25', null]],
  ['10/5/2016', ['2016-10-05', null], 'month-first'],
  ['10-May-16', 'unreadable'],
  ['5/10/16', 'unreadable', 'month-first'],
  ['42500', 'unreadable'],
  // pandas, R and other programs
  ['2016-05-10 00:00:00', ['2016-05-10', null]],
  ['2016-05-10 00:00:00.000000', ['2016-05-10', null]],
  ['2016-05-10T00:00:00Z', ['2016-05-10', null]],
  ['2016-05-10T00:00:00.000Z', ['2016-05-10', null]],
  ['2016-05-10T00:00:00+02:00', ['2016-05-10', null]],
  ['2016-05-10 00:00:00 a', ['2016-05-10', 'a']],
  ['2016-05-10 00:00:00+00:00', ['2016-05-10', null]],
  ['2016-05-09T22:00:00Z', 'unreadable'],
  ['2016/05/10', ['2016-05-10', null]],
  ['2016.05.10', ['2016-05-10', null]],
  ['20160510', ['2016-05-10', null]],
  ['20160510.0', ['2016-05-10', null]],
  ['20161305', 'unreadable'],
  ['10MAY2016', ['2016-05-10', null]],
  ['2016-May-10', ['2016-05-10', null]],
  ['1462838400000', 'unreadable'],
  // people
  ['10th May 2016', ['2016-05-10', null]],
  ['May 10th, 2016', ['2016-05-10', null]],
  ['3rd of May 2016', 'unreadable'],
  ['10.05.2016', 'unreadable'],
  ['25.05.2016', ['2016-05-25', null]],
  ['05/05/2016', ['2016-05-05', null]],
  ['31/02/2016', 'unreadable'],
  ['13/13/2016', 'unreadable'],
  ['13/13/2016', 'unreadable', 'day-first'],
  ['10\u00a0May\u00a02016', ['2016-05-10', null]],
  // French
  ['1er mars 2003', ['2003-03-01', null]],
  ['10. Mai 2016', ['2016-05-10', null]],
  ['5 févr. 2003', ['2003-02-05', null]],
  ['14 août 1980', ['1980-08-14', null]],
  ['14 AOUT 1980 a', ['1980-08-14', 'a']],
  ['2 déc. 1999', ['1999-12-02', null]],
  ['2 de diciembre de 1999', ['1999-12-02', null]],
  ['13. Jänner 2010', ['2010-01-13', null]],
  ['3 marzo 1999', ['1999-03-03', null]],
  ['3 mei 1999', ['1999-05-03', null]],
  ['23-X-1956', ['1956-10-23', null]],
  ['1.V.2016', ['2016-05-01', null]],
  ['1-v-2016', 'unreadable'],
  ['1-XIII-2016', 'unreadable'],
  ['2 grudnia 1999', 'unreadable'],
  // footnotes
  ['10 May 2016 3', ['2016-05-10', null]],
  ['10 May 20163', ['2016-05-10', null]],
  ['10 May 2016 3,4', ['2016-05-10', null]],
  ['10 May 2016[3]', ['2016-05-10', null]],
  ['10 May 2016 (3)', ['2016-05-10', null]],
  ['10 May 2016[note 3]', ['2016-05-10', null]],
  ['10 May 2016¹', ['2016-05-10', null]],
  ['10 May 2016 *', ['2016-05-10', null]],
  ['10 May 2016 a3', ['2016-05-10', 'a']],
  ['10 May 2016 a 3', ['2016-05-10', 'a']],
  ['10 May 2016 (a)3,4', ['2016-05-10', 'a']],
  ['10 May 2016 3 a', ['2016-05-10', 'a']],
  ['10 May 20163 a', ['2016-05-10', 'a']],
  ['[28 Jun 1985 a]3', ['1985-06-28', 'a', 'undone']],
  ['[28 Jun 1985 a] 3', ['1985-06-28', 'a', 'undone']],
  ['2016-05-103', 'unreadable'],
  ['10 May 2016 123', 'unreadable'],
  ['10 May 201612345', 'unreadable'],
  // nothing
  ...[
    'NaN',
    'nan',
    'NaT',
    'NA',
    'n/a',
    'N/A',
    '#N/A',
    'n.a.',
    '-',
    '–',
    '—',
    'none',
    'None',
    'null',
    'NULL',
    '…',
  ].map((cell): [string, null] => [cell, null]),
  ['no', 'unreadable'],
  ['?', 'unreadable'],
  ['1 Jan 0001', 'unreadable'],
  ['0000-01-01', 'unreadable'],
  ['14 Dec', 'unreadable'],
  ['2003', 'unreadable'],
  ['30519.0', 'unreadable'],
  ['[5 Mar 2003', 'unreadable'],
  ['5 Mar 2003]', 'unreadable'],
  ['5 Mar 2003 a, 6 Mar 2004 d', 'unreadable'],
  ['5 Mar 2003 acc', 'unreadable'],
  ['5 Mart 2003', 'unreadable'],
  ['yes', 'unreadable'],
]

for (const [cell, expected, order] of cases)
  t.test(`“${cell}”${order ? `, ${order}` : ''}`, async (t) => {
    t.strictSame(read(cell, order), expected)
  })

t.test('a cell of two dates: undone, and done again', async (t) => {
  const both = readDatedCells('[23 Sep 1976] 11 Jan 2013 a', printedDays())
  t.match(both, [
    { on: '1976-09-23', isBracketed: true, marker: null },
    { on: '2013-01-11', isBracketed: false, marker: 'a' },
  ])
  for (const cell of [
    '23 Sep 1976 11 Jan 2013',
    '[23 Sep 1976] withdrawn',
    '[6] 11 Jan 2013 a',
    '[] 11 Jan 2013',
  ])
    t.equal(readDatedCells(cell, printedDays()), 'unreadable', cell)
})

const reasons: [cell: string, reason: RegExp, order?: DayOrder][] = [
  ['42500', /as Excel counts/],
  ['42500.0', /as Excel counts/],
  ['10-May-16', /two digits/],
  ["May 10, '16", /two digits/],
  ['5/10/16', /two digits/, 'month-first'],
  ['10/05/2016', /--day-first or --month-first/],
  ['10.05.2016 a', /--day-first or --month-first/],
  ['[10-05-2016]', /--day-first or --month-first/],
  ['25/05/2016', /has the day first, and the file is said to have the month first/, 'month-first'],
  ['05/25/2016', /has the month first, and the file is said to have the day first/, 'day-first'],
  ['2016-05-10T22:00:00Z', /time of day/],
  ['31/02/2016', /^is not a date like 5 Mar 2003/],
  ['yes', /^is not a date like 5 Mar 2003 or 2003-03-05, with at most a marker$/],
]

for (const [cell, reason, order] of reasons)
  t.test(`why “${cell}” is not read`, async (t) => {
    const style = printedDays(order)
    t.equal(readDatedCell(cell, style), 'unreadable')
    t.match(whyUnreadable(cell, style), reason)
  })

t.test('one file does not mix both orders, whichever comes first', async (t) => {
  for (const [first, other] of [
    ['25/05/2016', '05/25/2016'],
    ['05/25/2016', '25/05/2016'],
  ] as const) {
    const style = printedDays()
    t.match(readDatedCell(first, style), { on: '2016-05-25' })
    t.equal(readDatedCell(other, style), 'unreadable')
    t.match(whyUnreadable(other, style), /first, and another row has the .* first/)
    t.equal(readDatedCell('10/05/2016', style), 'unreadable', 'a proof elsewhere explains no other day')
  }
})
