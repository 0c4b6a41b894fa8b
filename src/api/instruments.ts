import { z } from 'zod'
import { instrumentAt, openReading, type Reading } from '../answers/reading.js'
import { termsOf } from '../answers/refs.js'
import { matrix } from '../answers/statuses.js'
import { urgesAsked } from '../answers/urges.js'
import type { Instrument as StoredInstrument } from '../db/instruments.js'
import { countsOn } from '../domain/counts.js'
import { grouped } from '../domain/grouped.js'
import { answer, answerPage, collection, metaOf, ok, okPage, single } from '../http/envelope.js'
import { listOf } from '../http/list.js'
import { filters, InstrumentParams, moment, paging } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { Instrument, instrumentFields, toInstrument } from './shapes/instrument.js'
import { StatusList } from './shapes/status.js'

const { status, group, region, kind, resolution, paragraph } = filters

const InstrumentList = collection(Instrument, 'InstrumentList')
const OneInstrument = single(instrumentFields).meta({ id: 'InstrumentAnswer', description: 'One instrument' })

export const instrumentRoutes: Routes = async (app, context) => {
  app.get(
    '/instruments',
    {
      config: { example: '/v1/instruments?paragraph=1' },
      schema: {
        operationId: 'listInstruments',
        summary: 'Every instrument in the record',
        description: 'Each with its counts on the day asked about. One that was adopted later is left out.',
        tags: ['instruments'],
        querystring: z.strictObject({ resolution, paragraph, ...moment, ...paging }),
        response: { 200: okPage(InstrumentList, 'Instruments'), ...problems(400, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const { query } = request
      const reading = openReading(context, query)
      const isAsked = query.resolution !== undefined || query.paragraph !== undefined
      const urged = new Set(urgesAsked(reading, query).map((urge) => urge.instrument))
      const asked = reading.instruments.filter(({ code }) => !isAsked || urged.has(code))
      const list = listOf(asked, (part) => part.map(counting(reading, part)))
      return answerPage(request, reply, reading, list, metaOf(reading, asked))
    },
  )

  app.get(
    '/instruments/:instrument',
    {
      config: { example: '/v1/instruments/trafficking-protocol' },
      schema: {
        operationId: 'getInstrument',
        summary: 'One instrument',
        description:
          'Its counts on the day asked about, its final clauses, preconditions and the depositary’s page.',
        tags: ['instruments'],
        params: InstrumentParams,
        querystring: z.strictObject(moment),
        response: { 200: ok(OneInstrument, 'The instrument'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request) => {
      const reading = openReading(context, request.query)
      const instrument = instrumentAt(reading, request.params.instrument)
      const one = counting(reading, [instrument])(instrument)
      return answer(request, metaOf(reading, [instrument]), one)
    },
  )

  app.get(
    '/instruments/:instrument/statuses',
    {
      config: { example: '/v1/instruments/cedaw/statuses?status=signatory' },
      schema: {
        operationId: 'listInstrumentStatuses',
        summary: 'Every participant’s status to one instrument',
        description:
          'Members of the United Nations on that day, observers and other States, whether they acted or not; everybody else by their actions alone.',
        tags: ['statuses'],
        params: InstrumentParams,
        querystring: z.strictObject({ status, group, region, kind, ...moment, ...paging }),
        response: { 200: okPage(StatusList, 'Statuses'), ...problems(400, 404, 429, 500, 503) },
      },
    },
    (request, reply) => {
      const reading = openReading(context, request.query)
      const instrument = instrumentAt(reading, request.params.instrument)
      const list = listOf(matrix(reading, [instrument], request.query))
      return answerPage(request, reply, reading, list, metaOf(reading, [instrument]))
    },
  )
}

/** Counts the instruments named, from one query however many there are. */
function counting(reading: Reading, instruments: readonly StoredInstrument[]) {
  const codes = instruments.map(({ code }) => code)
  const standings = grouped(
    reading.store.statuses.briefOfInstruments(codes, reading),
    ({ instrument }) => instrument,
  )
  const participants = new Map(reading.store.participants.all().map((one) => [one.code, one]))
  const urges = grouped(urgesAsked(reading, {}), ({ instrument }) => instrument)
  const { refOf } = termsOf(reading)
  return (instrument: StoredInstrument) => {
    const urgedBy = urges.get(instrument.code) ?? []
    const counts = countsOn(
      reading.asOf,
      participants,
      standings.get(instrument.code) ?? [],
      urgedBy.length > 0,
    )
    return toInstrument(instrument, counts, urgedBy, refOf)
  }
}
