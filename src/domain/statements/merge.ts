import type { MergeTerms } from '../edition.js'
import type { Statement, StatementEvent, StatementTarget } from './statement.js'
import type { TerritorialEvent } from './territories.js'

// How a new edition of the seed is merged into a record in use. The unit is one statement, or one territory of a State.

/** The digest is of an import, not of an edition. */
const saysOfStatement = ({ id, purpose, effect, summary }: Statement): string =>
  JSON.stringify([id, purpose, effect, summary])

export const ofStatements: MergeTerms<Statement> = {
  unitOf: ({ id }) => id,
  contentOf: (one) => JSON.stringify([saysOfStatement(one), one.source]),
  saysOf: saysOfStatement,
  claimOf: saysOfStatement,
  isSame: () => true,
}

const saysOfEvent = ({ event, earliest, latest, articles, summary }: StatementEvent): string =>
  JSON.stringify([event, earliest, latest, articles, summary])

export const ofStatementEvents: MergeTerms<StatementEvent> = {
  unitOf: ({ statement }) => statement,
  contentOf: (one) => JSON.stringify([saysOfEvent(one), one.certainty, one.source]),
  saysOf: saysOfEvent,
  claimOf: (one) => JSON.stringify([saysOfEvent(one), one.certainty]),
  isSame: (a, b) => a.event === b.event && a.latest === b.latest,
}

const saysOfTarget = ({ toward, towardStatement, towardAction, towardTerritory }: StatementTarget): string =>
  JSON.stringify([toward, towardStatement, towardAction, towardTerritory])

export const ofStatementTargets: MergeTerms<StatementTarget> = {
  unitOf: ({ statement }) => statement,
  contentOf: saysOfTarget,
  saysOf: saysOfTarget,
  claimOf: saysOfTarget,
  isSame: (a, b) => a.toward === b.toward,
}

const saysOfTerritory = ({ event, earliest, latest, effectOn }: TerritorialEvent): string =>
  JSON.stringify([event, earliest, latest, effectOn])

export const ofTerritorialEvents: MergeTerms<TerritorialEvent> = {
  unitOf: ({ instrument, participant, territory }) => `${instrument} ${participant} ${territory}`,
  contentOf: (one) => JSON.stringify([saysOfTerritory(one), one.certainty, one.source]),
  saysOf: saysOfTerritory,
  claimOf: (one) => JSON.stringify([saysOfTerritory(one), one.certainty]),
  isSame: (a, b) => a.event === b.event,
}
