import t from 'tap'
import { readDatedCell } from '../../../src/tables/collection/dated-cell.js'

const read = (cell: string, style: 'depositary' | 'day-first' = 'depositary') => {
  const found = readDatedCell(cell, style)
  if (found === null || found === 'unreadable') return found
  return [found.on, found.marker, ...(found.isBracketed ? ['undone'] : [])]
}

const cases: [cell: string, expected: unknown, style?: 'day-first'][] = [
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

for (const [cell, expected, style] of cases)
  t.test(`“${cell}”${style ? `, ${style}` : ''}`, async (t) => {
    t.strictSame(read(cell, style), expected)
  })
