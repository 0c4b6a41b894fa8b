import t from 'tap'
import { articlesInWords } from '../../../src/domain/statements/wording.js'

t.test('provisions', async (t) => {
  t.equal(articlesInWords(['29(1)']), 'article 29(1)')
  t.equal(articlesInWords(['2', '9(2)', '16']), 'articles 2, 9(2) and 16')
  t.equal(articlesInWords(['general', '9(2)', '29(1)']), 'the whole treaty and articles 9(2) and 29(1)')
  t.equal(articlesInWords(['preamble']), 'the preamble')
})
