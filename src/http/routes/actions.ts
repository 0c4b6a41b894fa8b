import { z } from 'zod'
import { DomainError } from '../../domain/errors.js'
import { Day } from '../../domain/vocabulary.js'
import { answerPage, collection, metaOf, ok } from '../answer.js'
import { filters, moment, paging } from '../parameters.js'
import { participantsAsked } from '../participants-asked.js'
import { problems } from '../problem.js'
import { instrumentsNamed, openReading } from '../reading.js'
import { TreatyAction, toTreatyAction } from '../shapes/action.js'
import { stateRefs, termsOf } from '../terms.js'
import type { Routes } from './routes.js'

const { state, instrument, action, group, region, kind } = filters

const ActionList = collection(TreatyAction, 'ActionList')

const since = Day.optional().meta({ description: 'Only actions that count from this day or a later one.' })
const until = Day.optional().meta({ description: 'Only actions that count from this day or an earlier one.' })

export const actionRoutes: Routes = async (app, context) => {
  const { store } = context
  app.get(
    '/actions',
    {
      config: { example: '/v1/actions?instrument=trafficking-protocol&since=2023-01-01' },
      schema: {
        operationId: 'listActions',
        summary: 'Treaty actions in order of date',
        description:
          'Oldest first, by the day each counts from: the day itself, or the last day it may have been where only bounds are known.',
        tags: ['actions'],
        querystring: z.strictObject({
          since,
          until,
          state,
          instrument,
          action,
          group,
          region,
          kind,
          ...moment,
          ...paging,
        }),
        response: { 200: ok(ActionList, 'Actions'), ...problems(400, 404, 500, 503) },
      },
    },
    (request, reply) => {
      const { query } = request
      if (query.since !== undefined && query.until !== undefined && query.since > query.until)
        throw new DomainError(
          'invalid-parameter',
          `“${query.until}” lies before “since”, ${query.since}`,
          'until',
        )
      const reading = openReading(context, query)
      const instruments = instrumentsNamed(reading, query.instrument)
      const restricts = [query.state, query.group, query.region, query.kind].some((one) => one !== undefined)
      const asked = restricts ? participantsAsked(reading, query).map(({ code }) => code) : undefined
      const filter = {
        since: query.since,
        until: query.until,
        participants: asked,
        instruments: query.instrument && instruments.map(({ code }) => code),
        actions: query.action,
      }
      const [{ refOf }, stateRefOf] = [termsOf(reading), stateRefs(reading)]
      const data = store.actions
        .page(filter, reading, { offset: reading.offset, limit: query.limit })
        .map((one) => toTreatyAction(one, stateRefOf(one.participant), refOf(one.instrument)))
      const page = { data, total: store.actions.count(filter, reading) }
      return answerPage(request, reply, reading, page, metaOf(reading, instruments))
    },
  )
}
