/** A word or a mark of a text, as the grammar of references sees it. */
export interface ReferenceToken {
  readonly kind:
    | 'article'
    | 'paragraph'
    | 'letter'
    | 'number'
    | 'roman'
    | 'group'
    | 'ordinal'
    | 'preamble'
    | 'comma'
    | 'semicolon'
    | 'and'
    | 'to'
    | 'of'
    | 'the'
    | 'that'
    | 'gap'
    | 'stop'
    | 'word'
  /** In lower case; of a group, what stands within its brackets. */
  readonly text: string
  readonly isPlural: boolean
  /** Where it begins and ends in the text. */
  readonly at: number
  readonly end: number
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)

/** The number that an ordinal word names. */
export const ordinalOf = (word: string): number => ordinals.indexOf(word) + 1

const spellings: Readonly<Partial<Record<ReferenceToken['kind'], string>>> = {
  article: 'article articles art arts aricle aricles',
  paragraph: 'paragraph paragraphs paragraphe paragraphes para paras par',
  letter: 'letter letters lit litt clause clauses item items point points',
  preamble: 'preamble preambles preambular',
  ordinal: ordinals.join(' '),
  and: 'and or nor as well with also both from',
  to: 'to through until',
  of: 'of in under',
  the: 'the',
  that: 'that this said same these those latter',
}
const kindOfWord = new Map(
  Object.entries(spellings).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, ReferenceToken['kind']] => [word, kind as ReferenceToken['kind']]),
  ),
)

/** Words, numbers with `bis`, `(a)`, gaps such as `[...]`, and marks. */
const pattern =
  /(?<gap>\[?\s*(?:\.{2,}|…)\s*\]?)|(?<group>\(\s*(?:\d{1,2}|[a-z]|[ivx]{2,4})\s*\)|(?<![\p{L}\d])[a-z]\))|(?<sub>sub[- ]?(?:paragraphs?|paras?|sections?)(?!\p{L}))|(?<number>(?<![\p{L}\d])\d{1,3}(?:\.\d{1,2})*(?:[- ]?(?:bis|ter|quater))?(?![\p{L}\d]))|(?<word>\p{L}[\p{L}\d]*(?:[-'’]\p{L}+)*)|(?<mark>\d+|[,;:.!?]|[–—-]|\S)/giu

/** Brackets of an editor, quotation marks and slants add nothing to a reference. */
const unread = /^["“”„'‘’«»_[\]]$/u

export function tokensOf(text: string): ReferenceToken[] {
  const tokens: ReferenceToken[] = []
  for (const match of text.matchAll(pattern)) {
    const { gap, group, sub, number, word, mark } = match.groups ?? {}
    if (mark !== undefined && unread.test(mark)) continue
    const found = (kind: ReferenceToken['kind'], shown: string): void => {
      const isPlural = /s$/.test(shown)
      tokens.push({ kind, text: shown, isPlural, at: match.index, end: match.index + match[0].length })
    }
    if (gap !== undefined) found('gap', '')
    else if (group !== undefined) found('group', group.replace(/[()\s]/g, '').toLowerCase())
    else if (sub !== undefined) found('letter', sub.toLowerCase())
    else if (number !== undefined) found('number', number.toLowerCase().replace(/[- ]?(?=[a-z])/, '-'))
    else if (word !== undefined) found(...wordToken(word))
    else found(markKind(mark ?? ''), mark ?? '')
  }
  return tokens
}

function wordToken(word: string): [ReferenceToken['kind'], string] {
  const lower = word.toLowerCase()
  const kind = kindOfWord.get(lower)
  if (kind !== undefined) return [kind, lower]
  return /^[IVX]{1,6}$/.test(word) ? ['roman', word] : ['word', lower]
}

const markKind = (mark: string): ReferenceToken['kind'] => {
  if (mark === ',') return 'comma'
  if (mark === ';') return 'semicolon'
  if (/^[–—-]$/.test(mark)) return 'to'
  if (mark === '&' || mark === '/') return 'and'
  return /^[.:!?]$/.test(mark) ? 'stop' : 'word'
}
