import type { Change } from '../../db/changes.js'
import type { Store } from '../../db/store.js'
import type { RemovalsRefused } from '../../db/write/record.js'
import type { TableChange } from '../../db/write/revision.js'
import { type Action, isLeaving } from '../../domain/action.js'
import { grouped } from '../../domain/grouped.js'
import { counted } from '../../domain/wording.js'
import type { ImportReport } from '../../import/import-file.js'

/** Gives the name of a participant by its code. */
export type NameOf = (code: string) => string

/** The present names of all participants of the record. */
export function namesIn({ participants }: Pick<Store, 'participants'>): NameOf {
  const names = new Map(participants.all().map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? code
}

const asAtFrom = { file: 'as the file says', option: 'as given', today: 'today' } as const

/** The report of a file as lines for a person. */
export function reportLines(report: ImportReport, nameOf: NameOf, isDryRun: boolean): string[] {
  const { fileName, asAt, rows, actions, notRead, leftOut, warnings, changes, tables } = report
  const of = tables.map(({ instrument }) => instrument).join(', ') || 'no treaty actions'
  const head = `${fileName}: ${of}, as at ${asAt} (${asAtFrom[report.asAtFrom]}): ${counted(rows, 'row')}, ${counted(actions, 'action')}; ${outcome(report, isDryRun)}`
  return [
    head,
    ...notRead.map(({ what, cells }) => `  not read, no treaty action: “${what}”, ${counted(cells, 'cell')}`),
    ...leftOut.map(({ line, name }) => `  left out: line ${line}, “${name}” is not known`),
    ...warnings.map((warning) => `  note: ${warning}`),
    ...statementLines(report.statements),
    ...changeLines(changes, nameOf),
    ...unlisted(report),
  ]
}

/** What a page says of statements and territories, and one line for each that is not the same. */
function statementLines(found: ImportReport['statements']): string[] {
  if (found === null) return []
  const { added, changed, withdrawn, territories, unread, lines } = found
  const counts = `  statements: ${added} added, ${changed} changed, ${withdrawn} withdrawn, ${unread} not decided; ${counted(territories, 'territorial application')} added`
  return [counts, ...lines.map((line) => `    ${line}`)]
}

function outcome({ tables, revision }: ImportReport, isDryRun: boolean): string {
  const counts = changeCounts(tables)
  if (isDryRun) return `would change: ${counts}`
  return revision === null ? 'nothing new' : `revision ${revision}: ${counts}`
}

/** “14 added, 47 corrected, 2 removed”, over all tables. */
export function changeCounts(tables: readonly TableChange[]): string {
  const sum = (of: 'added' | 'corrected' | 'removed') => tables.reduce((total, table) => total + table[of], 0)
  return `${sum('added')} added, ${sum('corrected')} corrected, ${sum('removed')} removed`
}

function unlisted({ tables, changes }: ImportReport): string[] {
  const all = tables.reduce((total, { added, corrected, removed }) => total + added + corrected + removed, 0)
  return changes.length > 0 && all > changes.length
    ? [`  … and ${counted(all - changes.length, 'more change')}`]
    : []
}

/** The changes, one block a participant. */
export function changeLines(changes: readonly Change[], nameOf: NameOf): string[] {
  const byParticipant = grouped(changes, ({ before, after }) => (after ?? before)?.participant ?? '')
  return [...byParticipant].flatMap(([code, own]) => [
    `  ${nameOf(code)} (${code})`,
    ...own.map((change) => `    ${changeLine(change)}`),
  ])
}

function changeLine({ before, after }: Change): string {
  if (before === null) return `+ ${after ? actionText(after) : ''}`
  return after === null ? `− ${actionText(before)}` : `~ ${actionText(before)} → ${actionText(after)}`
}

export const actionText = ({ instrument, action, earliest, latest }: Action): string =>
  `${instrument}: ${action} ${earliest === latest ? latest : `between ${earliest} and ${latest}`}`

/** The refusal of a file that would undo recorded actions, with each of those actions. */
export const removalLines = (file: string, { removals }: RemovalsRefused, nameOf: NameOf): string[] => [
  `${file}: refused, because it would undo ${counted(removals.length, 'action')} that the record holds; --as-at says up to which day it speaks, --allow-removals lets it undo them`,
  ...removals.map((one) => `  ${removalLine(one, nameOf)}`),
]

const removalLine = (one: Action, nameOf: NameOf): string => {
  const what = `${nameOf(one.participant)} (${one.participant}): ${actionText(one)}`
  return isLeaving(one)
    ? `${what}, a known withdrawal: the table shows it as taking part, and would make it a party again`
    : what
}
