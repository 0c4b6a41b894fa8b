import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Messages, messagesIn } from '../../messages/messages.js'
import { MessagesContext } from './languages/use-messages.js'

/** Renders a page as HTML in the words of a language, English if none is given, and escapes its text. */
export const toHtml = (page: VNode, messages: Messages = messagesIn('en')): string =>
  `<!doctype html>${rendered(page, messages)}`

/** Renders a picture as an SVG document. */
export const toSvg = (picture: VNode, messages: Messages = messagesIn('en')): string =>
  rendered(picture, messages)

const rendered = (element: VNode, messages: Messages): string =>
  renderToString(h(MessagesContext.Provider, { value: messages, children: element }))
