import type { z } from 'zod'
import type { StatementEventKind } from './statements/vocabulary.js'
import { oneOf } from './vocabulary.js'

export const actionChangeTypes = ['action.added', 'action.corrected', 'action.removed'] as const
export type ActionChangeType = (typeof actionChangeTypes)[number]

export const statementChangeTypes = [
  'statement.made',
  'statement.confirmed',
  'statement.modified',
  'statement.withdrawn',
  'statement.corrected',
  'statement.removed',
] as const
export type StatementChangeType = (typeof statementChangeTypes)[number]

/** What subscribers are told of. */
export type ChangeType = ActionChangeType | StatementChangeType

/** A type of change, or all types of one noun. */
export const ChangeChoice = oneOf(['action', 'statement', ...actionChangeTypes, ...statementChangeTypes])
export type ChangeChoice = z.infer<typeof ChangeChoice>

type Kind = 'added' | 'corrected' | 'removed'

export const actionChangeType = (kind: Kind): ActionChangeType => `action.${kind}`

/** @param event  what happened to the statement, which names the type of an addition */
export const statementChangeType = (kind: Kind, event: StatementEventKind): StatementChangeType =>
  kind === 'added' ? `statement.${event}` : `statement.${kind}`

/** Whether a type is among some; absent choices choose all. */
export const isChosenType = (type: ChangeType, choices: readonly ChangeChoice[] | undefined): boolean =>
  choices === undefined || choices.some((one) => one === type || type.startsWith(`${one}.`))
