/** A paragraph or a line of an entry. */
export interface TextBlock {
  /** With single spaces; the cells of a table's row stand between tabs. */
  readonly text: string
  /** `heading`: set apart on the left, or in italics throughout. `day`: set on the right. */
  readonly style: 'heading' | 'day' | 'text'
}

/** Collects the blocks of one element from its markup. */
export interface BlockCollector {
  readonly opens: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly closes: (name: string) => void
  readonly blocks: () => readonly TextBlock[]
}

const breaks = new Set(['p', 'br', 'div', 'tr', 'table', 'center', 'li', 'title'])
const slanted = new Set(['i', 'em'])
/** In characters. A longer text in italics is a quotation, not a heading. */
const longestHeading = 600

/** Repeats of the participant's name, which browsers hide, are left out. */
export function collectBlocks(): BlockCollector {
  const blocks: TextBlock[] = []
  let text = ''
  let upright = ''
  let align = ''
  let slants = 0
  let isHidden = false
  let isTitle = false
  const end = (): void => {
    const clean = text
      .replace(/[^\S\t]+/g, ' ')
      .replace(/ ?\t ?/g, '\t')
      .trim()
    const isSlanted = /[\p{L}\d]/u.test(clean) && !/[\p{L}\d]/u.test(upright)
    if (clean !== '') blocks.push({ text: clean, style: styleOf(clean, align, isSlanted || isTitle) })
    text = ''
    upright = ''
  }
  return {
    opens: (name, { align: aligned = '', class: classes = '' }) => {
      if (breaks.has(name)) end()
      if (name === 'p') {
        align = aligned.toLowerCase()
        isHidden = classes === 'invisible'
      }
      if (name === 'title') isTitle = true
      if (slanted.has(name)) slants++
      if ((name === 'td' || name === 'th') && text !== '') text += '\t'
    },
    text: (piece) => {
      if (isHidden) return
      text += piece.replaceAll('\t', ' ')
      if (slants === 0) upright += piece
    },
    closes: (name) => {
      if (breaks.has(name)) end()
      if (name === 'p') {
        align = ''
        isHidden = false
      }
      if (name === 'title') isTitle = false
      if (slanted.has(name)) slants = Math.max(0, slants - 1)
    },
    blocks: () => {
      end()
      return blocks
    },
  }
}

function styleOf(text: string, align: string, isSlanted: boolean): TextBlock['style'] {
  if (align === 'right') return 'day'
  return (align === 'left' || isSlanted) && text.length <= longestHeading ? 'heading' : 'text'
}
