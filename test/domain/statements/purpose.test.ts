import t from 'tap'
import { disputeProvisions, purposeOn } from '../../../src/domain/statements/purpose.js'

const disputes = disputeProvisions([
  { purpose: 'disputes', events: [{ articles: ['29(1)'] }, { articles: null }] },
  { purpose: 'disputes', events: [{ articles: ['29'] }] },
  { purpose: 'excludes', events: [{ articles: ['16', '29(1)'] }] },
])
const left = (...articles: string[]) => ({ articles, without: [] })

t.test('the provisions that opt-outs name', async (t) => {
  t.strictSame([...disputes], ['29(1)', '29'])
})

t.test('what a statement is for, on a day', async (t) => {
  t.equal(purposeOn({ purpose: 'excludes' }, left('16', '29(1)'), disputes), 'excludes', 'Egypt')
  t.equal(purposeOn({ purpose: 'excludes' }, left('29(1)'), disputes), 'disputes', 'Brazil since 1994')
  t.equal(purposeOn({ purpose: 'excludes' }, left('29(2)'), disputes), 'disputes', 'within the whole of 29')
  t.equal(purposeOn({ purpose: 'excludes' }, left(), disputes), 'excludes', 'none named, or none left')
  t.equal(purposeOn({ purpose: null }, left('29(1)'), disputes), null, 'what nobody classified stays so')
})
