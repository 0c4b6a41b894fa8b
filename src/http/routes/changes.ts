import { z } from 'zod'
import { Day } from '../../domain/vocabulary.js'
import { answerPage, collection, metaOf, ok } from '../answer.js'
import { filters, moment, paging, wholeNumber } from '../parameters.js'
import { participantsAsked } from '../participants-asked.js'
import { problems } from '../problem.js'
import { instrumentsNamed, openReading } from '../reading.js'
import { RecordedChange, toChange } from '../shapes/import.js'
import { stateRefs, termsOf } from '../terms.js'
import type { Routes } from './routes.js'

const { state, instrument, action, group, region, kind } = filters

const ChangeList = collection(RecordedChange, 'ChangeList')

const sinceRevision = wholeNumber('the number of an import, or 0', 0)
  .optional()
  .meta({ description: 'Only what later imports changed: the revision that you have.', examples: [1] })
const since = Day.optional().meta({ description: 'Only what was imported on this day (UTC) or a later one.' })

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
          'Oldest first, by import. A correction shows the action before and after. To follow the record, read all pages, and later ask with “sinceRevision”: the revision of “meta”.',
        tags: ['actions'],
        querystring: z.strictObject({
          sinceRevision,
          since,
          state,
          instrument,
          action,
          group,
          region,
          kind,
          ...moment,
          ...paging,
        }),
        response: { 200: ok(ChangeList, 'Changes'), ...problems(400, 404, 500, 503) },
      },
    },
    (request, reply) => {
      const { query } = request
      const reading = openReading(context, query)
      const instruments = instrumentsNamed(reading, query.instrument)
      const restricts = [query.state, query.group, query.region, query.kind].some((one) => one !== undefined)
      const ofDay = query.since === undefined ? 1 : (store.imports.firstSince(query.since) ?? Infinity)
      const filter = {
        from: Math.min(Math.max((query.sinceRevision ?? 0) + 1, ofDay), reading.revision + 1),
        to: reading.revision,
        asOf: reading.asOf,
        participants: restricts ? participantsAsked(reading, query).map(({ code }) => code) : undefined,
        instruments: query.instrument && instruments.map(({ code }) => code),
        actions: query.action,
      }
      const [{ refOf }, refs] = [termsOf(reading), stateRefs(reading)]
      const changes = store.changes.page(filter, { offset: reading.offset, limit: query.limit })
      const data = changes.map((one) => ({ revision: one.revision, ...toChange(one, refOf, refs) }))
      const page = { data, total: store.changes.count(filter) }
      return answerPage(request, reply, reading, page, metaOf(reading, instruments))
    },
  )
}
