import { instrumentsNamed } from '../answers/instruments.js'
import { leftFor } from '../answers/outstanding.js'
import { stateAt, statesIn } from '../answers/states.js'
import { statusesOf } from '../answers/statuses.js'
import { collection } from '../http/envelope.js'
import { listOf } from '../http/lists/list.js'
import { filters, StateParams } from '../http/parameters.js'
import { statementFilters } from '../http/statement-parameters.js'
import { list, one, type Routes } from './route.js'
import { outstandingFields, outstandingTable, toOutstanding } from './shapes/outstanding.js'
import { State, stateFields, toState } from './shapes/participant.js'
import { StatementList } from './shapes/statement.js'
import { StatusList, statusList } from './shapes/status.js'
import { statementList } from './statements.js'

const { kind, group, region, q, instrument, status } = filters
const { state: _state, group: _group, region: _region, ...ofState } = statementFilters

export const stateRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/states',
      id: 'listStates',
      summary: 'Every State and other participant',
      description:
        'In the order of their names, or with “q” best first: code, whole name, beginning, words, part. Each as it was on the day asked about. A former State shows only for days before its end.',
      tag: 'states',
      example: '/v1/states?region=053',
      query: { kind, group, region, q },
      page: collection(State, 'StateList'),
      says: 'Participants',
    },
    (reading, { query }) => ({
      list: listOf(statesIn(reading, query), (part) => part.map((state) => toState(state, reading.asOf))),
    }),
  )

  one(
    app,
    context,
    {
      path: '/states/:state',
      id: 'getState',
      summary: 'One State or other participant',
      description:
        'Its names in the six official languages, its codes, regional group, region and membership.',
      tag: 'states',
      example: '/v1/states/CIV',
      params: StateParams,
      mayBeMissing: true,
      fields: stateFields,
      name: 'StateAnswer',
      is: 'One participant',
      says: 'The participant',
    },
    (reading, { params }) => ({ value: toState(stateAt(reading, params.state), reading.asOf) }),
  )

  list(
    app,
    context,
    {
      path: '/states/:state/statuses',
      id: 'listStateStatuses',
      summary: 'One State’s status to every instrument',
      description:
        'An organization, a territory, a former State or a State not yet admitted to the United Nations shows only the instruments it acted on: of others the record does not claim to know.',
      tag: 'statuses',
      example: '/v1/states/KHM/statuses?instrument=cedaw',
      params: StateParams,
      query: { instrument, status },
      mayBeMissing: true,
      page: StatusList,
      says: 'Statuses',
    },
    (reading, { query, params }) => {
      const state = stateAt(reading, params.state)
      const instruments = instrumentsNamed(reading, query.instrument)
      const rows = statusesOf(reading, state, instruments, query)
      return { list: statusList(reading, rows), instruments }
    },
  )

  list(
    app,
    context,
    {
      path: '/states/:state/statements',
      id: 'listStateStatements',
      summary: 'What one State has reserved, declared and objected to',
      description:
        'By instrument and kind, what was withdrawn included. A former State shows what it made; the State in its place, what it maintains. An empty list says that it made none only where “meta.coverage” is “whole”.',
      tag: 'statements',
      example: '/v1/states/IRL/statements?instrument=cedaw&kind=reservation',
      params: StateParams,
      query: ofState,
      mayBeMissing: true,
      page: StatementList,
      says: 'Statements',
    },
    (reading, { query, params }) =>
      statementList(reading, { ...query, state: [stateAt(reading, params.state).code] }),
  )

  one(
    app,
    context,
    {
      path: '/states/:state/outstanding',
      id: 'listStateOutstanding',
      summary: 'What one State still has to ratify',
      description:
        'Every instrument that a resolution urges it to consider ratifying or acceding to, and to which it is not a party, with the next step and whether its preconditions are met. Empty where nothing is outstanding.',
      tag: 'outstanding',
      example: '/v1/states/USA/outstanding',
      params: StateParams,
      mayBeMissing: true,
      fields: outstandingFields,
      name: 'StateOutstanding',
      is: 'What one State still has to ratify',
      says: 'What is outstanding',
      table: outstandingTable,
    },
    (reading, { params }) => {
      const { instruments, ...row } = leftFor(reading, stateAt(reading, params.state))
      return { value: toOutstanding(reading, row), instruments }
    },
  )
}
