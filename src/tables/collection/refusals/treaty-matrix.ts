import type { Line } from '../../csv.js'
import { codeHeadings, codeKey, columnKey, nameHeadings } from '../column-words.js'
import { parseHeading, recordsActions } from '../heading.js'
import { isBlank, plainText } from '../plain-text.js'

const abbreviations =
  'cedaw|op-?cedaw|crc|op-?crc(?:[- ](?:ac|sc|ic))?|crc[- ]op[- ]?(?:ac|sc|ic|\\d)?|opsc|opac|opic|cat|op-?cat|sppt|iccpr|op-?iccpr|iccpr[- ]op ?\\d?|icescr|op-?icescr|cescr|ccpr|icerd|cerd|icmw|icrmw|cmw|crpd|op-?crpd|cped|icpped|ced|untoc|catoc|ctoc|uncac|cbd|unfccc|unccd|cites|cms|unclos|npt|ctbt|cwc|bwc|btwc|tpnw|ccm|apmbt|att|ccw|enmod|fctc|echr|esc|achr|achpr|gc ?(?:i|ii|iii|iv)(?:[ -–]+(?:i|ii|iii|iv))?|ap ?(?:i|ii|iii)'
const treaty = new RegExp(
  `(?<![\\p{L}])(?:${abbreviations})(?![\\p{L}])|\\b(?:convention|conv\\.|protocol|prot\\.|covenant|treaty|treaties|agreement|statute|charter|amendment|geneva|hague|kyoto|paris|montreal|basel|rotterdam|stockholm|palermo)|^(?:c|p)\\d{2,3}\\b|^(?:xxix|xx?v?i{0,3}|iv|ix|v?i{1,3}|v|x)-\\d{1,2}(?:-[a-z])*$|^(?:ets|cets|ilo|no\\.?) ?\\d{1,3}$`,
  'iu',
)
/** A date, a year, a number of days, or a mark that says whether: what the cells of such a table hold. */
const mark =
  /\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}|^(?:x|✓|✔|•|yes|no|y|n|0|1|true|false|party|state party|signatory|signed|ratified|acceded|[rsad]|su|ac|ap|ra|sa|r\/a)$/i

/**
 * Why a table is refused that has one row a country and one column a treaty; undefined for any other table. Its columns do not
 * say what their dates are, and each is of another instrument.
 */
export function treatyMatrix(rows: readonly Line[]): string | undefined {
  for (const [at, { cells }] of rows.entries()) {
    const headings = cells.map(plainText)
    const who = headings.findIndex(isName)
    if (who < 0) continue
    const found = headings.flatMap((heading, column) => {
      const isTreaty = column !== who && treaty.test(heading) && !recordsActions(parseHeading(heading))
      return isTreaty && holdsMarks(rows.slice(at + 1), column) ? [heading] : []
    })
    if (new Set(found.map(withoutAct)).size >= 2) return reasonFor(found)
  }
  return undefined
}

/** What is left of a heading without its act: “Treaty ratification date” and “Treaty signature date” are of one treaty. */
const withoutAct = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(
      /\b(signature|signed|signing|ratif\w+|acce\w+|approv\w+|succe\w+|deposit\w*|dates?|years?|status|of|to|the)\b/g,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()

const isName = (heading: string): boolean =>
  nameHeadings.some((pattern) => pattern.test(columnKey(heading))) ||
  codeHeadings.some((pattern) => pattern.test(codeKey(heading)))

const holdsMarks = (rows: readonly Line[], column: number): boolean => {
  const cells = rows.map((row) => plainText(row.cells[column] ?? '')).filter((cell) => !isBlank(cell))
  return cells.length > 0 && cells.filter((cell) => mark.test(cell)).length * 2 >= cells.length
}

const reasonFor = (treaties: readonly string[]): string => {
  const [first = '', ...others] = treaties
  const ignored = others.slice(0, 2).map((heading) => `--ignore-column "${heading}"`)
  const more = others.length > 2 ? ', and so on for each other column' : ''
  return `is a country-by-treaty matrix: each column is of another treaty (${treaties
    .slice(0, 3)
    .map((heading) => `“${heading}”`)
    .join(
      ', ',
    )}), and none says what its dates are. Split it into one file a treaty, with the columns Country and Ratification, or import it once a treaty: --instrument of that treaty, --column "${first}=ratification" ${ignored.join(' ')}${more} (over HTTP: column, ignoreColumn)`
}
