import t from 'tap'
import { jitter, scheduleOf } from '../../../src/import/refresh/schedule.js'

const required = (text: string) => {
  const schedule = scheduleOf(text)
  if (schedule === null) throw new Error(`${text} is no schedule`)
  return schedule
}

t.test('weekly is a moment of the week, in UTC', async (t) => {
  const weekly = required('weekly')
  const monday = new Date('2026-11-23T06:23:00Z')
  for (const now of ['2026-11-23T06:23:00Z', '2026-11-23T06:23:00.001Z', '2026-11-30T06:22:59Z'])
    t.strictSame(weekly.last(new Date(now)), monday, now)
  t.strictSame(weekly.next(monday), new Date('2026-11-30T06:23:00Z'))
})

t.test('a cron expression has five fields, and comes due', async (t) => {
  for (const text of ['0 4 * * *', '0 */6 * * 1-5', '@daily']) t.ok(scheduleOf(text), text)
  for (const text of [
    '',
    'hourly',
    '* * * * * *',
    '60 * * * *',
    '0 0 31 2 *',
    '2026-12-01T00:00:00',
    '0 4 * *',
  ])
    t.equal(scheduleOf(text), null, text)
  t.equal(required('*/5 * * * *').shortest(new Date(0)), 5 * 60_000)
  t.equal(required('0 4,5 * * 1').shortest(new Date(0)), 3_600_000)
})

t.test('the looks begin within a tenth of the time, and within six hours', async (t) => {
  const after = (text: string, random: number) =>
    jitter(required(text), new Date('2026-11-23T00:00:00Z'), random)
  t.equal(after('0 0 * * *', 0), 0)
  t.equal(after('0 0 * * *', 0.5), 72 * 60_000)
  t.equal(after('0 0 1 * *', 0.5), 3 * 3_600_000)
})
