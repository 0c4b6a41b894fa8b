import t from 'tap'
import { type EntryIntoForceTerms, entryIntoForce } from '../../../src/domain/instruments/entry-into-force.js'
import type { ActionKind, Day } from '../../../src/domain/vocabulary.js'
import { action } from '../../fixtures/actions.js'

const thirty = 'thirtieth-day-after-deposit'
const untoc: EntryIntoForceTerms = { inForceOn: '2003-09-29', entryIntoForceRule: thirty }
const protocol: EntryIntoForceTerms = { inForceOn: '2003-12-25', entryIntoForceRule: thirty }
const opsc: EntryIntoForceTerms = { inForceOn: '2002-01-18', entryIntoForceRule: 'one-month-after-deposit' }
const cedaw: EntryIntoForceTerms = { inForceOn: '1981-09-03', entryIntoForceRule: thirty }
const slavery: EntryIntoForceTerms = { inForceOn: '1957-04-30', entryIntoForceRule: 'date-of-deposit' }
const imported: EntryIntoForceTerms = { inForceOn: null, entryIntoForceRule: null }

type Case = [
  title: string,
  EntryIntoForceTerms,
  ActionKind,
  on: Day | readonly [Day, Day],
  expected: Day | null,
]
const cases: Case[] = [
  ['Algeria, Trafficking Protocol: art. 17(2)', protocol, 'ratification', '2004-03-09', '2004-04-08'],
  ['Belize, Trafficking Protocol: not before its own', protocol, 'accession', '2003-09-26', '2003-12-25'],
  ['UNTOC, deposited before its own entry into force', untoc, 'ratification', '2001-05-01', '2003-09-29'],
  ['UNTOC, between the 40th deposit and its own', untoc, 'ratification', '2003-09-20', '2003-10-20'],
  ['Andorra, OPSC: the Protocol’s own', opsc, 'ratification', '2001-04-30', '2002-01-18'],
  [
    'Viet Nam, OPSC: the month runs only once it is in force',
    opsc,
    'ratification',
    '2001-12-20',
    '2002-01-18',
  ],
  ['Benin, OPSC: a calendar month, to the month’s end', opsc, 'ratification', '2005-01-31', '2005-02-28'],
  ['OPSC, in a leap year', opsc, 'accession', '2012-01-30', '2012-02-29'],
  ['OPSC, over the turn of the year', opsc, 'accession', '2011-12-15', '2012-01-15'],
  ['Afghanistan, CEDAW: art. 27(2)', cedaw, 'ratification', '2003-03-05', '2003-04-04'],
  ['CEDAW, by accession', cedaw, 'accession', '1981-06-30', '1981-09-03'],
  ['Supplementary Slavery Convention: the day of deposit', slavery, 'accession', '1967-12-06', '1967-12-06'],
  [
    'Supplementary Slavery Convention: not before its own',
    slavery,
    'ratification',
    '1957-01-01',
    '1957-04-30',
  ],
  ['definitive signature binds like a deposit', slavery, 'definitive-signature', '1958-01-01', '1958-01-01'],
  ['a succession’s date is not the deposit’s', cedaw, 'succession', '1993-09-01', null],
  ['known only within bounds', protocol, 'accession', ['2018-10-19', '2023-02-20'], null],
  ['a treaty whose rule is not held', imported, 'ratification', '2004-03-09', null],
]

for (const [title, terms, kind, on, expected] of cases) {
  t.test(title, async (t) => t.equal(entryIntoForce(action(kind, on), terms), expected))
}

t.test('a date of effect that the source prints goes before any rule', async (t) => {
  const succession = action('succession', '1993-09-01', { effectOn: '1992-03-06' })
  t.equal(entryIntoForce(succession, cedaw), '1992-03-06')
})
