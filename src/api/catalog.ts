import { z } from 'zod'
import { absolute } from '../http/links.js'
import { problems } from '../http/problems.js'
import type { Routes } from './route.js'

const Target = z
  .object({ href: z.string().meta({ format: 'uri' }), type: z.string() })
  .meta({ id: 'LinkTarget', description: 'Where a link leads, and the media type that is there' })

const LinkContext = z
  .object({
    anchor: z.string().meta({ format: 'uri', description: 'The API' }),
    'service-desc': z.array(Target).meta({ description: 'Its description, for machines' }),
    'service-doc': z.array(Target).meta({ description: 'Its documentation, for people' }),
    status: z.array(Target).meta({ description: 'Whether it can answer' }),
  })
  .meta({ id: 'LinkContext', description: 'An API, and the links about it' })

const ApiCatalog = z
  .object({
    linkset: z.array(LinkContext),
  })
  .meta({ id: 'ApiCatalog', description: 'A linkset (RFC 9264) of the APIs at this host' })

const address = '/.well-known/api-catalog'
const linkset = 'application/linkset+json'
const profile = 'https://www.rfc-editor.org/info/rfc9727'

/** Lets clients find the API from the host name alone (RFC 9727). */
export const catalogRoutes: Routes = async (app) => {
  app.get(
    address,
    {
      config: { example: address },
      schema: {
        operationId: 'getApiCatalog',
        summary: 'The APIs at this host',
        description: 'An API catalog (RFC 9727): where the API, its description and its documentation are.',
        tags: ['entry'],
        querystring: z.strictObject({}),
        response: {
          200: { description: 'The catalog', content: { [linkset]: { schema: ApiCatalog } } },
          ...problems(400, 429, 500),
        },
      },
    },
    (request, reply) => {
      const at = (path: string, type: string) => [{ href: absolute(request, path), type }]
      reply.type(`${linkset}; profile="${profile}"`)
      reply.headers({
        'cache-control': 'public, max-age=3600',
        link: `<${absolute(request, address)}>; rel="api-catalog"`,
      })
      return {
        linkset: [
          {
            anchor: absolute(request, '/v1'),
            'service-desc': [
              ...at('/openapi.json', 'application/json'),
              ...at('/openapi-3.0.json', 'application/json'),
            ],
            'service-doc': at('/docs', 'text/html'),
            status: at('/readyz', 'application/json'),
          },
        ],
      }
    },
  )
}
