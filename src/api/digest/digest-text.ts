import { counted, dayInWords } from '../../domain/wording.js'
import type { Digest } from './digest.js'

/** How one format writes a digest. */
interface Markup {
  readonly title: (text: string) => string
  readonly heading: (text: string) => string
  readonly plain: (text: string) => string
  readonly link: (address: string) => string
}

/** Marks that Markdown would take for its own, escaped; line breaks become spaces. */
const escaped = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]<>#|~!]|&(?=#?\w+;)/g, '\\$&')

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()

const markdown: Markup = {
  title: (text) => `# ${escaped(text)}`,
  heading: (text) => `## ${escaped(text)}`,
  plain: escaped,
  link: (address) => `[page](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`,
}

const text: Markup = {
  title: (text) => `${oneLine(text)}\n${'='.repeat(oneLine(text).length)}`,
  heading: (text) => `${oneLine(text)}\n${'-'.repeat(oneLine(text).length)}`,
  plain: oneLine,
  link: oneLine,
}

const markups = { markdown, text }
export type DigestFormat = keyof typeof markups
export const digestFormats = ['markdown', 'text'] as const satisfies readonly DigestFormat[]

/** A digest to read: in Markdown, or as plain text. */
export function digestInWords(digest: Digest, format: DigestFormat): string {
  const markup = markups[format]
  const { title, plain } = markup
  const total = digest.sections.reduce((sum, { entries }) => sum + entries.length, 0)
  const blocks = [
    title(titleOf(digest)),
    plain(total === 0 ? nothing(digest) : `${counted(total, 'change')}, brought by ${revisionsOf(digest)}.`),
    ...digest.sections.map((section) => sectionInWords(section, markup)),
    plain(asAtOf(digest)),
    plain(`Source: ${digest.cite} The depositary’s own record prevails.`),
  ]
  return blocks.join('\n\n')
}

const titleOf = ({ from, to }: Digest): string => {
  const until = dayInWords(to)
  if (from === null) return `Treaty ratification: what the record learned by ${until}`
  const period = from === to ? `on ${until}` : `from ${dayInWords(from)} to ${until}`
  return `Treaty ratification: what the record learned ${period}`
}

const revisionsOf = ({ after, upTo }: Digest): string =>
  upTo - after === 1 ? `revision ${upTo}` : `revisions ${after + 1} to ${upTo}`

const nothing = (digest: Digest): string =>
  digest.after === digest.upTo
    ? `Nothing changed: no import has come since revision ${digest.upTo}. That says nothing about what States did since the “as at” days below.`
    : `Nothing changed: of what was asked about, ${revisionsOf(digest)} brought nothing new. That says nothing about what States did after the “as at” days below.`

function sectionInWords(
  { instrument: { name, asAt }, entries }: Digest['sections'][number],
  { heading, plain, link }: Markup,
): string {
  const lines = entries.map(({ sentences, page }) =>
    // Without a public origin there is no address that a reader of a mail could open.
    [`- ${sentences.map(plain).join(' ')}`, ...(page.startsWith('/') ? [] : [link(page)])].join(' '),
  )
  return [heading(`${name}, ${vouched(asAt)}`), '', ...lines].join('\n')
}

const vouched = (asAt: string | null): string =>
  asAt === null ? 'as at no stated day' : `as at ${dayInWords(asAt)}`

/** More instruments than these are not listed one by one. */
const mostListed = 12

function asAtOf({ covered }: Digest): string {
  if (covered.length > mostListed)
    return `The record covers ${covered.length} instruments; /v1/instruments has the “as at” day of each.`
  return `The record goes so far: ${covered.map(({ name, asAt }) => `${name} ${vouched(asAt)}`).join('; ')}.`
}
