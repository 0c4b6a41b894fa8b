import { z } from 'zod'
import { groupAt, groupOnDay } from '../../answers/groups/groups.js'
import { GroupParams } from '../../http/parameters.js'
import type { Routes } from '../../http/routes.js'
import { groupNameIn } from '../../messages/group-names.js'
import { toHtml } from '../frame/document.js'
import { openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { GroupPage } from '../parts/groups/group-page.js'

/** One group: how it stands to each instrument, who is missing, and its members. */
export const groupPageRoutes: Routes = async (app, context) => {
  app.get(
    '/groups/:group',
    {
      config: { namesHost: true },
      schema: { hide: true, params: GroupParams, querystring: z.object(pageQuery) },
    },
    (request, reply) => {
      const { reading, pageContext, messages } = openPage(request, context, request.query)
      const group = groupAt(reading, request.params.group)
      const name = groupNameIn(messages, group).text
      const moment = `asOf=${reading.asOf}&revision=${reading.revision}`
      const info = {
        title: name,
        description: messages.say('group-description', { group: name }),
        picture: `/og/home.png?asOf=${reading.asOf}`,
        json: `/v1/groups/${group.code}?${moment}`,
      }
      const csv = `/v1/groups/${group.code}.csv?${moment}`
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <GroupPage pageContext={pageContext} info={info} csv={csv} {...groupOnDay(reading, group)} />,
        messages,
      )
    },
  )
}
