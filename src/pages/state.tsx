import { z } from 'zod'
import { nameIn } from '../answers/names.js'
import { stateAt } from '../answers/states.js'
import { pageIn } from '../http/page-places.js'
import { filters, StateParams } from '../http/parameters.js'
import type { Routes } from '../http/routes.js'
import { toHtml } from './frame/document.js'
import { openPage } from './frame/open-page.js'
import { orBlank, pageQuery } from './frame/query.js'
import { stateData } from './linked-data.js'
import { StatePage } from './parts/state/state.js'
import { summaryOf } from './parts/state/summary.js'
import { stateView } from './state-view.js'

const Query = z.object({ ...pageQuery, group: orBlank(filters.group) })

export const statePageRoutes: Routes = async (app, context) => {
  app.get(
    '/states/:state',
    {
      config: { namesHost: true },
      schema: { hide: true, params: StateParams, querystring: Query },
    },
    (request, reply) => {
      const { state: code } = request.params
      const page = openPage(request, context, request.query)
      const { messages } = page
      const state = stateAt(page.reading, code)
      const { text: name, lang } = nameIn(messages.lang, state)
      const share = pageIn(messages.lang, `/share?of=states/${code}`)
      const view = stateView(page, state, share, request.query.group)
      const description = summaryOf(messages, view)
      const instruments = view.rows.map(({ instrument }) => instrument)
      const info = {
        title: name,
        description,
        picture: `/og/states/${code}.png?asOf=${page.reading.asOf}`,
        json: `/v1/states/${code}/statuses?asOf=${page.reading.asOf}`,
        data: stateData(page, state, view.kind, instruments, description),
        feed: { of: name, filter: `state=${code}`, isEnglish: lang === 'en' },
        hasCard: true,
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(<StatePage pageContext={page.pageContext} info={info} {...view} />, messages)
    },
  )
}
