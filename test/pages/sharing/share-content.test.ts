import t from 'tap'
import { messagesIn } from '../../../src/messages/messages.js'
import { sentenceText } from '../../../src/pages/parts/sentence.js'
import { leftSentence } from '../../../src/pages/sharing/share-content.js'
import { inEnglishAlone } from '../../fixtures/english-alone.js'
import { wordsOf } from '../../fixtures/pages.js'
import { seededApp } from '../../fixtures/seeded.js'

t.test('how many Members are left, for one and for none', async (t) => {
  const cases = [
    ['en', 0, 0, 'All 193 Members of the United Nations are parties.'],
    ['en', 1, 0, '1 of 193 Members of the United Nations is neither a party nor a signatory.'],
    ['en', 1, 1, '1 of 193 Members of the United Nations is not a party, but has signed.'],
    ['en', 6, 0, '6 of 193 Members of the United Nations are not parties; none of them has signed.'],
    ['en', 6, 1, '6 of 193 Members of the United Nations are not parties; 1 of them has signed.'],
    ['en', 6, 2, '6 of 193 Members of the United Nations are not parties; 2 of them have signed.'],
    ['fr', 0, 0, 'Les 193 États Membres de l’Organisation des Nations Unies sont tous parties.'],
    [
      'fr',
      1,
      1,
      'États Membres de l’Organisation des Nations Unies non parties\u00A0: 1 sur 193, dont signataires\u00A0: 1.',
    ],
    ['zh', 6, 2, '联合国193个会员国中有6个尚未成为缔约方，其中2个已签署。'],
    ['ar', 6, 2, 'الدول الأعضاء في الأمم المتحدة غير الأطراف: 6 من 193، والموقِّعة منها: 2.'],
  ] as const
  for (const [lang, remaining, signed, words] of cases)
    t.equal(sentenceText(messagesIn(lang), leftSentence({ members: 193, remaining }, signed)), words)
})

t.test('a badge, a card and pages agree with the number one', async (t) => {
  const { app } = await seededApp(t)
  const cases = [
    ['/badges/instruments/crc.svg', 'CRC: 196 parties known, 1 Member to go'],
    ['/embed/instruments/crc', '. 1 of 193 Members of the United Nations is not a party, but has signed.'],
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

t.test('a badge and a card speak the language of their address, and mark what is English', async (t) => {
  const { app } = await seededApp(t, { db: inEnglishAlone(t) })
  const cases = [
    ['/fr/badges/instruments/crc.svg', 'CDE : 196 parties connues, 1 État Membre restant'],
    ['/ar/badges/instruments/cedaw.svg', 'سيداو: الأطراف المعروفة: 189، المتبقي: 6'],
    ['/zh/badges/states/USA.svg', '美利坚合众国：5项条约中4项的缔约方'],
    ['/ru/badges/states/ZZZ.svg', 'ZZZ: Нет в реестре'],
    [
      '/es/embed/instruments/cedaw?asOf=2008-12-18',
      'CEDAW 185 partes al 18 de diciembre de 2008. Estados Miembros',
    ],
    ['/zh/embed/instruments/cedaw', '消除对妇女歧视公约 已知有189个缔约方。联合国193个会员国中有6个'],
    ['/ru/embed/states/USA', 'Конвенция об организованной преступности с оговорками'],
    [
      '/ar/embed/states/USA',
      'السجل بتواريخ من 9 تشرين الأول/أكتوبر 2024 إلى 13 نيسان/أبريل 2026 · حالة التصديق على المعاهدات',
    ],
  ] as const
  for (const [url, words] of cases) {
    const found = wordsOf(await app.inject(url))
    t.ok(found.includes(words), `${url}: ${words}`)
  }
  const { body } = await app.inject('/fr/embed/states/CSK?asOf=1992-06-01')
  t.match(body, '<h1 class="unseen"><span lang="en" dir="ltr">Czechoslovakia</span></h1>')
  const gap = (await app.inject('/fr/embed/instruments/supplementary-slavery-convention?asOf=1980-01-01'))
    .body
  t.match(
    gap,
    /1er janvier 1980\u00A0: 90 parties connues\. .*\. <span lang="en" dir="ltr">Up to three parties are missing: [^<]*<\/span>\.<\/p>/,
  )
  const card = (await app.inject('/ar/embed/instruments/cedaw?asOf=2008-12-18')).body
  t.match(card, '<html lang="ar" dir="rtl">')
  t.match(card, '<link rel="canonical" href="http://localhost/ar/instruments/cedaw"/>')
  t.match(card, '<a href="/ar/instruments/cedaw?asOf=2008-12-18" target="_blank" rel="noopener">')
})
