import { z } from 'zod'
import { latestActions } from '../answers/actions.js'
import { shortNamesOf } from '../answers/instruments.js'
import { progressOf } from '../answers/progress.js'
import { urgesEver } from '../answers/resolutions.js'
import { membersIn, namesOf } from '../answers/states.js'
import { statusesIn } from '../answers/statuses.js'
import { actorOf } from '../domain/action.js'
import { grouped } from '../domain/grouped.js'
import { isMemberOn } from '../domain/participant.js'
import type { Routes } from '../http/routes.js'
import { actionIn } from '../messages/sentences.js'
import { toHtml } from './frame/document.js'
import { type OpenedPage, openPage } from './frame/open-page.js'
import { pageQuery } from './frame/query.js'
import { recordData } from './linked-data.js'
import { HomePage, type HomeView } from './parts/home.js'

const latestShown = 8

export const homePageRoutes: Routes = async (app, context) => {
  app.get(
    '/',
    {
      config: { namesHost: true, negotiatesLanguage: app.prefix === '' },
      schema: { hide: true, querystring: z.object(pageQuery) },
    },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const { messages, resolution } = page
      const description = messages.say('home-description', {
        symbol: resolution.symbol.replace('A/RES/', ''),
      })
      const info = {
        title: messages.say('site-name'),
        description,
        picture: `/og/home.png?asOf=${page.reading.asOf}`,
        json: progressAddress(page),
        data: recordData(page, description),
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(<HomePage pageContext={page.pageContext} info={info} {...homeView(page)} />, messages)
    },
  )
}

/** The same answer from the API, which has none before the resolution. */
const progressAddress = ({
  resolution: { code, adoptedOn },
  reading: { asOf },
}: OpenedPage): string | null => (asOf < adoptedOn ? null : `/v1/resolutions/${code}/progress?asOf=${asOf}`)

function homeView(page: OpenedPage): HomeView {
  const { reading, urged, resolution } = page
  const codes = urged.map(({ code }) => code)
  const kind = ['member-state', 'observer-state', 'other-state'] as const
  const statuses = grouped(statusesIn(reading, urged, { kind }), ({ state }) => state)
  return {
    progress: progressOf(reading, urged, resolution.adoptedOn),
    tallies: [...statuses].map(([participant, rows]) => ({
      participant,
      joined: rows.filter(({ status }) => status === 'party').length,
      isMember: isMemberOn(reading.asOf, participant),
    })),
    members: membersIn(reading).length,
    urged: new Set(urgesEver(reading, { resolution: [resolution.code] }).map((one) => one.instrument)).size,
    latest: latest(page, codes),
  }
}

function latest({ reading, messages }: OpenedPage, instruments: readonly string[]): HomeView['latest'] {
  const nameOf = namesOf(reading)
  const shortNameOf = shortNamesOf(reading)
  return latestActions(reading, instruments, latestShown).map((action) => ({
    on: action.latest,
    state: action.participant,
    sentence: actionIn(messages, action, nameOf(actorOf(action)).text, shortNameOf(action.instrument)),
  }))
}
