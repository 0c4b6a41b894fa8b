import t from 'tap'
import type { StatementEvent } from '../../../src/domain/statements/statement.js'
import { articlesInWords, statementEventInWords } from '../../../src/domain/statements/wording.js'

const event = (kind: StatementEvent['event'], day: string, articles: string[] | null): StatementEvent => ({
  statement: 'cedaw-IRL-reservation-1',
  event: kind,
  earliest: day,
  latest: day,
  articles,
  summary: null,
  certainty: 'depositary',
  source: 'test',
})

t.test('provisions', async (t) => {
  t.equal(articlesInWords(['29(1)']), 'article 29(1)')
  t.equal(articlesInWords(['2', '9(2)', '16']), 'articles 2, 9(2) and 16')
  t.equal(articlesInWords(['general', '9(2)', '29(1)']), 'the whole treaty and articles 9(2) and 29(1)')
  t.equal(articlesInWords(['preamble']), 'the preamble')
})

t.test('events', async (t) => {
  const words = (one: StatementEvent, kind: 'reservation' | 'objection' | 'declaration') =>
    statementEventInWords(one, { kind }, 'Ireland', 'CEDAW')
  t.equal(
    words(event('withdrawn', '1986-12-19', ['9(1)', '15(4)']), 'reservation'),
    'Ireland withdrew its reservation to CEDAW, as to articles 9(1) and 15(4), on 19 December 1986',
  )
  t.equal(
    words(event('made', '2010-04-28', []), 'objection'),
    'Ireland made an objection concerning CEDAW on 28 April 2010',
  )
  t.equal(
    words(event('made', '2010-04-28', null), 'declaration'),
    'Ireland made a declaration on CEDAW on 28 April 2010',
  )
})
