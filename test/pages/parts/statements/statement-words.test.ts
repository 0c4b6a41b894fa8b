import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import t from 'tap'
import { openReading } from '../../../../src/answers/reading.js'
import { discussed } from '../../../../src/answers/statements/reactions.js'
import { statementsOn } from '../../../../src/answers/statements/statements.js'
import { openStore } from '../../../../src/db/store.js'
import type { Language } from '../../../../src/domain/vocabulary.js'
import { messagesIn } from '../../../../src/messages/messages.js'
import {
  coverageInWords,
  eventInWords,
  headingOf,
  type Words,
  whenOf,
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

const en = messagesIn('en')
const textOfWords = (words: Words) => renderToString(h(Fragment, null, words))
const named = (said: Parameters<typeof headingOf>[1], lang: Language = 'en') =>
  textOfWords(headingOf(messagesIn(lang), said)).replace(/[\u2066-\u2069]/g, '')

t.test('a statement is named by what stands of it', (t) => {
  const cases = [
    ['cedaw-IRL-reservation-1', today, 'Reservation to articles 11(1), 13(a), 16(1)(d) and 16(1)(f)'],
    ['cedaw-SAU-reservation-1', today, 'Reservation to the whole treaty and articles 9(2) and 29(1)'],
    ['cedaw-CHN-reservation-2', today, 'Reservation to articles 1, 4, 11 and 15(3), for Hong Kong alone'],
    ['cedaw-FRA-declaration-2', today, 'Declaration on the preamble and article 5(b)'],
    ['untoc-USA-reservation-2', today, 'Reservation'],
    ['trafficking-protocol-ISR-declaration-1', today, 'Declaration, articles not identified'],
  ] as const
  for (const [id, day, heading] of cases) t.equal(named(found(id, day)), heading, id)
  t.end()
})

t.test('a statement is named in the law’s own word of each language', (t) => {
  const cases = [
    ['fr', 'Réserve : articles 11(1), 13(a), 16(1)(d) et 16(1)(f)'],
    ['es', 'Reserva: artículos 11(1), 13(a), 16(1)(d) y 16(1)(f)'],
    ['ar', 'تحفظ: المواد 11(1) و13(a) و16(1)(d) و16(1)(f)'],
    ['zh', '保留：第11(1)、13(a)、16(1)(d)、16(1)(f)条'],
    ['ru', 'Оговорка: статьи 11(1), 13(a), 16(1)(d) и 16(1)(f)'],
  ] as const
  const said = found('cedaw-IRL-reservation-1', today)
  for (const [lang, words] of cases) t.equal(named(said, lang).replaceAll('\u00A0', ' '), words, lang)
  t.match(
    textOfWords(headingOf(messagesIn('ar'), said)),
    '\u206816(1)(d)\u2069',
    'a code keeps its order among Arabic words',
  )
  t.equal(
    named(found('cedaw-CHN-reservation-2', today), 'ru'),
    'Оговорка: статьи 1, 4, 11 и 15(3), только для территории: Hong Kong',
  )
  t.equal(named(found('cedaw-SAU-reservation-1', today), 'zh'), '保留：整个条约和第9(2)、29(1)条')
  t.equal(named({ ...said, articles: ['16'], without: ['16(1)(c)'] }, 'zh'), '保留：第16条，16(1)(c)除外')
  t.end()
})

t.test('who says it, where that is not the depositary', (t) => {
  const [event] = found('cedaw-IRL-reservation-1', today).events
  if (event === undefined) throw new Error('it was made')
  t.equal(whenOf(messagesIn('fr'), event).replaceAll('\u00A0', ' '), '23 déc. 1985')
  t.equal(whenOf(messagesIn('zh'), { ...event, certainty: 'secondary' }), '1985年12月23日（二手来源）')
  t.end()
})

t.test('what is withdrawn is named as it was made, and what is taken out of a whole is excepted', (t) => {
  const one = found('cedaw-IRL-reservation-1', today)
  t.equal(
    named({ ...one, standing: 'withdrawn', articles: [] }),
    'Reservation to articles 9(1), 11(1), 13(a), 13(b), 13(c), 15(3), 15(4), 16(1)(d) and 16(1)(f)',
  )
  t.equal(
    named({ ...one, articles: ['16'], without: ['16(1)(c)'] }),
    'Reservation to article 16, except 16(1)(c)',
  )
  t.end()
})

t.test('what happened to it', (t) => {
  const words = (id: string) => {
    const one = found(id, today)
    return one.events.map((event) => textOfWords(eventInWords(en, event, one)))
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
  t.match(words('cedaw-LBY-reservation-1')[0], 'Made as to the whole treaty')
  t.end()
})

t.test('the withdrawal of a reservation is no withdrawal from a treaty', (t) => {
  const one = found('cedaw-GBR-reservation-1', today)
  const last = one.events.at(-1)
  if (last === undefined) throw new Error('it was withdrawn in part')
  const words = (lang: Language) => textOfWords(eventInWords(messagesIn(lang), last, one))
  t.match(words('fr'), /^Retrait\u00A0: article 15\(4\)\. Withdraws item/)
  t.match(words('ar'), /^السحب: المادة /)
  t.match(words('zh'), /^撤回：第15\(4\)条。Withdraws/)
  t.match(words('ru'), /^Снятие или отзыв: статья 15\(4\)\. /)
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
  for (const [coverage, words] of cases)
    t.equal(coverageInWords(en, { coverage, asAt, what: null }, 'X'), words)
  t.equal(
    coverageInWords(en, { coverage: 'none', asAt: null, what: null }, 'X'),
    'The record holds no statements on X: nothing here says that none has been made.',
  )
  t.end()
})
