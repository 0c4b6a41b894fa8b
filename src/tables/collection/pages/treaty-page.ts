import { treatyNumber } from '../../../domain/instruments/treaty-number.js'
import type { Line } from '../../csv.js'
import type { IndexedTreaty } from '../../treaty-index.js'
import { plainText } from '../plain-text.js'
import { printedDays, readDay } from '../printed-day.js'
import type { StatedDay } from '../recognise.js'
import type { PageSections } from '../statements/page-sections.js'
import type { PrintedTotals } from './printed-totals.js'

/** A treaty's page, in HTML or XML: its title data, its totals and its table of participants. */
export interface TreatyPage {
  /** null if the page does not give its number */
  readonly treaty: IndexedTreaty | null
  readonly asAt: StatedDay | null
  readonly totals: PrintedTotals | null
  /** Its statements and notes. Their text stays within the reader. */
  readonly sections: PageSections
  /** The heading, then the rows. */
  readonly rows: readonly Line[]
}

/** What a page prints above its table. */
export interface PageHeader {
  readonly chapter?: string | undefined
  /** `11. c` */
  readonly number?: string | undefined
  readonly title?: string | undefined
  /** `New York, 25 May 2000` */
  readonly conclusion?: string | undefined
  /** `18 January 2002, in accordance with article 14(1).` */
  readonly entryIntoForce?: string | undefined
  /** `18 January 2002, No. 27531` */
  readonly registration?: string | undefined
}

/** The treaty of a page. @returns null if its number cannot be read */
export function treatyOf(header: PageHeader): IndexedTreaty | null {
  const number = printedNumber(header)
  if (number === null) return null
  const [, place = null, day = ''] =
    /^(.*?),?\s*(\d{1,2} [A-Za-z]+ \d{4})\d*$/.exec(plainText(header.conclusion ?? '')) ?? []
  return {
    number,
    title: plainText(header.title ?? '') || null,
    adoptedAt: place || null,
    adoptedOn: readDay(day, printedDays()),
    url: null,
    ...firstInForce(header.entryIntoForce ?? ''),
    registration: /\bNo\. ?\d+/.exec(plainText(header.registration ?? ''))?.[0] ?? null,
  }
}

function printedNumber({ chapter = '', number = '' }: PageHeader): string | null {
  const [, roman] = /^CHAP(?:TER|ITRE) ([IVXLC]+)$/i.exec(plainText(chapter)) ?? []
  const [, section, letter] = /^(\d+)\s*\.?\s*([a-z]|\d{1,3})?$/i.exec(plainText(number)) ?? []
  return roman && section ? treatyNumber([roman, section, letter].filter(Boolean).join('-')) : null
}

/** Nothing for a treaty that is not in force. */
function firstInForce(text: string): Pick<IndexedTreaty, 'inForceOn' | 'inForceArticle'> {
  const [, day = '', article] =
    /^(\d{1,2} [A-Za-z]+ \d{4})(?:.*?\barticle (\d+(?: ?\(\w+\))*))?/.exec(plainText(text)) ?? []
  const inForceOn = readDay(day, printedDays())
  return { inForceOn, inForceArticle: inForceOn && article ? `art. ${article.replaceAll(' ', '')}` : null }
}
