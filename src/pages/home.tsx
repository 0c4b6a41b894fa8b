import { z } from 'zod'
import { latestActions } from '../answers/actions.js'
import { shortNamesOf } from '../answers/instruments.js'
import { progressOf } from '../answers/progress.js'
import { everyone, membersIn } from '../answers/states.js'
import { statusesIn } from '../answers/statuses.js'
import { actorOf } from '../domain/action.js'
import { grouped } from '../domain/grouped.js'
import { isMemberOn } from '../domain/participant.js'
import { actionInWords } from '../domain/wording.js'
import type { Routes } from '../http/routes.js'
import { toHtml } from './frame/document.js'
import { type OpenedPage, openPage } from './frame/open-page.js'
import { pageQuery } from './frame/query.js'
import { recordData } from './linked-data.js'
import { HomePage, type HomeView } from './parts/home.js'

const latestShown = 8

export const homePageRoutes: Routes = async (app, context) => {
  app.get(
    '/',
    { config: { namesHost: true }, schema: { hide: true, querystring: z.object(pageQuery) } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const description =
        'Which States are parties to the instruments against trafficking in persons that General Assembly resolution 63/194 urges them to consider ratifying or acceding to, and what is left to ratify.'
      const info = {
        title: 'Treaty ratification status',
        description,
        picture: `/og/home.png?asOf=${page.reading.asOf}`,
        json: progressAddress(page),
        data: recordData(page, description),
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(<HomePage pageContext={page.pageContext} info={info} {...homeView(page)} />)
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
    latest: latest(page, codes),
  }
}

function latest({ reading }: OpenedPage, instruments: readonly string[]): HomeView['latest'] {
  const names = new Map(everyone(reading).map(({ code, name }) => [code, name]))
  const shortNameOf = shortNamesOf(reading)
  return latestActions(reading, instruments, latestShown).map((action) => ({
    on: action.latest,
    state: action.participant,
    sentence: actionInWords(
      action,
      names.get(actorOf(action)) ?? action.participant,
      shortNameOf(action.instrument),
    ),
  }))
}
