import { z } from 'zod'
import { leftForEach } from '../../answers/outstanding.js'
import { everyone } from '../../answers/states.js'
import { statusesIn } from '../../answers/statuses.js'
import type { Instrument } from '../../db/instruments.js'
import { grouped } from '../../domain/grouped.js'
import { existsOn, kindOn } from '../../domain/participant.js'
import { type ParticipantKind, participantKinds } from '../../domain/vocabulary.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { apiLink } from '../frame/links/api-link.js'
import { type OpenedPage, openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { type ListedState, StatesPage } from '../parts/lists/states.js'

/** Every participant by its kind, with what each has outstanding. */
export const statesPageRoutes: Routes = async (app, context) => {
  app.get(
    '/states',
    { config: { namesHost: true }, schema: { hide: true, querystring: z.object(pageQuery) } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const { asOf, revision } = page.reading
      const { say, lang } = page.messages
      const at = new URLSearchParams({ asOf, revision: String(revision) })
      const info = {
        title: say('states'),
        description: say('states-description', { symbol: page.resolution.symbol }),
        picture: `/og/home.png?asOf=${asOf}`,
        json: `/v1/states?${at}`,
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <StatesPage
          pageContext={page.pageContext}
          info={info}
          urged={page.urged}
          byKind={statesByKind(page)}
          csv={apiLink(lang, `/v1/outstanding.csv?complete=true&${at}`)}
        />,
        page.messages,
      )
    },
  )
}

/** The participants of each kind on the day of the page, in the order of their names. Kinds without any are left out. */
function statesByKind(page: OpenedPage): [ParticipantKind, ListedState[]][] {
  const { asOf } = page.reading
  const listed = grouped(listedStates(page), ({ participant }) =>
    existsOn(asOf, participant) ? kindOn(asOf, participant) : 'former-state',
  )
  return participantKinds.flatMap((kind) => {
    const own = listed.get(kind)
    return own === undefined ? [] : [[kind, own]]
  })
}

function listedStates({ reading, urged, resolution }: OpenedPage): ListedState[] {
  const { rows } = leftForEach(reading, { resolution: [resolution.code], complete: true })
  const left = new Map(rows.map((row) => [row.state.code, row.left]))
  const joined = grouped(statusesIn(reading, urged, { status: ['party'] }), ({ state }) => state.code)
  const byCode = new Map(urged.map((one) => [one.code, one]))
  return everyone(reading).map((participant) => {
    const own = left.get(participant.code)
    const isAddressed = own !== undefined && own.urged > 0
    return {
      participant,
      outstanding: isAddressed ? own.items.flatMap((item) => byCode.get(item.instrument) ?? []) : null,
      partyTo: (joined.get(participant.code) ?? []).map(({ instrument }): Instrument => instrument),
    }
  })
}
