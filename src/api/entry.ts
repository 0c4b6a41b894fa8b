import { z } from 'zod'
import { openReading } from '../answers/reading.js'
import { Day } from '../domain/vocabulary.js'
import { answer, metaOf, ok, single } from '../http/envelope.js'
import { moment } from '../http/parameters.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'
import { InstrumentRef, toInstrumentRef } from './shapes/instrument.js'

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

const address = z.string().meta({ format: 'uri-reference' })

const Resources = z
  .object(Object.fromEntries(Object.keys(resources).map((name) => [name, address])) as Addresses)
  .meta({ id: 'Resources', description: 'Where everything is, by name' })
type Addresses = Record<keyof typeof resources, typeof address>

const EntryInstrument = z.object({ ...InstrumentRef.shape, asAt: Day.nullable(), href: address }).meta({
  id: 'EntryInstrument',
  description: 'An instrument, and the last day for which its record was reconciled',
})

const Entry = single({
  name: z.string(),
  description: z.string(),
  instruments: z.array(EntryInstrument),
  resources: Resources,
}).meta({ id: 'Entry', description: 'The entry point' })

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
        response: { 200: ok(Entry, 'The entry point'), ...problems(400, 429, 500, 503) },
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
        resources: addresses(app.linkTo),
      })
    },
  )
}

const addresses = (linkTo: (path: string) => string) =>
  Object.fromEntries(Object.entries(resources).map(([name, path]) => [name, linkTo(path)])) as Record<
    keyof typeof resources,
    string
  >
