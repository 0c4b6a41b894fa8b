import { SaxesParser } from 'saxes'
import { FileRefused } from '../../fault.js'
import type { Source } from '../../source.js'
import { longestPage } from '../pages/page-limits.js'

/** An element with its content in order. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
  readonly children: (XmlNode | string)[]
}

/** The elements of some names, as trees. Nothing else of the document is kept. */
export async function treesOf(source: Source, isWanted: (name: string) => boolean): Promise<XmlNode[]> {
  const parser = new SaxesParser()
  const found: XmlNode[] = []
  const open: XmlNode[] = []
  const take = (text: string): unknown => open.at(-1)?.children.push(text)
  parser.on('error', ({ message }) => {
    const reason = `is not well-formed XML: ${message.replace(/^\d+:\d+: /, '')}`
    throw new FileRefused([{ file: source.file, line: parser.line, column: null, value: null, reason }])
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0 && !isWanted(name)) return
    const node: XmlNode = { name, attributes, line: parser.line, children: [] }
    if (open.length === 0) found.push(node)
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => open.pop())
  let length = 0
  for await (const piece of source.text()) {
    length += piece.length
    if (length > longestPage) break
    parser.write(piece)
  }
  parser.close()
  return found
}

export const elements = ({ children }: XmlNode): XmlNode[] =>
  children.filter((child) => typeof child !== 'string')

/** The content of an element with its tags. Text with escaped tags has them in the open. */
export const markup = ({ children }: XmlNode): string =>
  children
    .map((child) => (typeof child === 'string' ? child : `<${child.name}>${markup(child)}</${child.name}>`))
    .join('')
