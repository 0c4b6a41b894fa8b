import { treatyNumber } from '../../../domain/instruments/treaty-number.js'
import { FileRefused } from '../../fault.js'
import type { Notes } from '../../notes.js'
import { advice, type Source } from '../../source.js'
import type { IndexedTreaty } from '../../treaty-index.js'
import { plainText } from '../plain-text.js'
import { printedDays, readDay } from '../printed-day.js'
import type { StatedDay } from '../recognise.js'
import { type PageParts, partsOf } from './page-parts.js'
import type { PrintedTotals } from './printed-totals.js'
import { type TreatyPage, treatyOf } from './treaty-page.js'

/** Whether a text is a web page. A browser may have put a comment first. */
export const isPage = (head: string): boolean =>
  /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(head)

type Refuse = (reason: string, at?: { line?: number | null; value?: string }) => never

/**
 * Reads the depositary's status page of a treaty, as a browser saves it. Sections other than the participants are counted
 * as not read.
 * @throws FileRefused if it is another page, is cut off, has no table, or contradicts itself about its treaty
 */
export async function readDepositaryPage(source: Source, notes: Notes): Promise<TreatyPage> {
  const refuse: Refuse = (reason, { line = null, value } = {}) => {
    throw new FileRefused([{ file: source.file, line, column: null, value: value ?? null, reason }])
  }
  const parts = await partsOf(source)
  if (!isOfTreaty(parts)) refuse(otherPage(parts))
  if (!parts.isWhole) refuse(`is cut off: it ${whereCut(parts)}. Save or fetch the page again`)
  if (parts.table === 'absent' || parts.rows.length === 0)
    refuse('has no table of participants: its participants stand in running text, or nowhere')
  if (parts.table === 'open')
    refuse(`has a table of participants without an end, after ${lastRow(parts)}: its markup is damaged`)
  for (const [section, count] of parts.notRead)
    for (let entry = 0; entry < count; entry++) notes.notRead(section)
  return {
    treaty: namedTreaty(parts, refuse),
    asAt: asAtOf(parts, refuse),
    totals: totalsOf(parts, notes),
    sections: parts.sections,
    rows: parts.rows,
  }
}

const isOfTreaty = ({ headers, address, table }: PageParts): boolean =>
  headers.treaty !== undefined || table !== 'absent' || numberIn(address) !== null

const notice =
  /maintenance|unavailable|try again|come back|out of service|server error|runtime error|bad gateway|time-?out|access denied|forbidden|checking your browser/i

function otherPage({ title, beginning }: PageParts): string {
  const text = [title, beginning].map((part) => plainText(part)).filter(Boolean)
  const shown = `“${text.join(' – ').slice(0, 120)}”`
  return text.some((part) => notice.test(part))
    ? `is a notice that stands in place of the page (${shown}): fetch it again later`
    : `is a web page, but not the depositary’s page of a treaty (${shown}). ${advice}`
}

const whereCut = (parts: PageParts): string => {
  if (parts.table === 'absent') return 'ends before its table of participants'
  if (parts.table === 'closed') return 'ends after its table of participants, within the sections that follow'
  return `ends within its table of participants, after ${lastRow(parts)}`
}

const lastRow = ({ rows }: PageParts): string => `“${plainText(rows.at(-1)?.cells[0] ?? '')}”`

/** `./ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18` */
const numberIn = (address: string): string | null =>
  treatyNumber(/[?&]mtdsg_no=([\w.-]+)/i.exec(address)?.[1] ?? '')

/** The printed number lacks the part of chapter XI; the page's address has it. */
function namedTreaty({ headers, address }: PageParts, refuse: Refuse): IndexedTreaty {
  const [, number, title] =
    /^(\d{1,3}\s*\.\s*(?:[a-z]|\d{1,3}(?=[.)]? \D))?)[.)]?\s+(.*)$/.exec(
      plainText(headers.treaty?.text ?? ''),
    ) ?? []
  const printed = treatyOf({
    chapter: headers.chapter?.text,
    number: number?.trim(),
    title,
    conclusion: headers.conclusion?.text,
    entryIntoForce: headers.entryIntoForce?.text,
    registration: headers.registration?.text,
  })
  if (printed === null)
    return refuse('does not say which treaty it is of, as “CHAPTER IV” and “11. c  Optional Protocol …” do', {
      line: headers.treaty?.line ?? null,
      value: plainText(headers.treaty?.text ?? ''),
    })
  const addressed = numberIn(address)
  if (addressed === null) return printed
  const url = urlOf(address)
  if (withoutPart(addressed) !== withoutPart(printed.number))
    return refuse(`is of ${printed.number} by its title, and of ${addressed} by its address`, {
      line: headers.treaty?.line ?? null,
    })
  return { ...printed, number: addressed, url }
}

/** Its form is sent to the page itself, by an address below that of all pages. */
function urlOf(address: string): string | null {
  const [, page] = /^(?:\.\/)?(ViewDetails\w*\.aspx\?[\w=&.-]+)$/i.exec(address) ?? []
  return page === undefined ? null : `https://treaties.un.org/Pages/${page}`
}

const withoutPart = (number: string): string => number.replace(/^([IVX]+)-[A-E](?=-)/, '$1')

/** The day in New York on which the page was asked for: it speaks up to the day that it prints. */
function asAtOf({ headers: { asAt } }: PageParts, refuse: Refuse): StatedDay | null {
  if (asAt === undefined) return null
  const text = plainText(asAt.text)
  const day = readDay(
    /\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '',
    printedDays('day-first'),
  )
  if (day === null)
    return refuse('is not an “as at” day like STATUS AS AT : 03-02-2026 (day first)', {
      line: asAt.line,
      value: text,
    })
  return { day, line: asAt.line }
}

function totalsOf({ headers: { status } }: PageParts, { warn }: Notes): PrintedTotals | null {
  const text = plainText(status?.text ?? '')
  const signatories = /\bSignat(?:ories|aires)\s*:?\s*(\d+)/i.exec(text)?.[1]
  const parties = /\bPart(?:ies|y)\s*:?\s*(\d+)/i.exec(text)?.[1]
  if (signatories === undefined && parties === undefined) {
    warn(
      'the page prints no totals of signatories and parties: what was read could not be compared with them',
    )
    return null
  }
  const toNumber = (digits: string | undefined): number | null =>
    digits === undefined ? null : Number(digits)
  return { signatories: toNumber(signatories), parties: toNumber(parties), line: status?.line ?? 1 }
}
