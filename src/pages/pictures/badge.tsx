/// <reference path="./anafanafo.d.ts" />
import verdanaWidth from 'anafanafo'
import { tagOf } from '../../messages/days.js'
import type { Messages } from '../../messages/messages.js'
import { toSvg } from '../frame/document.js'
import { useMessages } from '../frame/languages/use-messages.js'
import { palette } from './palette.js'

/** White text has a contrast of 4.5 to 1 on each. Colour-blind readers tell them apart by lightness. */
const colours = { done: palette.t5, partly: palette.warm, open: palette.withdrawn, unknown: palette.soft }

export type BadgeTone = keyof typeof colours

interface Props {
  readonly label: string
  readonly message: string
  readonly tone: BadgeTone
}

/** A badge as SVG, with its text as the title, in the language of the messages. */
export const badge = (messages: Messages, props: Props): string => toSvg(<Badge {...props} />, messages)

const height = 20
/** Beside each text. */
const padding = 6

/** anafanafo knows no Arabic letter, which is about this wide in Tahoma and in DejaVu, and knows nothing of marks above letters. */
const arabicLetter = 5.4
const arabic = /\p{Script=Arabic}|[،؛؟]/gu
const notDrawn = /\p{Mark}|[\u2066-\u2069]/gu

function boxWidth(text: string): number {
  const drawn = text.replace(notDrawn, '')
  const letters = drawn.match(arabic)?.length ?? 0
  return (
    Math.ceil(letters * arabicLetter + verdanaWidth(drawn.replace(arabic, ''), { font: '11px Verdana' })) +
    2 * padding
  )
}

/** What it is about and what it says of that, in two boxes; the first is on the right where a script begins there. */
function Badge({ label, message, tone }: Props) {
  const { say, lang, dir } = useMessages()
  const title = say('label-value', { label, value: message })
  const [labelWidth, messageWidth] = [boxWidth(label), boxWidth(message)]
  const [labelAt, messageAt] = dir === 'rtl' ? [messageWidth, 0] : [0, labelWidth]
  const width = labelWidth + messageWidth
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      role="img"
      aria-label={title}
      lang={tagOf(lang)}
      direction={dir}
      fill={palette.none}
      font-family="Verdana,Geneva,DejaVu Sans,sans-serif"
      font-size="11"
      text-rendering="geometricPrecision"
    >
      <title>{title}</title>
      <Box text={label} x={labelAt} width={labelWidth} colour={palette.ink} />
      <Box text={message} x={messageAt} width={messageWidth} colour={colours[tone]} />
    </svg>
  )
}

/** The text is as wide as its box allows in any font. Its glyphs are stretched, because Arabic letters stay joined then. */
const Box = ({ text, x, width, colour }: { text: string; x: number; width: number; colour: string }) => (
  <>
    <rect x={x} width={width} height={height} fill={colour} shape-rendering="crispEdges" />
    <text
      x={x + width / 2}
      y="14"
      text-anchor="middle"
      textLength={width - 2 * padding}
      lengthAdjust="spacingAndGlyphs"
    >
      {text}
    </text>
  </>
)
