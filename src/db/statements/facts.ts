import { statementEvents, statements, statementTargets, territorialEvents } from './schema.js'

/** The append-only tables of statements and territories. Each refers only to earlier ones. */
export const factTables = { statements, statementEvents, statementTargets, territorialEvents } as const
export type FactName = keyof typeof factTables
export const factNames = Object.keys(factTables) as FactName[]

/** A row as the record holds it. */
export type StoredFact<Name extends FactName> = (typeof factTables)[Name]['$inferSelect']
/** A row as a source gives it. */
export type Fact<Name extends FactName> = Omit<StoredFact<Name>, keyof Stored>
/** The rows of each table. */
export type Facts = { readonly [Name in FactName]: readonly Fact<Name>[] }

interface Stored {
  readonly row: number
  readonly knownFrom: number
  readonly knownUntil: number | null
  readonly replaces: number | null
}

/** A stored row without the revisions that hold it. */
export const toFact = <S extends Stored>({
  row: _,
  knownFrom: __,
  knownUntil: ___,
  replaces: ____,
  ...fact
}: S): Omit<S, keyof Stored> => fact
