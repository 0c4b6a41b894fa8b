import { z } from 'zod'
import { actionFilters, actionsAsked, checkDays } from '../answers/actions.js'
import { openReading } from '../answers/reading.js'
import { stateRefs, termsOf } from '../answers/refs.js'
import { Day } from '../domain/vocabulary.js'
import { answerPage, collection, metaOf, okPage } from '../http/envelope.js'
import { moment, paging, wholeNumber } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { RecordedChange, toChange } from './shapes/import.js'

const ChangeList = collection(RecordedChange, 'ChangeList')

const sinceRevision = wholeNumber('the number of an import, or 0', 0)
  .optional()
  .meta({ description: 'Only what later imports changed: the revision that you have.', examples: [1] })
const since = Day.optional().meta({ description: 'Only what was imported on this day (UTC) or a later one.' })
const until = Day.optional().meta({
  description: 'Only what was imported on this day (UTC) or an earlier one.',
})

export const changeRoutes: Routes = async (app, context) => {
  const { store } = context
  app.get(
    '/changes',
    {
      config: { example: '/v1/changes?state=VUT&action=accession' },
      schema: {
        operationId: 'listChanges',
        summary: 'What each import added, corrected or removed',
        description:
          'Oldest first, by import. A correction shows the action before and after, and is there where either is asked for. To follow the record, read all pages, and later ask with “sinceRevision”: the revision of “meta”.',
        tags: ['actions'],
        querystring: z.strictObject({
          sinceRevision,
          since,
          until,
          ...actionFilters,
          ...moment,
          ...paging,
        }),
        response: { 200: okPage(ChangeList, 'Changes'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const { query } = request
      checkDays(query)
      const reading = openReading(context, query)
      const { choice, instruments } = actionsAsked(reading, query)
      const earlier = query.since === undefined ? 0 : store.imports.lastBefore(query.since)
      const after = Math.max(query.sinceRevision ?? 0, earlier)
      const last = query.until === undefined ? Infinity : store.imports.lastBy(query.until)
      const upTo = Math.min(reading.revision, last)
      const filter = { ...choice, after, upTo, asOf: reading.asOf }
      const [{ refOf }, stateRefOf] = [termsOf(reading), stateRefs(reading)]
      const list = {
        total: store.changes.count(filter),
        rows: (offset: number, limit: number) =>
          store.changes
            .page(filter, { offset, limit })
            .map(({ revision, change }) => ({ revision, ...toChange(change, refOf, stateRefOf) })),
      }
      return answerPage(request, reply, reading, list, metaOf(reading, instruments))
    },
  )
}
