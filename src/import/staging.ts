import type { StagedActions } from '../db/write/staged-actions.js'
import type { Action } from '../domain/action.js'
import { isBeforeAdoption } from '../domain/check/check.js'
import type { Day } from '../domain/vocabulary.js'
import type { RowReader } from '../tables/format.js'
import type { Notes } from '../tables/notes.js'
import type { TableFile } from '../tables/open-table.js'

/**
 * Reads the rows of a file into staged actions. Warns of a duplicate action, and of one before its instrument was adopted.
 * @returns the number of rows read and of actions staged
 */
export async function stageRows(
  lines: TableFile['lines'],
  read: RowReader,
  staged: StagedActions,
  { notes, adoptedOn }: { notes: Notes; adoptedOn: ReadonlyMap<string, Day | null> },
): Promise<{ rows: number; actions: number }> {
  let [rows, actions] = [0, 0]
  for await (const batch of lines)
    for (const row of batch) {
      rows++
      for (const action of read(row)) {
        const adopted = adoptedOn.get(action.instrument) ?? null
        if (isBeforeAdoption(action, adopted))
          notes.warn(
            `line ${row.line}: is before ${action.instrument} was adopted, on ${adopted}: ${inShort(action)}`,
          )
        if (staged.add(action)) actions++
        else notes.warn(`line ${row.line}: repeats an earlier one: ${inShort(action)}`)
      }
    }
  return { rows, actions }
}

const inShort = ({ participant, action, latest }: Action): string => `${participant}, ${action}, ${latest}`
