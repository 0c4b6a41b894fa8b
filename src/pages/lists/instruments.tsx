import { z } from 'zod'
import { countedInstruments } from '../../answers/instruments.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { apiLink } from '../frame/links/api-link.js'
import { openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { InstrumentsPage } from '../parts/lists/instruments.js'
import { canonicalOf, numbered, pageNumber } from './numbered.js'

const perPage = 100

/** Every instrument in the record on the day of the page, those first that the resolution names. */
export const instrumentsPageRoutes: Routes = async (app, context) => {
  app.get(
    '/instruments',
    {
      config: { namesHost: true },
      schema: { hide: true, querystring: z.object({ ...pageQuery, page: pageNumber }) },
    },
    (request, reply) => {
      const { reading, pageContext, urged, resolution, messages } = openPage(request, context, request.query)
      const all = [...urged, ...reading.instruments.filter((one) => !urged.includes(one))]
      const part = numbered(all.length, request.query.page, perPage)
      const at = new URLSearchParams({ asOf: reading.asOf, revision: String(reading.revision) })
      const info = {
        title: messages.say('instruments'),
        description: messages.say('instruments-description', { symbol: resolution.symbol }),
        picture: `/og/home.png?asOf=${reading.asOf}`,
        json: `/v1/instruments?${at}`,
        canonical: canonicalOf('/instruments', part.page),
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <InstrumentsPage
          pageContext={pageContext}
          info={info}
          total={all.length}
          part={part}
          shown={countedInstruments(reading, all.slice(part.offset, part.offset + part.limit))}
          urged={urged}
          csv={apiLink(messages.lang, `/v1/instruments.csv?${at}`)}
        />,
        messages,
      )
    },
  )
}
