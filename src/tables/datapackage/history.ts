import type { Action } from '../../domain/action.js'
import { type Fault, FileRefused } from '../fault.js'
import { factFaults, statementNames } from './facts.js'
import { groupFaults } from './groups.js'
import { type HeldFacts, heldFacts, heldFaults } from './held-facts.js'
import { faultsIn, toAction } from './long.js'
import { type ReadFile, readBulkTables, type TablesRead } from './read.js'
import { recordTables } from './record-tables.js'
import { referenceNames } from './reference-tables.js'

const recordNames = Object.keys(recordTables) as (keyof typeof recordTables)[]

type Tables = TablesRead<
  (typeof referenceNames)[number] | (typeof recordNames)[number] | (typeof statementNames)[number]
>

/** The content of a package folder: the whole record with its history, as `ratification export` writes it. */
export interface PackageFolder {
  readonly reference: Tables
  readonly imports: readonly (Omit<Tables['imports'][number], 'warnings'> & { readonly warnings: string[] })[]
  readonly tables: Tables['imported-tables']
  readonly actions: readonly HeldAction[]
  readonly facts: HeldFacts
}

/** An action, with the revisions from and until which the record held it. */
export type HeldAction = Action & {
  readonly id: number
  readonly knownFrom: number
  readonly knownUntil: number | null
  readonly replaces: number | null
}

/**
 * Reads a package folder.
 * @throws FileRefused with every fault of the first faulty file, else of all keys, else of the rows taken together
 */
export function readPackageFolder(read: ReadFile): PackageFolder {
  const tables = readBulkTables([...referenceNames, ...recordNames, ...statementNames], read)
  const faults = [
    ...importFaults(tables),
    ...actionFaults(tables),
    ...factFaults(tables),
    ...groupFaults(tables),
    ...heldFaults(tables),
  ]
  if (faults.length > 0) throw new FileRefused(faults)
  return {
    reference: tables,
    imports: tables.imports.map((row) => ({ ...row, warnings: warningsOf(row.warnings) ?? [] })),
    tables: tables['imported-tables'],
    actions: tables.actions.map((row) => ({
      ...toAction(row),
      id: row.id,
      knownFrom: row.knownFrom,
      knownUntil: row.knownUntil ?? null,
      replaces: row.replaces ?? null,
    })),
    facts: heldFacts(tables),
  }
}

const importFaults = ({ imports }: Tables): Fault[] =>
  imports.flatMap(({ line, revision, reverts, warnings }, index) => {
    const fault = (column: string, value: unknown, reason: string): Fault[] => [
      { file: 'imports.csv', line, column, value: String(value), reason },
    ]
    return [
      ...(revision === index + 1 ? [] : fault('revision', revision, `is not the next, ${index + 1}`)),
      ...(reverts === undefined || reverts < revision
        ? []
        : fault('reverts', reverts, 'is no earlier import')),
      ...(warningsOf(warnings) ? [] : fault('warnings', warnings, 'is not a JSON array of sentences')),
    ]
  })

function warningsOf(json: string): string[] | null {
  try {
    const found: unknown = JSON.parse(json)
    return Array.isArray(found) && found.every((one) => typeof one === 'string') ? found : null
  } catch {
    return null
  }
}

/** readBulkTables has checked these keys already. */
const known = { isInstrument: () => true, isParticipant: () => true }

function actionFaults({ actions }: Tables): Fault[] {
  const byId = new Map(actions.map((row) => [row.id, row]))
  return actions.flatMap((row, index) => {
    const { line, id, knownFrom, knownUntil, replaces } = row
    const replaced = byId.get(replaces ?? 0)
    const found = [...faultsIn(row, known)]
    const fault = (column: string, value: unknown, reason: string) =>
      found.push({ line, column, value: String(value), reason })
    if (id <= (actions[index - 1]?.id ?? 0)) fault('id', id, 'is not greater than the one before')
    if (knownUntil !== undefined && knownUntil <= knownFrom)
      fault('knownUntil', knownUntil, `is not later than “knownFrom”, ${knownFrom}`)
    if (replaced && (replaced.knownUntil !== knownFrom || replaced.id >= id))
      fault('replaces', replaces, `is no action that import ${knownFrom} ended`)
    return found.map((one) => ({ ...one, file: 'actions.csv', line }))
  })
}
