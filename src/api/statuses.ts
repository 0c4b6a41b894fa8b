import { z } from 'zod'
import { type OutstandingFilter, outstandingEntries } from '../answers/outstanding-list.js'
import { instrumentsNamed, openReading, type Reading } from '../answers/reading.js'
import { matrix } from '../answers/statuses.js'
import { urgesAsked } from '../answers/urges.js'
import { answerPage, metaOf, okPage } from '../http/envelope.js'
import { listOf } from '../http/list.js'
import { filters, moment, paging } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { type Status, StatusList } from './shapes/status.js'

const { instrument, state, group, region, kind, status, nextStep, resolution, paragraph, minimum } = filters

export const statusRoutes: Routes = async (app, context) => {
  app.get(
    '/statuses',
    {
      config: { example: '/v1/statuses?state=VUT&paragraph=2' },
      schema: {
        operationId: 'listStatuses',
        summary: 'The matrix: one row a participant and instrument',
        description:
          'With “nextStep” or “minimum”: only outstanding instruments for which that step is left, of States with at least so many.',
        tags: ['statuses'],
        querystring: z.strictObject({
          instrument,
          state,
          group,
          region,
          kind,
          status,
          nextStep,
          resolution,
          paragraph,
          minimum,
          ...moment,
          ...paging,
        }),
        response: { 200: okPage(StatusList, 'Statuses'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const { query } = request
      const reading = openReading(context, query)
      const isUrgeAsked = query.resolution !== undefined || query.paragraph !== undefined
      const urged = new Set(urgesAsked(reading, pickUrge(query)).map((urge) => urge.instrument))
      const instruments = instrumentsNamed(reading, query.instrument).filter(
        ({ code }) => !isUrgeAsked || urged.has(code),
      )
      const rows = matrix(reading, instruments, query).filter(isLeft(reading, query))
      return answerPage(request, reply, reading, listOf(rows), metaOf(reading, instruments))
    },
  )
}

const pickUrge = ({ resolution, paragraph }: OutstandingFilter) => ({ resolution, paragraph })

/** Whether a row is among what is left to do, where that was asked. */
function isLeft(reading: Reading, filter: OutstandingFilter): (row: z.infer<typeof Status>) => boolean {
  if (filter.nextStep === undefined && !filter.minimum) return () => true
  const { entries } = outstandingEntries(reading, filter)
  const left = new Set(
    entries.flatMap((entry) =>
      entry.outstanding.map((item) => `${entry.state.code} ${item.instrument.code}`),
    ),
  )
  return (row) => left.has(`${row.state.code} ${row.instrument.code}`)
}
