import { ActionKind, actionKinds } from '../../domain/vocabulary.js'
import { columnKey } from './column-words.js'
import { plainText } from './plain-text.js'

/** What the user says of columns whose headings do not say it. */
export interface GivenColumns {
  /** Headings of columns to pass over. */
  readonly ignored: readonly string[]
  /** The act that each heading names, or that its cells name participants. */
  readonly named: readonly GivenColumn[]
}

type Role = ActionKind | 'participant'
export type GivenColumn = readonly [heading: string, role: Role]

export const nothingGiven: GivenColumns = { ignored: [], named: [] }

const key = (heading: string): string => {
  const words = plainText(heading)
  return columnKey(words) || words.toLowerCase()
}

export const isIgnored = ({ ignored }: GivenColumns, heading: string): boolean =>
  ignored.some((one) => same(one, heading))

export const givenRole = ({ named }: GivenColumns, heading: string): Role | undefined =>
  named.find(([one]) => same(one, heading))?.[1]

/** Reads `Deposited on=ratification`. @returns null unless it names a treaty action, or “participant” */
export function givenColumn(text: string): GivenColumn | null {
  const at = text.lastIndexOf('=')
  const [heading, role] = [
    text.slice(0, at).trim(),
    text
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  ]
  if (at < 0 || heading === '') return null
  if (role === 'participant') return [heading, role]
  const kind = ActionKind.safeParse(role)
  return kind.success ? [heading, kind.data] : null
}

/** What is wrong with a column given as no `givenColumn` reads it. */
export const notAColumn = (text: string): string =>
  `“${text}” is not a heading and what it records, such as “Deposited on=ratification”; that is one of: participant, ${actionKinds.join(', ')}`

/** The headings that a table does not have. */
export const missingColumns = ({ ignored, named }: GivenColumns, headings: readonly string[]): string[] =>
  [...ignored, ...named.map(([heading]) => heading)].filter(
    (one) => !headings.some((heading) => same(one, heading)),
  )

/** Exact words first: “Date 1” and “Date 2” differ by their digits alone. */
const same = (one: string, heading: string): boolean => {
  const [given, found] = [plainText(one).toLowerCase(), plainText(heading).toLowerCase()]
  return given === found || (!/\d/.test(given + found) && key(one) === key(heading))
}
