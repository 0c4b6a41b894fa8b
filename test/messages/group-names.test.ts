import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { regionalGroups } from '../../src/domain/vocabulary.js'
import { groupNameIn, groupOrderIn, groupShortNameIn } from '../../src/messages/group-names.js'
import { messagesIn } from '../../src/messages/messages.js'
import { seededDatabase } from '../fixtures/seeded.js'

t.test('the catalogues name every group of the seed', async (t) => {
  const groups = openStore(seededDatabase(t)).groups.all()
  t.equal(groups.length, 37 + regionalGroups.length)
  for (const lang of ['ar', 'es', 'fr', 'ru', 'zh'] as const)
    for (const group of groups)
      t.equal(groupNameIn(messagesIn(lang), group).lang, lang, `${lang}: ${group.code}`)
  const english = messagesIn('en')
  for (const group of groups) {
    t.equal(groupNameIn(english, group).text, group.name)
    t.equal(groupShortNameIn(english, group).text, group.shortName)
  }
})

t.test('names and abbreviations', async (t) => {
  const union = { code: 'african-union', name: 'African Union', shortName: 'AU' }
  const cases = [
    ['fr', 'Union africaine', 'UA'],
    ['ru', 'Африканский союз', 'АС'],
    ['zh', '非洲联盟', '非盟'],
    ['ar', 'الاتحاد الأفريقي', 'الاتحاد الأفريقي'],
  ] as const
  for (const [lang, name, short] of cases) {
    t.strictSame(groupNameIn(messagesIn(lang), union), { text: name, lang })
    t.strictSame(groupShortNameIn(messagesIn(lang), union), { text: short, lang })
  }
  const african = { code: 'african', name: 'African States', shortName: 'African Group' }
  t.equal(groupShortNameIn(messagesIn('fr'), african).text, 'États d’Afrique')
})

t.test('a group of an operator keeps the name that it was given', async (t) => {
  const french = messagesIn('fr')
  for (const group of [
    { code: 'african-union', name: 'Union of Africa', shortName: 'AU' },
    { code: 'coffee-exporters', name: 'Coffee exporters', shortName: null },
  ]) {
    t.strictSame(groupNameIn(french, group), { text: group.name, lang: 'en' })
    t.strictSame(groupShortNameIn(french, group), { text: group.shortName ?? group.name, lang: 'en' })
  }
})

t.test('their order is that of the language; the regional groups keep theirs', async (t) => {
  const groups = openStore(seededDatabase(t)).groups.all()
  const inFrench = groups
    .filter(({ kind }) => kind === 'development-category')
    .sort(groupOrderIn(messagesIn('fr')))
    .map((group) => groupShortNameIn(messagesIn('fr'), group).text)
  t.strictSame(inFrench, ['PDSL', 'PMA', 'PEID'])
  const regional = groups.filter(({ kind }) => kind === 'regional-group')
  t.strictSame(regional.toSorted(groupOrderIn(messagesIn('fr'))), regional)
})
