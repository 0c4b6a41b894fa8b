import { z } from 'zod'
import { statesIn } from '../../answers/states.js'
import { DomainError } from '../../domain/errors.js'
import { pageIn } from '../../http/page-places.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { type OpenedPage, openPage } from '../frame/open-page.js'
import { orBlank, pageQuery } from '../frame/query.js'
import { SharePage } from '../parts/share.js'
import { frameSnippet } from './frame-snippet.js'
import { sharedInstrument, sharedState } from './share-content.js'

const Query = z.object({ ...pageQuery, of: orBlank(z.string().max(80).optional()) })

export const sharePageRoutes: Routes = async (app, context) => {
  app.get(
    '/share',
    { config: { namesHost: true, isScripted: true }, schema: { hide: true, querystring: Query } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const { of = `instruments/${page.urged[0]?.code}` } = request.query
      const info = {
        title: page.messages.say('badges-and-cards'),
        description: page.messages.say('share-description'),
        picture: `/og/home.png?asOf=${page.reading.asOf}`,
        json: null,
      }
      const shared = sharedOf(page, of)
      const { html } = frameSnippet(
        page.pageContext.absolute(pageIn(page.messages.lang, `/embed/${of}`)),
        page.messages,
        shared,
      )
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <SharePage
          pageContext={page.pageContext}
          info={info}
          states={statesIn(page.reading, {
            kind: ['member-state', 'observer-state', 'other-state'],
          })}
          instruments={page.reading.instruments}
          of={of}
          card={shared}
          heading={shared.heading}
          frame={html}
        />,
        page.messages,
      )
    },
  )
}

/** The content for the parameter `of`: `states/USA`, `instruments/cedaw`. */
function sharedOf(page: OpenedPage, of: string) {
  const [noun, code = ''] = of.split('/')
  if (noun === 'states') return sharedState(page, code)
  if (noun === 'instruments') return sharedInstrument(page, code)
  const detail = `“${of}” names nothing to share; allowed: states/USA, instruments/cedaw and the like`
  throw new DomainError('invalid-parameter', detail, 'of')
}
