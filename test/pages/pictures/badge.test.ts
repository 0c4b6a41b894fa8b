import { SaxesParser } from 'saxes'
import t from 'tap'
import { languages } from '../../../src/domain/vocabulary.js'
import { messagesIn } from '../../../src/messages/messages.js'
import { badge } from '../../../src/pages/pictures/badge.js'

/** The attributes of each element, in order. */
function elementsOf(svg: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string> })
  })
  parser.write(svg).close()
  return found
}

t.test('a badge is in the direction of its language, and its boxes fill it', async (t) => {
  const labels = { ar: 'هايتي', zh: '海地', en: 'Haiti', fr: 'Haïti', ru: 'Гаити', es: 'Haití' }
  for (const lang of languages) {
    const svg = badge(messagesIn(lang), { label: labels[lang], message: '4/5', tone: 'partly' })
    const [root, ...rest] = elementsOf(svg)
    t.match(root?.attributes, {
      lang: lang === 'zh' ? 'zh-Hans' : lang,
      direction: lang === 'ar' ? 'rtl' : 'ltr',
    })
    const boxes = rest.filter(({ name }) => name === 'rect').map(({ attributes }) => attributes)
    const from = boxes.map(({ x }) => Number(x))
    const wide = boxes.map(({ width }) => Number(width))
    t.strictSame(from, lang === 'ar' ? [wide[1], 0] : [0, wide[0]], `${lang}: what it is about comes first`)
    t.equal(Number(root?.attributes['width']), Number(wide[0]) + Number(wide[1]), lang)
    for (const { attributes } of rest.filter(({ name }) => name === 'text'))
      t.ok(Number(attributes['textLength']) <= Math.max(...wide) - 10, `${lang}: no text leaves its box`)
  }
})

t.test('its width follows the letters, in every script', async (t) => {
  const widthOf = (label: string) =>
    Number(
      elementsOf(badge(messagesIn('en'), { label, message: '', tone: 'done' }))[0]?.attributes['width'] ?? 0,
    ) - 24
  // As Chromium draws them with DejaVu at 11 pixels, and WenQuanYi.
  const cases = [
    ['United States of America', 137],
    ['Соединенные Штаты Америки', 177],
    ['الولايات المتحدة الأمريكية', 116],
    ['الأطراف المعروفة: 189، المتبقي: 6', 166],
    ['美利坚合众国', 66],
    ['已知189个缔约方，尚余6个会员国', 171],
  ] as const
  for (const [text, drawn] of cases) {
    const width = widthOf(text)
    t.ok(width > drawn * 0.9 && width < drawn * 1.2, `${text}: ${width} for ${drawn}`)
  }
})

t.test('the title says what the picture shows, escaped', async (t) => {
  const svg = badge(messagesIn('fr'), { label: 'a <b> & "c"', message: 'x', tone: 'unknown' })
  t.match(svg, '<title>a &lt;b> &amp; &quot;c&quot;\u00A0: x</title>')
  t.match(elementsOf(svg)[0]?.attributes, { 'aria-label': 'a <b> & "c"\u00A0: x' })
})
