import type { MergeTerms } from '../../domain/edition.js'
import {
  ofStatementEvents,
  ofStatements,
  ofStatementTargets,
  ofTerritorialEvents,
} from '../../domain/statements/merge.js'
import type { Fact, FactName } from '../statements/facts.js'

/** How the rows of each table of statements and territories are compared. */
export const factTerms: { readonly [Name in FactName]: MergeTerms<Fact<Name>> } = {
  statements: ofStatements,
  statementEvents: ofStatementEvents,
  statementTargets: ofStatementTargets,
  territorialEvents: ofTerritorialEvents,
}
