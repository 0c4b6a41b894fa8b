import t from 'tap'
import type { StatementEvent } from '../../src/domain/statements/statement.js'
import { statementEventKinds, statementKinds } from '../../src/domain/statements/vocabulary.js'
import { actionKinds, languages } from '../../src/domain/vocabulary.js'
import { messagesIn } from '../../src/messages/messages.js'
import { actionIn, statementEventIn } from '../../src/messages/sentences.js'
import { action } from '../fixtures/actions.js'
import { actionInWords, statementEventInWords } from '../fixtures/english-sentences.js'
import { statementEvent } from '../fixtures/statement-event.js'

const days = [
  { earliest: '1981-07-20', latest: '1981-07-20' },
  { earliest: '1981-07-01', latest: '1981-07-20' },
]
const told = { certainty: 'depositary', source: '', summary: null } as const
const act = { instrument: 'cedaw', participant: 'HTI', effectOn: null, performedBy: null, ...told }
const rest = { statement: 'cedaw-HTI-reservation-1', ...told }

t.test('English says what it says elsewhere', async (t) => {
  const english = messagesIn('en')
  for (const kind of actionKinds)
    for (const when of days) {
      const one = { ...act, action: kind, ...when }
      t.equal(actionIn(english, one, 'Haiti', 'CEDAW'), actionInWords(one, 'Haiti', 'CEDAW'))
    }
  const named = [
    null,
    [],
    ['2'],
    ['9(1)', '15(4)'],
    ['1', '2', '3'],
    ['general'],
    ['general', 'preamble', '2'],
  ]
  for (const kind of statementKinds)
    for (const event of statementEventKinds)
      for (const articles of named)
        for (const when of days) {
          const one = { ...rest, event, articles, ...when }
          t.equal(
            statementEventIn(english, one, { kind }, 'Haiti', 'CEDAW'),
            statementEventInWords(one, { kind }, 'Haiti', 'CEDAW'),
          )
        }
})

t.test('an action as an English sentence', async (t) => {
  const english = messagesIn('en')
  const cases = [
    [action('accession', '1995-09-08'), 'Vanuatu acceded to CEDAW on 8 September 1995'],
    [action('signature', '2000-12-01'), 'Vanuatu signed CEDAW on 1 December 2000'],
    [
      action('ratification', ['2018-10-19', '2023-02-20']),
      'Vanuatu ratified CEDAW between 19 October 2018 and 20 February 2023',
    ],
    [action('withdrawal', '2001-01-31'), 'Vanuatu withdrew from CEDAW on 31 January 2001'],
  ] as const
  for (const [taken, words] of cases) t.equal(actionIn(english, taken, 'Vanuatu', 'CEDAW'), words)
  for (const kind of actionKinds)
    t.match(actionIn(english, action(kind, '2000-01-01'), 'A', 'B'), /^A [a-z ]+ B on 1 January 2000$/, kind)
})

t.test('what happened to a statement as an English sentence', async (t) => {
  const words = (one: StatementEvent, kind: 'reservation' | 'objection' | 'declaration') =>
    statementEventIn(messagesIn('en'), one, { kind }, 'Ireland', 'CEDAW')
  t.equal(
    words(statementEvent('withdrawn', '1986-12-19', { articles: ['9(1)', '15(4)'] }), 'reservation'),
    'Ireland withdrew its reservation to CEDAW, as to articles 9(1) and 15(4), on 19 December 1986',
  )
  t.equal(
    words(statementEvent('made', '2010-04-28', { articles: [] }), 'objection'),
    'Ireland made an objection concerning CEDAW on 28 April 2010',
  )
  t.equal(
    words(statementEvent('made', '2010-04-28'), 'declaration'),
    'Ireland made a declaration on CEDAW on 28 April 2010',
  )
})

t.test('each kind and event of a statement has words of its own, in each language', async (t) => {
  for (const lang of languages) {
    const said = statementKinds.flatMap((kind) =>
      statementEventKinds.map((event) =>
        statementEventIn(
          messagesIn(lang),
          { event, articles: null, earliest: '1981-07-20', latest: '1981-07-20' },
          { kind },
          'X',
          'Y',
        ),
      ),
    )
    t.equal(new Set(said).size, said.length, lang)
  }
})

t.test('provisions keep their order among Arabic words', async (t) => {
  const said = statementEventIn(
    messagesIn('ar'),
    { event: 'withdrawn', articles: ['9(1)', '29'], earliest: '1981-07-20', latest: '1981-07-20' },
    { kind: 'reservation' },
    'آيرلندا',
    'سيداو',
  )
  t.equal(said, 'آيرلندا – تحفظ (سحب): سيداو (المادتان \u20689(1)\u2069، 29)، في 20 تموز/يوليه 1981')
})
