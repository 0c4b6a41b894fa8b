import type { ChangeCounts, RecordedChange } from '../db/changes.js'
import type { Import } from '../db/imports.js'
import type { StatementChange } from '../db/statements/changes.js'
import { required } from '../domain/errors.js'
import { grouped } from '../domain/grouped.js'
import { choiceOf, type Part } from './actions.js'
import type { Reading } from './reading.js'
import { statementChangesNewestFirst } from './statements/changes.js'

export interface ImportChangesFilter {
  readonly state?: readonly string[] | undefined
  readonly instrument?: readonly string[] | undefined
}

/** How many actions or statements an import changed. */
export type Counts = Omit<ChangeCounts, 'revision'>

/** What one import changed: all of it in numbers, and those changes that are on the part asked for. */
export interface ImportChanges {
  readonly import: Import
  readonly counts: { readonly actions: Counts; readonly statements: Counts }
  readonly actions: readonly RecordedChange[]
  readonly statements: readonly StatementChange[]
}

/**
 * What imports changed in actions and statements, newest import first; within one, actions before statements, and each newest
 * first. Imports that changed none of the chosen are left out.
 * @throws DomainError for an unknown State or instrument
 */
export function changesByImport(reading: Reading, filter: ImportChangesFilter) {
  const { store, revision, asOf } = reading
  const chosen = { ...choiceOf(reading, filter).choice, after: 0, upTo: revision, asOf }
  const actionCounts = new Map(store.changes.counts(chosen).map((one) => [one.revision, one]))
  const statements = grouped(newestStatements(reading, filter), (change) => change.revision)
  const revisions = [...new Set([...actionCounts.keys(), ...statements.keys()])].sort((a, b) => b - a)
  const all = revisions.map((number) => {
    const own = statements.get(number) ?? []
    const counts = { actions: actionCounts.get(number) ?? none, statements: countsOf(own) }
    return { number, own, counts, size: sum(counts.actions) + own.length }
  })
  return {
    total: all.reduce((total, { size }) => total + size, 0),
    rows: ({ offset, limit }: Part): ImportChanges[] => {
      let start = 0
      return all.flatMap(({ number, own, counts, size }) => {
        const [from, to] = [Math.max(offset - start, 0), Math.min(offset + limit - start, size)]
        start += size
        if (from >= to) return []
        const actions = sum(counts.actions)
        const part = { offset: from, limit: Math.max(Math.min(to, actions) - from, 0), newestFirst: true }
        return {
          import: required(store.imports.byRevision(number), `Import ${number}`),
          counts,
          actions:
            part.limit === 0 ? [] : store.changes.page({ ...chosen, after: number - 1, upTo: number }, part),
          statements: own.slice(Math.max(from - actions, 0), Math.max(to - actions, 0)),
        }
      })
    },
  }
}

const newestStatements = (reading: Reading, filter: ImportChangesFilter): StatementChange[] =>
  statementChangesNewestFirst(reading, filter, { offset: 0, limit: Infinity }).news

const none: Counts = { added: 0, corrected: 0, removed: 0 }

const sum = ({ added, corrected, removed }: Counts): number => added + corrected + removed

function countsOf(changes: readonly StatementChange[]): Counts {
  const ofKind = (kind: StatementChange['kind']): number => changes.filter((one) => one.kind === kind).length
  return { added: ofKind('added'), corrected: ofKind('corrected'), removed: ofKind('removed') }
}
