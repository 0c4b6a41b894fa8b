import { z } from 'zod'
import type { Reading } from '../../answers/reading.js'
import { towardOf } from '../../answers/statements/changes.js'
import type { StatementChange } from '../../db/statements/changes.js'
import { StatementKind } from '../../domain/statements/vocabulary.js'
import { statementCollection } from './coverage.js'
import { ChangeKind } from './import.js'
import { InstrumentRef, instrumentRefs } from './instrument.js'
import { StateRef, stateRefs } from './participant.js'
import { StatementEvent, statementId, toStatementEvent } from './statement.js'

const StatementRef = z
  .object({ id: statementId, kind: StatementKind })
  .meta({ id: 'StatementRef', description: 'A statement' })

export const RecordedStatementChange = z
  .object({
    revision: z.int().min(1).meta({ description: 'The import that made it' }),
    kind: ChangeKind,
    state: StateRef,
    instrument: InstrumentRef,
    statement: StatementRef,
    toward: z
      .array(StateRef)
      .meta({ description: 'Toward whom an objection or a communication is; empty for other kinds' }),
    before: StatementEvent.nullable().meta({ description: 'null where it was added' }),
    after: StatementEvent.nullable().meta({ description: 'null where it was removed' }),
  })
  .meta({
    id: 'RecordedStatementChange',
    description: 'What an import did to one event of a statement',
  })
export type RecordedStatementChange = z.infer<typeof RecordedStatementChange>

export const StatementChangeList = statementCollection(RecordedStatementChange, 'StatementChangeList')

/** Makes what answers show of changes of statements. */
export function statementChangeShape(reading: Reading): (change: StatementChange) => RecordedStatementChange {
  const [refOf, stateRefOf, towards] = [instrumentRefs(reading), stateRefs(reading), towardOf(reading)]
  return (change) => ({
    revision: change.revision,
    kind: change.kind,
    state: stateRefOf(change.statement.participant),
    instrument: refOf(change.statement.instrument),
    statement: { id: change.statement.id, kind: change.statement.kind },
    toward: towards(change).map(stateRefOf),
    before: change.before && toStatementEvent(change.before),
    after: change.after && toStatementEvent(change.after),
  })
}
