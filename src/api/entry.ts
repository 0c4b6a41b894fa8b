import { z } from 'zod'
import { Day } from '../domain/vocabulary.js'
import { one, type Routes } from './route.js'
import { InstrumentRef, toInstrumentRef } from './shapes/instrument.js'

const resources = {
  outstanding: '/v1/outstanding',
  states: '/v1/states',
  groups: '/v1/groups',
  instruments: '/v1/instruments',
  statuses: '/v1/statuses',
  statements: '/v1/statements',
  territories: '/v1/territories',
  actions: '/v1/actions',
  changes: '/v1/changes',
  statementChanges: '/v1/changes/statements',
  atomFeed: '/v1/feeds/actions.atom',
  jsonFeed: '/v1/feeds/actions.json',
  statementsAtomFeed: '/v1/feeds/statements.atom',
  statementsJsonFeed: '/v1/feeds/statements.json',
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

const entryFields = {
  name: z.string(),
  description: z.string(),
  instruments: z.array(EntryInstrument),
  resources: Resources,
}

/** Link relations from the entry point to its descriptions (RFC 8631). */
const described = {
  'api-catalog': '/.well-known/api-catalog',
  'service-desc': '/openapi.json',
  'service-doc': '/docs',
}

export const entryRoutes: Routes = async (app, context) => {
  const { linkTo } = app
  one(
    app,
    context,
    {
      path: '/',
      id: 'getEntryPoint',
      summary: 'Where everything is, and how far the record goes',
      description: 'Links to every resource, the newest revision, and each instrument with its “as at” day.',
      tag: 'entry',
      example: '/v1',
      fields: entryFields,
      name: 'Entry',
      is: 'The entry point',
      says: 'The entry point',
    },
    (reading, { reply }) => {
      const links = Object.entries(described).map(([rel, path]) => `<${linkTo(path)}>; rel="${rel}"`)
      reply.header('link', links.join(', '))
      const instruments = reading.instruments.map((instrument) => ({
        ...toInstrumentRef(instrument),
        asAt: instrument.asAt,
        href: linkTo(`/v1/instruments/${instrument.code}`),
      }))
      return {
        value: {
          name: 'Treaty ratification status',
          description:
            'Who is, and who is not, a party to the instruments that the General Assembly urges Member States to consider ratifying or acceding to. Not legal advice; the depositary’s own record prevails.',
          instruments,
          resources: addresses(linkTo),
        },
      }
    },
  )
}

const addresses = (linkTo: (path: string) => string) =>
  Object.fromEntries(Object.entries(resources).map(([name, path]) => [name, linkTo(path)])) as Record<
    keyof typeof resources,
    string
  >
