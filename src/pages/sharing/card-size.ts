import type { Messages } from '../../messages/messages.js'
import { type CardContent, footerOf } from '../parts/card.js'
import { paragraphText } from '../parts/sentence.js'
import { wrapped } from '../pictures/line-breaking.js'

/** The width of a snippet, in CSS pixels. */
export const cardWidth = 420

/** The narrowest column for which a snippet is high enough: a browser narrows the frame to its column and keeps its height. */
const narrowestColumn = 320

const rem = 16

/**
 * The sizes of `.embed .card` in src/pages/style/sharing.css, in pixels: of a letter, of a line, and of the space below. `em` is
 * the mean width of a Latin letter in DejaVu, which is wider than the fonts of other systems.
 */
const texts = {
  title: { size: 1.25 * rem, line: 1.15, below: 0.3 * rem, em: 0.66 },
  summary: { size: 0.95 * rem, line: 1.4, below: 0.6 * rem, em: 0.56 },
  mark: { size: 0.95 * rem, line: 1.4, below: 0.2 * rem, em: 0.56 },
  footer: { size: 0.8 * rem, line: 1.4, below: 0, em: 0.56 },
}
/** Borders and padding: left and right; above and below. */
const [aside, around] = [2 + 2 * rem, 5 + 2 * 0.9 * rem]
/** The space below the marks; the dot before a mark. */
const [belowMarks, dot] = [0.4 * rem, 1.3 * rem]
const bar = { size: 0.7 * rem, below: 0.6 * rem }
/** The frame stays in an article as it was pasted, and the card may come to say a little more: a reservation, a longer day. */
const spare = texts.summary.size * texts.summary.line

/** The height in which a card of this width fits. `test:browser` measures it for every State, and in every language. */
export function cardHeight(
  messages: Messages,
  { title, summary, marks, asAt, ...card }: CardContent,
  width: number,
): number {
  const inner = Math.min(width, narrowestColumn) - aside
  return Math.ceil(
    around +
      heightOf(title.text, texts.title, inner) +
      heightOf(paragraphText(messages, summary), texts.summary, inner) +
      (card.bar === null ? 0 : bar.size + bar.below) +
      marks.reduce(
        (sum, mark) => sum + heightOf(`${mark.label} ${mark.note ?? ''}`, texts.mark, inner - dot),
        0,
      ) +
      belowMarks +
      heightOf(footerOf(messages, asAt), texts.footer, inner) +
      spare,
  )
}

function heightOf(text: string, { size, line, below, em }: (typeof texts)['title'], inner: number): number {
  const letters = Math.max(1, Math.floor(inner / (size * em)))
  return wrapped(text.trim(), letters).length * size * line + below
}
