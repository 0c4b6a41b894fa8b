import t from 'tap'
import { plainName } from '../../src/domain/name.js'

t.test('spellings of one name are one', async (t) => {
  for (const name of ['Côte d’Ivoire', 'cote d’ivoire', "Cote d'Ivoire", 'CÔTE D`IVOIRE'])
    t.equal(plainName(name), 'cote divoire')
  t.equal(plainName('Guinea-Bissau'), 'guinea bissau')
  t.equal(plainName('Türkiye'), 'turkiye')
  t.equal(plainName('Российская Федерация'), plainName('РОССИЙСКАЯ  ФЕДЕРАЦИЯ'))
})

t.test('names that look alike stay different', async (t) => {
  t.not(plainName('Niger'), plainName('Nigeria'))
  t.not(plainName('Congo'), plainName('Democratic Republic of the Congo'))
})
