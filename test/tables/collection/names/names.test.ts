import t from 'tap'
import { openStore } from '../../../../src/db/store.js'
import { participantNames } from '../../../../src/tables/collection/names/names.js'
import { participantName } from '../../../../src/tables/collection/plain-text.js'
import { seededDatabase } from '../../../fixtures/seeded.js'

const { participants } = openStore(seededDatabase(t))
const names = participantNames(participants.named())
const codeOf = (cell: string) => names.codeOf(participantName(cell).name)

const cases: [cell: string, code: string | undefined][] = [
  ['China 4,5', 'CHN'],
  ['China4,5', 'CHN'],
  ['Croatia6', 'HRV'],
  ['[Colombia5,11]', 'COL'],
  ['[South Africa7]', 'ZAF'],
  ['Netherlands (Kingdom of the)2', 'NLD'],
  ['Serbia<superscript>6</superscript>', 'SRB'],
  ['Serbia&lt;superscript&gt;6&lt;/superscript&gt;', 'SRB'],
  ['Austria* ', 'AUT'],
  ['Czech Republic', 'CZE'],
  ['Turkey', 'TUR'],
  ['Swaziland', 'SWZ'],
  ['The former Yugoslav Republic of Macedonia', 'MKD'],
  ['Cape Verde', 'CPV'],
  ["Côte d'Ivoire", 'CIV'],
  ['Côte d’Ivoire', 'CIV'],
  ["Cote d'Ivoire", 'CIV'],
  ["Cte d'Ivoire", 'CIV'],
  ['Bahamas (The)', 'BHS'],
  ['the Bahamas', 'BHS'],
  ['GAMBIA (THE)', 'GMB'],
  ['Bolivia (Plurinational State of)', 'BOL'],
  ['États-Unis d’Amérique', 'USA'],
  ['Франция', 'FRA'],
  ['法国', 'FRA'],
  ['Congo', 'COG'],
  ['Democratic Republic of the Congo12', 'COD'],
  ['Niger', 'NER'],
  ['Nigeria', 'NGA'],
  ['Dominica', 'DMA'],
  ['Dominican Republic', 'DOM'],
  ['Republic of Korea', 'KOR'],
  ["Democratic People's Republic of Korea", 'PRK'],
  ['European Union', 'EUE'],
  ['World Health Organization', 'X-WHO'],
  ['Czechoslovakia', 'CSK'],
  ['Germania', undefined],
  ['Guinea Bissau Republic', undefined],
]

for (const [cell, code] of cases)
  t.test(`“${cell}” is ${code ?? 'not known'}`, async (t) => {
    t.equal(codeOf(cell), code)
  })

t.test('a name that two participants share is nobody’s', async (t) => {
  const twice = participantNames([
    { code: 'AAA', names: ['The Land'] },
    { code: 'BBB', names: ['Land'] },
  ])
  t.equal(twice.codeOf('Land'), undefined)
  t.strictSame(twice.codesOf('Land'), ['AAA', 'BBB'])
})

t.test('in the record, every name and alias means one participant', async (t) => {
  for (const { code, names: held } of participants.named())
    for (const name of held) t.strictSame(names.codesOf(name), [code], name)
})

t.test('no alias is the code of another', async (t) => {
  for (const { name, participant } of participants.aliases())
    t.equal(participants.codeOf(name) ?? participant, participant, name)
})

t.test('whether a name stands in brackets', async (t) => {
  t.strictSame(participantName('[Colombia5,11]'), { name: 'Colombia', isBracketed: true })
  t.strictSame(participantName('Colombia5'), { name: 'Colombia', isBracketed: false })
})
