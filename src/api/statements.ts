import { z } from 'zod'
import { instrumentsNamed } from '../answers/instruments.js'
import type { Reading } from '../answers/reading.js'
import type { StatementFilter } from '../answers/statements/filter.js'
import { statementAt, statementsOn } from '../answers/statements/statements.js'
import { listOf } from '../http/lists/list.js'
import { statementFilters } from '../http/statement-parameters.js'
import { list, one, type Routes } from './route.js'
import { StatementMeta, statementMetaOf } from './shapes/coverage.js'
import { StatementList, statementFields, statementId, statementShape } from './shapes/statement.js'

export const statementRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/statements',
      id: 'listStatements',
      summary: 'Reservations, declarations, objections and other statements',
      description:
        'Of all kinds and all standings, what was withdrawn included, by State, instrument and kind. An empty list says that nobody said anything only where “meta.coverage” is “whole”. Those of States that have ended are listed where “state” names these.',
      tag: 'statements',
      example: '/v1/statements?instrument=cedaw&article=16&kind=reservation&group=african&limit=2',
      query: statementFilters,
      mayBeMissing: true,
      page: StatementList,
      says: 'Statements',
    },
    (reading, { query }) => statementList(reading, query),
  )

  one(
    app,
    context,
    {
      path: '/statements/:id',
      id: 'getStatement',
      summary: 'One statement',
      description: 'What happened to it by the day asked about, what stands of it, and who objected.',
      tag: 'statements',
      example: '/v1/statements/cedaw-IRL-reservation-1',
      params: z.object({ id: statementId }),
      mayBeMissing: true,
      fields: statementFields,
      name: 'StatementAnswer',
      is: 'One statement',
      meta: StatementMeta,
      says: 'The statement',
    },
    (reading, { params }) => {
      const row = statementAt(reading, params.id)
      return { value: statementShape(reading)(row), meta: statementMetaOf(reading, [row.instrument]) }
    },
  )
}

/** What a list of statements answers. */
export function statementList(reading: Reading, filter: StatementFilter) {
  const shapeOf = statementShape(reading)
  return {
    list: listOf(statementsOn(reading, filter), (part) => part.map(shapeOf)),
    meta: statementMetaOf(reading, instrumentsNamed(reading, filter.instrument)),
  }
}
