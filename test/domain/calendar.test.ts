import t from 'tap'
import { daysOf, laterOf, plusDays, plusMonths } from '../../src/domain/calendar.js'

t.test('days and months are added in UTC, whatever the local time', async (t) => {
  t.equal(plusDays('2003-12-25', 30), '2004-01-24')
  t.equal(plusDays('2004-02-28', 1), '2004-02-29')
  t.equal(plusDays('2004-03-01', -1), '2004-02-29')
  t.equal(plusMonths('2005-01-31', 1), '2005-02-28')
  t.equal(plusMonths('2004-12-31', 2), '2005-02-28')
  t.equal(plusMonths('1957-04-30', 36), '1960-04-30')
  t.equal(laterOf('2003-09-29', '2003-10-01'), '2003-10-01')
})

t.test('the first and the last day of what was printed', async (t) => {
  t.strictSame(daysOf('2015-02'), ['2015-02-01', '2015-02-28'])
  t.strictSame(daysOf('2016-02'), ['2016-02-01', '2016-02-29'])
  t.strictSame(daysOf('2019-12'), ['2019-12-01', '2019-12-31'])
  t.strictSame(daysOf('2014-01-27'), ['2014-01-27', '2014-01-27'])
  t.strictSame(daysOf('2019-01-14/2019-02-01'), ['2019-01-14', '2019-02-01'])
})
