import t from 'tap'
import { dayOnly, daysIn } from '../../../../src/tables/collection/statements/prose-days.js'

const cases: [text: string, notes: string[], on: string | null][] = [
  ['11 January 1980', [], '1980-01-11'],
  ['14 July1994', [], '1994-07-14'],
  ['28 Septembre 2016', [], '2016-09-28'],
  ['  7 Sep\t1994 ', [], '1994-09-07'],
  ['12 August 2003*', [], '2003-08-12'],
  // An end note's number is glued to the day, or to the year.
  ['2011 January 1980', ['20'], '1980-01-11'],
  ['2011 January 1980', [], null],
  ['2011 January 1980', ['2', '20'], '1980-01-11'],
  ['1112 January 1980', ['1', '11'], '1980-01-12'],
  ['121 January 1980', ['1', '12'], null],
  ['11 January 198020', ['20'], '1980-01-11'],
  ['11 January 198020', ['21'], null],
  ['1 Decmeber 1999', [], null],
  ['31 February 1999', [], null],
  ['On 11 January 1980', [], null],
]

for (const [text, notes, on] of cases) t.equal(dayOnly(text, notes), on, `${text} with ${notes.join()}`)

t.strictSame(
  daysIn('Received on 14 September 1998 and 8 July 2002.').map(({ on }) => on),
  ['1998-09-14', '2002-07-08'],
)
