import { z } from 'zod'
import { actionFilters, actionsAsked, checkDays } from '../answers/actions.js'
import { openReading } from '../answers/reading.js'
import { stateRefs, termsOf } from '../answers/refs.js'
import { Day } from '../domain/vocabulary.js'
import { answerPage, collection, metaOf, okPage } from '../http/envelope.js'
import { moment, paging } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { TreatyAction, toTreatyAction } from './shapes/action.js'

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
          ...actionFilters,
          ...moment,
          ...paging,
        }),
        response: { 200: okPage(ActionList, 'Actions'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const { query } = request
      checkDays(query)
      const reading = openReading(context, query)
      const { choice, instruments } = actionsAsked(reading, query)
      const filter = { ...choice, since: query.since, until: query.until }
      const [{ refOf }, stateRefOf] = [termsOf(reading), stateRefs(reading)]
      const list = {
        total: store.actions.count(filter, reading),
        rows: (offset: number, limit: number) =>
          store.actions
            .page(filter, reading, { offset, limit })
            .map((one) => toTreatyAction(one, stateRefOf(one.participant), refOf(one.instrument))),
      }
      return answerPage(request, reply, reading, list, metaOf(reading, instruments))
    },
  )
}
