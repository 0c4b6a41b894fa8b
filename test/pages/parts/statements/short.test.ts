import t from 'tap'
import { openReading } from '../../../../src/answers/reading.js'
import { statementsOfState } from '../../../../src/answers/statements/state-statements.js'
import { stateAt } from '../../../../src/answers/states.js'
import { statusesOf } from '../../../../src/answers/statuses.js'
import { openStore } from '../../../../src/db/store.js'
import type { Language } from '../../../../src/domain/vocabulary.js'
import { messagesIn } from '../../../../src/messages/messages.js'
import { inShort } from '../../../../src/pages/parts/statements/short.js'
import { seededDatabase, today } from '../../../fixtures/seeded.js'

const store = openStore(seededDatabase(t))

const shortOf = (
  code: string,
  instrument: string,
  asOf: string = today,
  lang: Language = 'en',
): string | null => {
  const reading = openReading({ store, today: () => today }, { asOf })
  const state = stateAt(reading, code)
  const statuses = statusesOf(reading, state, reading.instruments)
  const [found] = statementsOfState(reading, state, statuses).filter(
    (one) => one.instrument.code === instrument,
  )
  if (found === undefined) throw new Error(`${code} has no row for ${instrument}`)
  const row = statuses.find((one) => one.instrument === found.instrument)
  return inShort(messagesIn(lang), found, row?.status ?? 'none')
}

t.test('the statements of a State on one line of its brief', (t) => {
  const cases = [
    ['IRL', 'cedaw', '1 reservation to articles 11, 13 and 16'],
    [
      'MYS',
      'cedaw',
      '1 reservation to the whole treaty and articles 9 and 16 · 1 declaration · 6 objections to it',
    ],
    ['QAT', 'cedaw', '1 reservation to articles 2, 9, 15, 16 and 29 · 1 declaration · 16 objections to it'],
    ['CHN', 'opsc', 'Applies to 1 territory · excludes 1 territory'],
    ['USA', 'untoc', '3 reservations to articles 15 and 35'],
    ['SWE', 'cedaw', 'No reservation or declaration printed by 3 February 2026'],
    ['FRA', 'untoc', 'No statement of it is held; the record holds only some'],
    ['FRA', 'crc', 'The record holds no statements on it'],
    ['USA', 'cedaw', null],
  ] as const
  for (const [state, instrument, words] of cases)
    t.equal(shortOf(state, instrument), words, `${state} ${instrument}`)
  t.equal(shortOf('IRL', 'cedaw', '1986-01-01'), '1 reservation to articles 9, 11, 13, 15 and 16')
  t.end()
})

t.test('the same in other languages', (t) => {
  const cases = [
    [
      'fr',
      'MYS',
      'cedaw',
      '1 réserve (traité dans son ensemble et articles 9 et 16) · 1 déclaration · 6 objections reçues',
    ],
    ['ru', 'QAT', 'cedaw', '1 оговорка (статьи 2, 9, 15, 16 и 29) · 1 заявление · получено возражений: 16'],
    ['ar', 'CHN', 'opsc', 'الانطباق على أقاليم: 1 · استثناء أقاليم: 1'],
    ['zh', 'SWE', 'cedaw', '截至2026年2月3日没有刊载保留或声明'],
  ] as const
  for (const [lang, state, instrument, words] of cases)
    t.equal(shortOf(state, instrument, today, lang), words, lang)
  t.end()
})
