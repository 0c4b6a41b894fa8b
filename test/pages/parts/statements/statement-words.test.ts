import t from 'tap'
import { openReading } from '../../../../src/answers/reading.js'
import { discussed } from '../../../../src/answers/statements/reactions.js'
import { statementsOn } from '../../../../src/answers/statements/statements.js'
import { openStore } from '../../../../src/db/store.js'
import {
  coverageInWords,
  eventInWords,
  headingOf,
} from '../../../../src/pages/parts/statements/statement-words.js'
import { seededDatabase, today } from '../../../fixtures/seeded.js'

const store = openStore(seededDatabase(t))
const found = (id: string, asOf: string) => {
  const reading = openReading({ store, today: () => today }, { asOf })
  const all = statementsOn(reading, { instrument: [id.split(/-[A-Z]{3}-/)[0] ?? ''] })
  const [one] = discussed(
    reading,
    all.filter(({ statement }) => statement.id === id),
    all,
  )
  if (one === undefined) throw new Error(`${id} was not made by ${asOf}`)
  return one
}

t.test('a statement is named by what stands of it', (t) => {
  const cases = [
    ['cedaw-IRL-reservation-1', today, 'Reservation to articles 11(1), 13(a), 16(1)(d) and 16(1)(f)'],
    ['cedaw-SAU-reservation-1', today, 'Reservation to the whole treaty and articles 9(2) and 29(1)'],
    ['cedaw-CHN-reservation-2', today, 'Reservation to articles 1, 4, 11 and 15(3), for Hong Kong alone'],
    ['cedaw-FRA-declaration-2', today, 'Declaration on the preamble and article 5(b)'],
    ['untoc-USA-reservation-2', today, 'Reservation'],
    ['trafficking-protocol-ISR-declaration-1', today, 'Declaration, articles not read'],
  ] as const
  for (const [id, day, heading] of cases) t.equal(headingOf(found(id, day)), heading, id)
  t.end()
})

t.test('what is withdrawn is named as it was made, and what is taken out of a whole is excepted', (t) => {
  const one = found('cedaw-IRL-reservation-1', today)
  t.equal(
    headingOf({ ...one, standing: 'withdrawn', articles: [] }),
    'Reservation to articles 9(1), 11(1), 13(a), 13(b), 13(c), 15(3), 15(4), 16(1)(d) and 16(1)(f)',
  )
  t.equal(
    headingOf({ ...one, articles: ['16'], without: ['16(1)(c)'] }),
    'Reservation to article 16, except 16(1)(c)',
  )
  t.end()
})

t.test('what happened to it', (t) => {
  const words = (id: string) => {
    const one = found(id, today)
    return one.events.map((event) => eventInWords(event, one))
  }
  t.strictSame(words('trafficking-protocol-SAU-reservation-2'), ['Made', 'Confirmed'])
  t.equal(
    words('cedaw-GBR-reservation-1').at(-1),
    'Withdrawn as to article 15(4). Withdraws item (d), on immigration.',
  )
  t.match(
    words('cedaw-LBY-reservation-1')[1],
    /^Modified: what stands is articles 2, 16\(1\)\(c\) and 16\(1\)\(d\)\. /,
  )
  t.match(words('cedaw-LBY-reservation-1')[0], 'Made to the whole treaty')
  t.end()
})

t.test('an empty list says no more than is held', (t) => {
  const asAt = '2026-02-03'
  const cases = [
    ['whole', 'The record holds all statements on X that the depositary printed by 3 February 2026.'],
    [
      'partial',
      'The record holds only some of the statements on X that the depositary printed by 3 February 2026: what is not here may have been made.',
    ],
  ] as const
  for (const [coverage, words] of cases) t.equal(coverageInWords({ coverage, asAt, what: null }, 'X'), words)
  t.equal(
    coverageInWords({ coverage: 'none', asAt: null, what: null }, 'X'),
    'The record holds no statements on X: nothing here says that none has been made.',
  )
  t.end()
})
