import { z } from 'zod'
import { openReading, type Reading } from '../answers/reading.js'
import { termsOf } from '../answers/refs.js'
import { instrumentsUrged, urgesAsked } from '../answers/urges.js'
import type { Resolution as StoredResolution } from '../db/resolutions.js'
import { DomainError, required } from '../domain/errors.js'
import { groupsOverall, progress } from '../domain/progress.js'
import { answer, answerPage, collection, metaOf, ok, okPage, single } from '../http/envelope.js'
import { listOf } from '../http/list.js'
import { moment, paging, ResolutionParams } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { InstrumentProgress, OverallRank, toInstrumentProgress, toOverallRank } from './shapes/progress.js'
import { Resolution, ResolutionRef, resolutionFields, toResolution } from './shapes/resolution.js'

const ResolutionList = collection(Resolution, 'ResolutionList')
const OneResolution = single(resolutionFields).meta({ id: 'ResolutionAnswer', description: 'One resolution' })
const Progress = single({
  resolution: ResolutionRef,
  ranking: z.array(OverallRank),
  instruments: z.array(InstrumentProgress),
}).meta({
  id: 'Progress',
  description: 'How far a resolution has been followed',
})

export const resolutionRoutes: Routes = async (app, context) => {
  const { store } = context

  app.get(
    '/resolutions',
    {
      config: { example: '/v1/resolutions' },
      schema: {
        operationId: 'listResolutions',
        summary: 'The resolutions, and what each paragraph urges',
        description:
          'Those adopted by the day asked about, oldest first. Paragraphs are given in our own words.',
        tags: ['resolutions'],
        querystring: z.strictObject({ ...moment, ...paging }),
        response: { 200: okPage(ResolutionList, 'Resolutions'), ...problems(400, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const reading = openReading(context, request.query)
      const adopted = store.resolutions.all().filter(({ adoptedOn }) => adoptedOn <= reading.asOf)
      const { refOf } = termsOf(reading)
      const urges = urgesAsked(reading, {})
      const list = listOf(adopted, (part) => part.map((resolution) => toResolution(resolution, urges, refOf)))
      return answerPage(request, reply, reading, list)
    },
  )

  app.get(
    '/resolutions/:resolution',
    {
      config: { example: '/v1/resolutions/a-res-63-194' },
      schema: {
        operationId: 'getResolution',
        summary: 'One resolution, and what each paragraph urges',
        description: 'With its symbol, the day it was adopted and a link to its text.',
        tags: ['resolutions'],
        params: ResolutionParams,
        querystring: z.strictObject(moment),
        response: { 200: ok(OneResolution, 'The resolution'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request) => {
      const reading = openReading(context, request.query)
      const resolution = resolutionAt(reading, request.params.resolution)
      return answer(
        request,
        metaOf(reading),
        toResolution(resolution, urgesAsked(reading, {}), termsOf(reading).refOf),
      )
    },
  )

  app.get(
    '/resolutions/:resolution/progress',
    {
      config: { example: '/v1/resolutions/a-res-63-194/progress' },
      schema: {
        operationId: 'getResolutionProgress',
        summary: 'How far a resolution has been followed',
        description:
          'For each instrument it urges: parties at its adoption, at the end of every year since and on the day asked about, with the share of Members, by regional group, and how many are left; who joined since, with their place in the order of joining; and the regional groups ranked.',
        tags: ['resolutions'],
        params: ResolutionParams,
        querystring: z.strictObject(moment),
        response: { 200: ok(Progress, 'Progress'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request) => {
      const reading = openReading(context, request.query)
      const resolution = resolutionAt(reading, request.params.resolution)
      const urges = urgesAsked(reading, { resolution: [resolution.code] })
      const urged = instrumentsUrged(reading, urges)
      const participants = store.participants.all().map((one) => ({ ...one, group: one.regionalGroup }))
      const periods = store.statuses.periods(
        urged.map(({ code }) => code),
        reading,
      )
      const made = urged.map((instrument) => {
        const own = periods.filter((period) => period.instrument === instrument.code)
        return { instrument, progress: progress(resolution.adoptedOn, reading.asOf, participants, own) }
      })
      const { code, symbol, adoptedOn } = resolution
      return answer(request, metaOf(reading, urged), {
        resolution: { code, symbol, adoptedOn },
        ranking: groupsOverall(made.map(({ progress: { now } }) => now)).map(toOverallRank),
        instruments: made.map((one) =>
          toInstrumentProgress(one.instrument, one.progress, participants, reading.asOf),
        ),
      })
    },
  )
}

/** @throws DomainError `not-found`, or `not-yet-adopted` where it was adopted after the day of the reading */
function resolutionAt({ store, asOf }: Reading, code: string): StoredResolution {
  const found = store.resolutions.all().find((resolution) => resolution.code === code)
  const resolution = required(found, `The resolution “${code}”`)
  if (resolution.adoptedOn <= asOf) return resolution
  const detail = `${resolution.symbol} did not exist on ${asOf}: it was adopted on ${resolution.adoptedOn}`
  throw new DomainError('not-yet-adopted', detail)
}
