import t from 'tap'
import { leftInWords } from '../../../src/pages/sharing/share-content.js'
import { wordsOf } from '../../fixtures/pages.js'
import { seededApp } from '../../fixtures/seeded.js'

t.test('how many Members are left, for one and for none', (t) => {
  const cases = [
    [0, 0, 'all 193 Members of the United Nations are parties'],
    [1, 0, '1 of 193 Members of the United Nations is neither a party nor a signatory'],
    [1, 1, '1 of 193 Members of the United Nations is not a party, but has signed'],
    [6, 0, '6 of 193 Members of the United Nations are not parties; none of them has signed'],
    [6, 1, '6 of 193 Members of the United Nations are not parties; 1 of them has signed'],
    [6, 2, '6 of 193 Members of the United Nations are not parties; 2 of them have signed'],
  ] as const
  for (const [remaining, signed, words] of cases)
    t.equal(leftInWords({ members: 193, remaining }, signed), words)
  t.end()
})

t.test('a badge, a card and pages agree with the number one', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/badges/instruments/crc.svg', 'CRC: 196 parties known, 1 Member to go'],
    ['/embed/instruments/crc', '; 1 of 193 Members of the United Nations is not a party, but has signed.'],
    ['/badges/states/USA.svg?asOf=1960-01-01', 'United States of America: party to 0 of 1 treaty'],
    ['/states/USA?asOf=1960-01-01', 'United States of America is not a party to the one instrument.'],
    ['/states/GBR?asOf=1960-01-01', ' is a party to the one instrument.'],
    ['/?asOf=1960-01-01', 'Members that are parties to the one instrument'],
    ['/?asOf=1960-01-01', 'Which States are parties to the one instrument'],
    ['/?asOf=1960-01-01', 'The one instrument Supplementary'],
  ] as const
  for (const [url, words] of cases) {
    const found = wordsOf(await app.inject(url))
    t.ok(found.includes(words), `${url}: ${words}`)
  }
})
