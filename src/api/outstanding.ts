import { z } from 'zod'
import { outstandingEntries } from '../answers/outstanding-list.js'
import { openReading } from '../answers/reading.js'
import { defaultResolution } from '../answers/urges.js'
import { oneOf } from '../domain/vocabulary.js'
import { answerPage, collection, metaOf, okPage } from '../http/envelope.js'
import { listOf } from '../http/list.js'
import { filters, flag, moment, paging } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { OutstandingEntry } from './shapes/outstanding.js'

const { instrument, group, region, kind, status, nextStep, resolution, paragraph, minimum } = filters

const OutstandingList = collection(OutstandingEntry, 'OutstandingList')

const sorts = ['name', '-count'] as const

const Query = z.strictObject({
  instrument,
  group,
  region,
  kind,
  status,
  nextStep,
  resolution,
  paragraph,
  minimum,
  complete: flag('Whether States with nothing outstanding are listed as well.'),
  sort: oneOf(sorts)
    .default('name')
    .meta({ description: 'By name, or by how many instruments are outstanding, most first.' }),
  ...moment,
  ...paging,
})

export const outstandingRoutes: Routes = async (app, context) => {
  app.get(
    '/outstanding',
    {
      config: { example: '/v1/outstanding?minimum=3' },
      schema: {
        operationId: 'listOutstanding',
        summary: 'Every State’s outstanding ratifications',
        description:
          'One entry a State. By default: Member States, under A/RES/63/194. “instrument”, “resolution” and “paragraph” say what is counted; “status” and “nextStep” which of the outstanding instruments are listed.',
        tags: ['outstanding'],
        querystring: Query,
        response: {
          200: okPage(OutstandingList, 'Outstanding ratifications'),
          ...problems(400, 404, 429, 500, 503),
        },
      },
    },
    (request, reply) => {
      const { query } = request
      const reading = openReading(context, query)
      const { entries, urged } = outstandingEntries(reading, {
        ...query,
        kind: query.kind ?? ['member-state'],
        resolution: query.resolution ?? [defaultResolution],
      })
      return answerPage(request, reply, reading, listOf(entries), metaOf(reading, urged))
    },
  )
}
