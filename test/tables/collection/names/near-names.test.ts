import t from 'tap'
import { openStore } from '../../../../src/db/store.js'
import { nearNames } from '../../../../src/tables/collection/names/near-names.js'
import { seededDatabase } from '../../../fixtures/seeded.js'

const named = openStore(seededDatabase(t)).participants.named()
const near = nearNames(named.flatMap(({ code, names }) => names.map((name) => ({ name, code }))))
const hints = (name: string) => near(name).map(({ name, code }) => `${name} (${code})`)

t.test('the nearest first, each with its code', async (t) => {
  t.strictSame(hints('Congo Dem. Republic')[0], 'Democratic Republic of the Congo (COD)')
  t.strictSame(hints('Germania'), ['Germany (DEU)'])
  t.equal(hints('Nigerria')[0], 'Nigeria (NGA)')
  t.equal(hints('Papua')[0], undefined)
  t.equal(hints('New Guinea')[0], 'Papua New Guinea (PNG)')
  t.equal(hints('Trinidad Island')[0], 'Trinidad and Tobago (TTO)')
})

t.test('a name of two States hints at both', async (t) => {
  t.strictSame(
    hints('Korea')
      .map((one) => one.slice(-5))
      .sort(),
    ['(KOR)', '(PRK)'],
  )
  t.match(hints('Yugoslavia').join(), /\(YUG\).*\(SRB\)|\(SRB\).*\(YUG\)/)
})

t.test('in the script of the name', async (t) => {
  t.equal(hints('Республика Франция и Монако')[0], undefined)
  t.equal(hints('Германиия')[0], 'Германия (DEU)')
  t.equal(hints('Corée (les deux)')[0]?.slice(-4, -1), 'KOR')
  t.equal(hints('大韩民')[0], '大韩民国 (KOR)')
  t.match(hints('فرنساا')[0], /FRA/)
})

t.test('none where none is near', async (t) => {
  for (const name of [
    'Atlantis',
    'Total',
    'Sum',
    'Source: UN',
    'Notes',
    'Republic',
    'Islands',
    'World',
    '12',
    '',
  ])
    t.strictSame(hints(name), [], name)
})

t.test('at most three, and one for each participant', async (t) => {
  const guineas = near('Guinea Republic Popular')
  t.ok(guineas.length <= 3)
  t.equal(new Set(guineas.map(({ code }) => code)).size, guineas.length)
})
