import { z } from 'zod'
import { groupsIn, partiesIn } from '../../answers/groups/groups.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { GroupsPage } from '../parts/groups/groups-page.js'

/** Every group, with how many of its States are parties to each instrument. */
export const groupsPageRoutes: Routes = async (app, context) => {
  app.get(
    '/groups',
    { config: { namesHost: true }, schema: { hide: true, querystring: z.object(pageQuery) } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const { reading, urged, messages } = page
      const groups = groupsIn(reading, {})
      const shareOf = partiesIn(
        reading,
        groups.map(({ group }) => group),
        urged,
      )
      const moment = `asOf=${reading.asOf}&revision=${reading.revision}`
      const info = {
        title: messages.say('groups-title'),
        description: messages.say('groups-description'),
        picture: `/og/home.png?asOf=${reading.asOf}`,
        json: `/v1/groups?${moment}`,
      }
      const csv = `/v1/groups.csv?${moment}`
      const view = { groups, instruments: urged, shareOf, csv }
      reply.type('text/html; charset=utf-8')
      return toHtml(<GroupsPage pageContext={page.pageContext} info={info} {...view} />, messages)
    },
  )
}
