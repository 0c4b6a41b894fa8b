import { z } from 'zod'
import { Day } from '../../domain/vocabulary.js'
import { answer, metaOf, ok, single } from '../answer.js'
import { moment } from '../parameters.js'
import { problems } from '../problem.js'
import { openReading } from '../reading.js'
import { toInstrumentRef } from '../shapes/instrument.js'
import type { Routes } from './routes.js'

const Entry = single({
  name: z.string(),
  description: z.string(),
  instruments: z
    .array(z.object({ code: z.string(), shortName: z.string(), asAt: Day.nullable(), href: z.string() }))
    .meta({
      description: 'Every instrument, and the last day for which its record was reconciled',
    }),
  resources: z.record(z.string(), z.string()).meta({ description: 'Where everything is, by name' }),
}).meta({ id: 'Entry', description: 'The entry point' })

const resources = {
  outstanding: '/v1/outstanding',
  states: '/v1/states',
  instruments: '/v1/instruments',
  statuses: '/v1/statuses',
  actions: '/v1/actions',
  changes: '/v1/changes',
  atomFeed: '/v1/feeds/actions.atom',
  jsonFeed: '/v1/feeds/actions.json',
  dataPackage: '/v1/datapackage.json',
  resolutions: '/v1/resolutions',
  imports: '/v1/imports',
  openapi: '/openapi.json',
  documentation: '/docs',
}

export const entryRoutes: Routes = async (app, context) => {
  app.get(
    '/',
    {
      prefixTrailingSlash: 'no-slash',
      config: { example: '/v1' },
      schema: {
        operationId: 'getEntryPoint',
        summary: 'Where everything is, and how far the record goes',
        description:
          'Links to every resource, the newest revision, and each instrument with its “as at” day.',
        tags: ['entry'],
        querystring: z.strictObject(moment),
        response: { 200: ok(Entry, 'The entry point'), ...problems(400, 500, 503) },
      },
    },
    (request, reply) => {
      const links = {
        'api-catalog': '/.well-known/api-catalog',
        'service-desc': '/openapi.json',
        'service-doc': '/docs',
      }
      reply.header(
        'link',
        Object.entries(links)
          .map(([rel, path]) => `<${app.linkTo(path)}>; rel="${rel}"`)
          .join(', '),
      )
      const reading = openReading(context, request.query)
      return answer(request, metaOf(reading), {
        name: 'Treaty ratification status',
        description:
          'Who has, and who has not, joined the instruments that the United Nations urges States to join. Not legal advice; the depositary’s own record prevails.',
        instruments: reading.instruments.map((instrument) => ({
          ...toInstrumentRef(instrument),
          asAt: instrument.asAt,
          href: app.linkTo(`/v1/instruments/${instrument.code}`),
        })),
        resources: Object.fromEntries(
          Object.entries(resources).map(([name, path]) => [name, app.linkTo(path)]),
        ),
      })
    },
  )
}
