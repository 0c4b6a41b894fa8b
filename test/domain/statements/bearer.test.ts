import t from 'tap'
import { bearerOn, eventsFor } from '../../../src/domain/statements/bearer.js'

const lastDays: Record<string, string> = { YMD: '1990-05-21', CSK: '1992-12-31' }
const lastDayOf = (code: string): string | null => lastDays[code] ?? null
const yemen = { participant: 'YEM', performedBy: 'YMD' }
const czechia = { participant: 'CZE', performedBy: 'CSK' }
const made = { earliest: '1984-05-30', latest: '1984-05-30' }

t.test('whose statement it is', async (t) => {
  t.equal(bearerOn('1985-01-01', yemen, lastDayOf), 'YMD', 'Democratic Yemen’s until the union')
  t.equal(bearerOn('1990-05-22', yemen, lastDayOf), 'YEM')
  t.equal(bearerOn('1993-01-01', czechia, lastDayOf), 'CZE', 'Czechoslovakia’s until its end')
  t.equal(bearerOn('1985-01-01', { participant: 'IRL', performedBy: null }, lastDayOf), 'IRL')
})

t.test('its events count for a successor from the succession', async (t) => {
  t.strictSame(eventsFor('YEM', yemen, [made], lastDayOf), [{ earliest: '1990-05-22', latest: '1990-05-22' }])
  t.strictSame(eventsFor('YMD', yemen, [made], lastDayOf), [made])
  t.strictSame(eventsFor('IRL', { performedBy: null }, [made], lastDayOf), [made])
})
