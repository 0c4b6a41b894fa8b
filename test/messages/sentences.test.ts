import t from 'tap'
import { statementEventKinds, statementKinds } from '../../src/domain/statements/vocabulary.js'
import { statementEventInWords } from '../../src/domain/statements/wording.js'
import { actionKinds, languages } from '../../src/domain/vocabulary.js'
import { actionInWords } from '../../src/domain/wording.js'
import { messagesIn } from '../../src/messages/messages.js'
import { actionIn, statementEventIn } from '../../src/messages/sentences.js'

const days = [
  { earliest: '1981-07-20', latest: '1981-07-20' },
  { earliest: '1981-07-01', latest: '1981-07-20' },
]
const told = { certainty: 'depositary', source: '', summary: null } as const
const act = { instrument: 'cedaw', participant: 'HTI', effectOn: null, performedBy: null, ...told }
const rest = { statement: 'cedaw-HTI-reservation-1', ...told }

t.test('English says what it says elsewhere', async (t) => {
  const english = messagesIn('en')
  for (const action of actionKinds)
    for (const when of days) {
      const one = { ...act, action, ...when }
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
