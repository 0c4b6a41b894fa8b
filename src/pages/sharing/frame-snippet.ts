import type { Messages } from '../../messages/messages.js'
import { escaped } from '../frame/escaped.js'
import type { CardContent } from '../parts/card.js'
import { cardHeight, cardWidth } from './card-size.js'

/** The most that whoever embeds has room for, in CSS pixels. */
interface Room {
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** A frame of a card, as HTML to paste. */
export interface FrameSnippet {
  readonly html: string
  readonly width: number
  readonly height: number
}

/** @param embed  the whole address of the card */
export function frameSnippet(
  embed: string,
  messages: Messages,
  content: CardContent,
  room: Room = {},
): FrameSnippet {
  const width = Math.min(cardWidth, room.width ?? cardWidth)
  const height = Math.min(cardHeight(messages, content, width), room.height ?? Infinity)
  const attributes = {
    src: embed,
    title: content.title.text,
    width: String(width),
    height: String(height),
    style: 'border:0;max-width:100%',
    loading: 'lazy',
    // A card runs nothing. Its link opens in a new tab, which is no longer in the sandbox.
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`)
  return { html: `<iframe ${written.join(' ')}></iframe>`, width, height }
}
