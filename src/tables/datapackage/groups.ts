import { grouped } from '../../domain/grouped.js'
import { type MembershipPeriod, periodFault } from '../../domain/groups/membership.js'
import type { Fault } from '../fault.js'
import type { TablesRead } from './read.js'

/** The periods of members that contradict each other: one that ends before it begins, or two that overlap. */
export const groupFaults = (tables: Pick<TablesRead<'group-members'>, 'group-members'>): Fault[] =>
  [
    ...grouped(tables['group-members'], ({ group, participant }) => `${group} ${participant}`).values(),
  ].flatMap((rows) => periodFaults('group-members.csv', rows))

interface PeriodRow {
  readonly line: number
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** The fault of the periods of one member in one group, with its place. */
export function periodFaults(file: string, rows: readonly PeriodRow[]): Fault[] {
  const periods = rows.map(({ line, from = null, until = null }): MembershipPeriod & { line: number } => ({
    line,
    from,
    until,
  }))
  const found = periodFault(periods)
  if (found === null) return []
  const { period, column, reason } = found
  return [{ file, line: period.line, column, value: period[column], reason }]
}
