import t from 'tap'
import type { Language } from '../../../src/domain/vocabulary.js'
import { messagesIn } from '../../../src/messages/messages.js'
import { toSvg } from '../../../src/pages/frame/document.js'
import { type SharePicture, sharePicture } from '../../../src/pages/pictures/share-picture.js'

const names = [
  'Конвенция об организованной преступности',
  'Протокол о торговле людьми',
  'Факультативный протокол о торговле детьми',
  'КЛДЖ',
  'Дополнительная конвенция о рабстве',
]

const content: SharePicture = {
  eyebrow: 'Справка о ратификации · данные на даты с 9 октября 2024 года по 13 апреля 2026 года',
  title: 'Соединенные Штаты Америки',
  summary: 'Соединенные Штаты Америки — участие в документах: 4 из 5.',
  marks: names.map((label) => ({ label, status: 'party' })),
  map: null,
}

interface Line {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
  readonly anchor: string
}

const linesOf = (lang: Language, changed: Partial<SharePicture> = {}): Line[] =>
  [
    ...toSvg(sharePicture({ ...content, ...changed }), messagesIn(lang)).matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)" font-size="(\d+)"[^>]*>([^<]*)</g,
    ),
  ].map(([, x, y, anchor = '', size, text = '']) => ({
    x: Number(x),
    y: Number(y),
    size: Number(size),
    text,
    anchor,
  }))

const short = (label: string) => ({ label, status: 'none' as const })

t.test('long names stand in as many rows as they need, and none covers another', async (t) => {
  const marks = linesOf('ru').filter(({ text }) => names.includes(text))
  t.equal(marks.length, 5)
  for (const one of marks)
    for (const other of marks.filter(({ y, x }) => y === one.y && x > one.x))
      t.ok(other.x - one.x > one.text.length * one.size * 0.6, `${one.text} | ${other.text}`)
  t.strictSame(
    linesOf('en', { marks: ['UNTOC', 'Trafficking Protocol', 'OPSC', 'CEDAW'].map(short) })
      .filter(({ size }) => size === 22)
      .map(({ x, y }) => [x, y]),
    [
      [106, 506],
      [458, 506],
      [810, 506],
      [106, 552],
    ],
    'short ones in columns',
  )
})

t.test('a long line above is set smaller, and a long summary ends with what says so', async (t) => {
  const [eyebrow] = linesOf('ru')
  t.ok(eyebrow && eyebrow.size < 24 && eyebrow.size > 15)
  const lines = linesOf('ru', { summary: 'слово '.repeat(200) })
  const summary = lines.filter(({ size }) => size === 27)
  t.match(summary.at(-1)?.text, /…$/)
  t.ok(
    summary.every(({ y }) => y < Math.min(...lines.filter(({ size }) => size === 22).map(({ y }) => y)) - 30),
  )
  t.notMatch(
    linesOf('ru')
      .map(({ text }) => text)
      .join(),
    '…',
  )
})

t.test('Arabic lines begin at the right edge, and each is marked for its order', async (t) => {
  for (const { text, x, size, anchor } of linesOf('ar', { title: 'هايتي' })) {
    t.match(text, /^\u202b.*\u202c$/)
    t.equal(anchor, 'end')
    if (size !== 22) t.equal(x, 1128, text)
  }
  for (const { text, anchor } of linesOf('ru')) {
    t.notMatch(text, '\u202b')
    t.equal(anchor, 'start')
  }
})
