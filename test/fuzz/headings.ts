import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import type { Cell } from './oracle.js'

/** A table with known dates under headings that are right, odd or damaged. */
export interface HeadedTable {
  readonly text: string
  readonly headings: readonly string[]
  readonly cells: readonly Cell[]
}

const participants = { Chad: 'TCD', Fiji: 'FJI', Kenya: 'KEN', Peru: 'PER', Oman: 'OMN' } as const
const names = Object.keys(participants) as (keyof typeof participants)[]

const acts = [
  'Ratification',
  'Ratified',
  'Date of ratification',
  'ratification_date',
  'RatificationDate',
  'Instrument of accession',
  'Acceded',
  'Accession date',
  'Date of acceptance',
  'Approval',
  'Signed',
  'Signature date',
  'Date of signature',
  'Ratification, accession or succession',
  'Ratified or acceded',
  'Adhésion',
  'Date de ratification',
  'Withdrawal',
]
const marked = [
  'Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)',
  'Accession(a), Succession(d), Ratification',
  'Ratification / Accession (a)',
  'Ratification, Adhésion(a), Acceptation(A)',
]
const others = [
  'Entry into force',
  'Updated on',
  'Cabinet decision',
  'Date',
  'Last seen',
  'Bill passed',
  'Year book',
  'X',
  '',
]
const added = [
  'of the amendment',
  'by parliament',
  'of reservations',
  'of declaration under article 41',
  '(for Aruba)',
  'in respect of territories',
  'bill',
  '(dd/mm/yyyy)',
  '[1]',
  '2,3',
  'date',
  'Status of',
  'Law of',
  'Notification of',
]

const spoil = (words: string, how: number, which: number): string => {
  const one = added[which % added.length] ?? ''
  const at = which % Math.max(1, words.length)
  return (
    [
      words,
      words,
      words,
      `${words} ${one}`,
      `${one} ${words}`,
      words.slice(0, at) + words.slice(at + 1),
      words.toUpperCase(),
      words.toLowerCase(),
      words.replace(/ /g, '_'),
      words.replace(/\([A-Za-z]{1,2}\)/, ''),
      words.replace(/, /g, ' or '),
      words.replace(/\(a\)/, '(x)'),
    ][how] ?? words
  )
}

const heading = fc
  .tuple(fc.constantFrom(...acts, ...marked, ...marked, ...others), fc.nat(11), fc.nat(200))
  .map(([words, how, which]) => spoil(words, how, which))

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const day = fc
  .tuple(
    fc.integer({ min: 1990, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

const printed = (on: string, how: number): string => {
  const [year, month, date] = on.split('-').map(Number)
  const name = months[(month ?? 1) - 1]
  return (
    [`${date} ${name} ${year}`, on, `${name} ${date}, ${year}`, `${date}-${name}-${year}`, `${on} 00:00:00`][
      how
    ] ?? on
  )
}

const marker = fc.constantFrom(null, null, null, 'a', 'A', 'AA', 'd', 'x')
const dated = fc.option(fc.record({ on: day, how: fc.nat(4), marker }), { freq: 3 })
const kindCell = fc.constantFrom('Accession', 'Ratification', 'Acceptance', 'accession', 'Reservation', '')

/** Tables of one to five columns of dates; a third of them with a column that names the act. */
export const headedTables: fc.Arbitrary<HeadedTable> = fc
  .record({
    headings: fc.array(heading, { minLength: 1, maxLength: 4 }),
    rows: fc.array(fc.record({ cells: fc.array(dated, { minLength: 4, maxLength: 4 }), kind: kindCell }), {
      minLength: 1,
      maxLength: names.length,
    }),
    kindHeading: fc.constantFrom(null, null, 'Type', 'Method', 'Notes'),
    first: fc.constantFrom('Participant', 'Country', 'State Party', 'Pays'),
  })
  .map(({ headings, rows, kindHeading, first }) => {
    const cells: Cell[] = []
    // Notes name the acts only where all of them do.
    const saysAct = kindHeading !== 'Notes' || rows.every(({ kind }) => kind !== 'Reservation')
    const body = rows.map((row, at) => {
      const name = names[at] ?? 'Chad'
      const act = kindHeading !== null && row.kind !== '' && saysAct ? row.kind : null
      const days = headings.map((words, column) => {
        const cell = row.cells[column]
        if (!cell) return ''
        cells.push({ participant: participants[name], heading: words, act, on: cell.on, marker: cell.marker })
        return [printed(cell.on, cell.how), cell.marker].filter(Boolean).join(' ')
      })
      return [name, ...(kindHeading === null ? [] : [row.kind]), ...days]
    })
    const top = [first, ...(kindHeading === null ? [] : [kindHeading]), ...headings]
    return { text: stringify([top, ...body]), headings, cells }
  })
