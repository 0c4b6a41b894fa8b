import { z } from 'zod'
import { nameIn } from '../../answers/names.js'
import { stateAt } from '../../answers/states.js'
import { StateParams } from '../../http/parameters.js'
import type { Routes } from '../../http/routes.js'
import { pageLink } from '../frame/address.js'
import { toHtml } from '../frame/document.js'
import { openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { BriefPage } from '../parts/brief.js'
import { paragraphText } from '../parts/sentence.js'
import { briefOf } from './brief-content.js'
import { briefText } from './brief-text.js'

const config = { namesHost: true }
const schema = { hide: true, params: StateParams, querystring: z.object(pageQuery) }

/** A brief on one State: a sheet of A4, and the same as text for a letter. */
export const briefRoutes: Routes = async (app, context) => {
  app.get('/states/:state/brief', { config, schema }, (request, reply) => {
    const page = openPage(request, context, request.query)
    const { reading, pageContext, messages } = page
    const state = stateAt(reading, request.params.state)
    const brief = briefOf(page, state)
    const name = nameIn(messages.lang, state).text
    const path = `/states/${state.code}`
    const info = {
      title: messages.say('brief-title', { state: name }),
      description: paragraphText(messages, brief.summary),
      picture: `/og/states/${state.code}.png?asOf=${reading.asOf}`,
      json: `/v1/states/${state.code}/statuses?asOf=${reading.asOf}`,
      canonical: path,
      feed: { of: name, filter: `state=${state.code}` },
    }
    const [own, text] = [path, `${path}/brief.txt`].map((to) => pageLink(pageContext.address, to))
    reply.type('text/html; charset=utf-8')
    return toHtml(
      <BriefPage
        pageContext={pageContext}
        info={info}
        brief={brief}
        links={{ page: own ?? path, text: text ?? path }}
      />,
      messages,
    )
  })

  app.get('/states/:state/brief.txt', { config, schema }, (request, reply) => {
    const page = openPage(request, context, request.query)
    reply.type('text/plain; charset=utf-8')
    return briefText(page.messages, briefOf(page, stateAt(page.reading, request.params.state)))
  })
}
