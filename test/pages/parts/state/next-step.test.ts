import t from 'tap'
import { articleBehind } from '../../../../src/pages/parts/state/next-step.js'

t.test('signature has a paragraph; ratification and accession have others of that article', (t) => {
  const cases = [
    ['sign-and-ratify-or-accede', 'CEDAW art. 25(1)', 'CEDAW art. 25(1)'],
    ['ratify', 'CEDAW art. 25(1)', 'CEDAW art. 25'],
    ['accede', 'UNTOC art. 36(1)', 'UNTOC art. 36'],
    ['ratify', null, null],
  ] as const
  for (const [nextStep, signatureArticle, article] of cases)
    t.equal(articleBehind({ nextStep }, { signatureArticle }), article)
  t.end()
})
