import { z } from 'zod'
import { groundOfAll, stateOutstanding } from '../answers/outstanding.js'
import { instrumentsNamed, openReading } from '../answers/reading.js'
import { participantsAsked } from '../answers/states.js'
import { required } from '../domain/errors.js'
import { isExpectedOn } from '../domain/participant.js'
import { answer, answerPage, collection, metaOf, ok, okPage, single } from '../http/envelope.js'
import { listOf } from '../http/list.js'
import { filters, moment, paging, StateParams } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { toInstrumentRef } from './shapes/instrument.js'
import { outstandingFields } from './shapes/outstanding.js'
import { State, stateFields, toState, toStateRef } from './shapes/participant.js'
import { StatusList, toStatus } from './shapes/status.js'

const { kind, group, region, q, instrument, status } = filters

const StateList = collection(State, 'StateList')
const OneState = single(stateFields).meta({ id: 'StateAnswer', description: 'One participant' })
const StateOutstanding = single(outstandingFields).meta({
  id: 'StateOutstanding',
  description: 'What one State still has to ratify',
})

export const stateRoutes: Routes = async (app, context) => {
  const { store } = context
  const stateAt = (code: string) => required(store.participants.byCode(code), `The State “${code}”`)

  app.get(
    '/states',
    {
      config: { example: '/v1/states?region=053' },
      schema: {
        operationId: 'listStates',
        summary: 'Every State and other participant',
        description:
          'In the order of their English names, each as it was on the day asked about. A former State shows only for days before its end.',
        tags: ['states'],
        querystring: z.strictObject({ kind, group, region, q, ...moment, ...paging }),
        response: { 200: okPage(StateList, 'Participants'), ...problems(400, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const reading = openReading(context, request.query)
      const states = participantsAsked(reading, request.query)
      const list = listOf(states, (part) => part.map((state) => toState(state, reading.asOf)))
      return answerPage(request, reply, reading, list)
    },
  )

  app.get(
    '/states/:state',
    {
      config: { example: '/v1/states/CIV' },
      schema: {
        operationId: 'getState',
        summary: 'One State or other participant',
        description:
          'Its names in the six official languages, its codes, regional group, region and membership.',
        tags: ['states'],
        params: StateParams,
        querystring: z.strictObject(moment),
        response: { 200: ok(OneState, 'The participant'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request) => {
      const state = stateAt(request.params.state)
      const reading = openReading(context, request.query)
      return answer(request, metaOf(reading), toState(state, reading.asOf))
    },
  )

  app.get(
    '/states/:state/statuses',
    {
      config: { example: '/v1/states/KHM/statuses?instrument=cedaw' },
      schema: {
        operationId: 'listStateStatuses',
        summary: 'One State’s status to every instrument',
        description:
          'An organization, a territory, a former State or a State not yet admitted to the United Nations shows only the instruments it acted on: of others the record does not claim to know.',
        tags: ['statuses'],
        params: StateParams,
        querystring: z.strictObject({ instrument, status, ...moment, ...paging }),
        response: { 200: okPage(StatusList, 'Statuses'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const state = stateAt(request.params.state)
      const reading = openReading(context, request.query)
      const instruments = instrumentsNamed(reading, request.query.instrument)
      const standings = new Map(
        store.statuses.ofParticipant(state.code, reading).map((one) => [one.instrument, one]),
      )
      const ref = toStateRef(state, reading.asOf)
      const rows = instruments
        .filter(({ code }) => isExpectedOn(reading.asOf, state) || standings.has(code))
        .map((one) => toStatus(ref, toInstrumentRef(one), standings.get(one.code)))
        .filter((row) => !request.query.status || request.query.status.includes(row.status))
      return answerPage(request, reply, reading, listOf(rows), metaOf(reading, instruments))
    },
  )

  app.get(
    '/states/:state/outstanding',
    {
      config: { example: '/v1/states/USA/outstanding' },
      schema: {
        operationId: 'listStateOutstanding',
        summary: 'What one State still has to ratify',
        description:
          'Every instrument that a resolution urges it to join and to which it is not a party, with the next step and whether its preconditions are met. Empty where nothing is outstanding.',
        tags: ['outstanding'],
        params: StateParams,
        querystring: z.strictObject(moment),
        response: { 200: ok(StateOutstanding, 'What is outstanding'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request) => {
      const state = stateAt(request.params.state)
      const reading = openReading(context, request.query)
      return answer(
        request,
        metaOf(reading, groundOfAll(reading).instruments),
        stateOutstanding(reading, state),
      )
    },
  )
}
