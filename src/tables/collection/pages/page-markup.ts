import { Parser } from 'htmlparser2'
import { FileRefused } from '../../fault.js'
import type { Source } from '../../source.js'
import { longestPage } from './page-limits.js'

/** Where an element begins or ends. */
export interface Place {
  /** 1 for the first line of the source. */
  readonly line: number
  /** 1 for the outermost element; an element ends at the depth at which it began. */
  readonly depth: number
}

/** Receives the visible markup of a page in its order. */
export interface PageListener {
  readonly opens: (name: string, attributes: Readonly<Record<string, string>>, place: Place) => void
  /** Text without footnote marks, in pieces. */
  readonly text: (text: string) => void
  /** @param isImplied  the element ends without a tag of its own */
  readonly closes: (name: string, place: Place, isImplied: boolean) => void
}

/** In elements. Known pages nest up to 40 deep, with the elements that are never closed. */
const deepest = 1000
const unseen = new Set(['script', 'style', 'noscript', 'textarea', 'select'])
/** `superscript` is the depositary's own. */
const raises = new Set(['sup', 'superscript'])
const blocks = new Set(['td', 'th', 'tr', 'table', 'div'])
/** Digits and signs, or one letter. Any other raised text is text. */
const isMark = (text: string): boolean => /^([\s\d,;.*†‡§()[\]]*|\s*[a-z]\s*)$/i.test(text)

/**
 * Reads a page in one pass. Tags may be in upper case, unclosed or out of order, as browsers accept them.
 * @throws FileRefused if the page is too long or nests too deep
 */
export async function walkPage(source: Source, listener: PageListener): Promise<void> {
  let [line, depth, length] = [1, 0, 0]
  let unseenFrom: number | null = null
  /** The raised text that is open. */
  let raised: { readonly depth: number; text: string } | null = null
  const refuse = (reason: string): never => {
    throw new FileRefused([{ file: source.file, line, column: null, value: null, reason }])
  }
  /** Raised text without its own closing tag may hold more than a mark: it stays text. */
  const endRaised = (isClosed: boolean): void => {
    if (raised !== null && !(isClosed && isMark(raised.text))) listener.text(raised.text)
    raised = null
  }
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth > deepest) refuse(`nests more than ${deepest} elements`)
      if (unseen.has(name)) unseenFrom ??= depth
      if (unseenFrom !== null) return
      if (blocks.has(name)) endRaised(false)
      if (raises.has(name)) raised ??= { depth, text: '' }
      listener.opens(name, attributes, { line, depth })
    },
    ontext: (text) => {
      if (unseenFrom !== null) return
      if (raised === null) listener.text(text)
      else raised.text += text
    },
    onclosetag: (name, isImplied) => {
      if (unseenFrom === null) {
        if (raised?.depth === depth) endRaised(!isImplied)
        listener.closes(name, { line, depth }, isImplied)
      }
      if (unseenFrom === depth) unseenFrom = null
      depth--
    },
  })
  for await (const piece of source.text()) {
    length += piece.length
    if (length > longestPage) refuse(`is longer than ${longestPage} characters, which no page of a treaty is`)
    let at = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', at)) {
      parser.write(piece.slice(at, end + 1))
      line++
      at = end + 1
    }
    parser.write(piece.slice(at))
  }
  parser.end()
}
