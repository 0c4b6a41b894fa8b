import t from 'tap'
import { wordsOf } from '../../../fixtures/pages.js'
import { seededApp } from '../../../fixtures/seeded.js'

const ended = 'existed until 31 December 1992. The record shows it on days up to then.'
const rest = 'The record holds nothing of it about Supplementary Slavery Convention.'

t.test('page, card and badge say what the record holds of a State, and what it does not', async (t) => {
  const { app } = await seededApp(t)
  /** A State, a day, what page and card say, and what the badge says. */
  const cases = [
    [
      'HTI',
      '2026-11-23',
      'Haiti is a party to all 5 instruments. Nothing is outstanding.',
      'party to 5 of 5 treaties',
    ],
    ['VAT', '2026-11-23', 'The resolution is addressed to Members of the United Nations.', 'of 5 treaties'],
    [
      'EUE',
      '2026-11-23',
      'European Union is a party to UNTOC and Trafficking Protocol. The record holds nothing of it about OPSC, CEDAW and',
      'party to 2 treaties',
    ],
    [
      'EUE',
      '2001-01-01',
      'European Union is not a party to UNTOC and Trafficking Protocol.',
      'party to 0 treaties',
    ],
    ['HKG', '2026-11-23', 'The record holds nothing of Hong Kong', 'nothing on record'],
    [
      'CSK',
      '1980-07-10',
      'The record holds nothing of Czechoslovakia about these instruments.',
      'nothing on record',
    ],
    ['CSK', '1985-06-01', `Czechoslovakia is a party to CEDAW. ${rest}`, 'party to 1 treaty'],
    ['CSK', '1992-12-31', `Czechoslovakia is a party to`, 'party to'],
    ['CSK', '1993-01-01', `Czechoslovakia ${ended}`, 'existed until 31 December 1992'],
    ['CSK', '2026-11-23', `Czechoslovakia ${ended}`, 'existed until 31 December 1992'],
    ['YMD', '1990-05-21', `Democratic Yemen is a party to CEDAW. ${rest}`, 'party to 1 treaty'],
    [
      'YEM',
      '1990-05-21',
      'Yemen Arab Republic is a party to none of the 2 instruments.',
      'party to 0 of 2 treaties',
    ],
    ['YMD', '1990-05-22', 'Democratic Yemen existed until 21 May 1990.', 'existed until 21 May 1990'],
    ['YEM', '1990-05-22', 'Yemen is a party to 1 of the 2 instruments.', 'party to 1 of 2 treaties'],
  ] as const
  for (const [code, day, summary, badge] of cases) {
    const title = `${code} on ${day}`
    t.ok(wordsOf(await app.inject(`/states/${code}?asOf=${day}`)).includes(summary), `page of ${title}`)
    t.ok(wordsOf(await app.inject(`/embed/states/${code}?asOf=${day}`)).includes(summary), `card of ${title}`)
    t.ok(
      wordsOf(await app.inject(`/badges/states/${code}.svg?asOf=${day}`)).includes(badge),
      `badge of ${title}`,
    )
    t.equal((await app.inject(`/og/states/${code}.png?asOf=${day}`)).statusCode, 200)
  }
})

t.test('a brief is headed by the days for which the record can speak', async (t) => {
  const { app } = await seededApp(t)
  const heading = async (url: string) =>
    wordsOf(await app.inject(url)).match(/Ratification brief · (.*?\d{4}(?: to .*?\d{4})?)/)?.[1]
  const today = 'record as at 9 October 2024 to 13 April 2026'
  t.equal(await heading('/states/USA'), today)
  t.equal(await heading('/states/CSK'), today)
  t.equal(await heading('/states/HKG'), today)
  t.equal(await heading('/states/EUE'), 'record as at 30 April 2025 to 31 July 2025')
  t.equal(await heading('/states/USA?asOf=2008-12-18'), '18 December 2008')
})

t.test('Yemen’s page names who acceded to CEDAW', async (t) => {
  const { app } = await seededApp(t)
  const words = wordsOf(await app.inject('/states/YEM'))
  t.ok(
    words.includes('Democratic Yemen, whose place it took on 22 May 1990, acceded to CEDAW on 30 May 1984.'),
  )
  t.notOk(wordsOf(await app.inject('/states/YEM?asOf=1985-06-01')).includes('acceded'))
  t.ok(
    wordsOf(await app.inject('/states/YMD?asOf=1985-06-01')).includes('It acceded to CEDAW on 30 May 1984.'),
  )
})
