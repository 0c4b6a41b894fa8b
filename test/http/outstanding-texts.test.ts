import t from 'tap'
import { stateOutstanding } from '../../src/answers/outstanding.js'
import { openReading } from '../../src/answers/reading.js'
import { openStore } from '../../src/db/store.js'
import { plusDays } from '../../src/domain/calendar.js'
import { required } from '../../src/domain/errors.js'
import { outstandingTexts } from '../../src/http/outstanding-texts.js'
import { csv, importTable } from '../fixtures/imported.js'
import { seededDatabase, today } from '../fixtures/seeded.js'

/** The first day of every month since the oldest instrument, and the days around those on which anything happened. */
function daysToTry(acts: readonly string[]): string[] {
  const months = Array.from({ length: 71 * 12 }, (_, month) => {
    const year = 1956 + Math.floor(month / 12)
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
  })
  const around = acts.flatMap((day) => [plusDays(day, -1), day, plusDays(day, 1)])
  return [...new Set([...months, ...around])].filter((day) => day <= today).sort()
}

t.test('a text that is kept is what would be answered, for every State on every day', async (t) => {
  const db = seededDatabase(t)
  const store = openStore(db)
  const context = { store, today: () => today }
  const textOf = outstandingTexts(context)
  const holds = () => {
    const version = required(store.version(), 'The record')
    const { revision } = version
    for (const state of store.participants.all()) {
      const taken = store.actions
        .page({ participants: [state.code] }, { asOf: today, revision }, { offset: 0, limit: 200 })
        .flatMap(({ latest }) => latest)
      const ends = [state.memberFrom, state.memberUntil].filter((day) => day !== null)
      const resolutions = ['2002-12-12', '2008-12-18', '2000-11-15', '1957-07-01']
      const wrong = daysToTry([...taken, ...ends, ...resolutions]).filter((asOf) => {
        const reading = openReading(context, { asOf })
        return (
          `${textOf(version, state.code, asOf).text}}` !== JSON.stringify(stateOutstanding(reading, state))
        )
      })
      t.strictSame(wrong, [], state.code)
    }
  }
  holds()
  await importTable(t, db, '2-99.csv', csv('Participant,Signature', 'Vanuatu,10 Dec 1982'), { asAt: today })
  holds()
  const version = required(store.version(), 'The record')
  t.throws(() => textOf(version, 'ZZZ', today), { message: /There is no|“ZZZ”/ })
})
