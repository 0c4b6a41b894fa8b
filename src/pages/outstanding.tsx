import { z } from 'zod'
import { groupChoice } from '../answers/groups/membership.js'
import { leftForEach } from '../answers/outstanding.js'
import { standingsTo } from '../answers/statuses.js'
import { filters, flag } from '../http/parameters.js'
import type { Routes } from '../http/routes.js'
import { toHtml } from './frame/document.js'
import { apiLink } from './frame/links/api-link.js'
import { type OpenedPage, openPage } from './frame/open-page.js'
import { orBlank, pageQuery } from './frame/query.js'
import { type MatrixRow, OutstandingPage } from './parts/outstanding.js'

const Query = z.object({
  ...pageQuery,
  group: orBlank(filters.group),
  instrument: orBlank(filters.instrument),
  nextStep: orBlank(filters.nextStep),
  minimum: orBlank(filters.minimum),
  complete: orBlank(flag('Whether States with nothing outstanding are listed as well.')),
})
type Query = z.output<typeof Query>

export const outstandingPageRoutes: Routes = async (app, context) => {
  app.get(
    '/outstanding',
    { config: { namesHost: true }, schema: { hide: true, querystring: Query } },
    (request, reply) => {
      const { query } = request
      const page = openPage(request, context, query)
      const { say, lang } = page.messages
      const info = {
        title: say('outstanding-h1'),
        description: say('outstanding-description', { symbol: page.resolution.symbol }),
        picture: `/og/home.png?asOf=${page.reading.asOf}`,
        json: apiOf('/v1/outstanding', page, query),
      }
      const { instruments, rows } = matrixOf(page, query)
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <OutstandingPage
          pageContext={page.pageContext}
          info={info}
          instruments={instruments}
          offered={page.urged}
          rows={rows}
          choice={query}
          groups={groupChoice(page.reading, query.group)}
          csv={apiLink(lang, apiOf('/v1/outstanding.csv', page, query))}
        />,
        page.messages,
      )
    },
  )
}

/** A row for each Member that matches the filters, with a cell for each instrument. */
function matrixOf({ reading, resolution }: OpenedPage, query: Query) {
  const { rows, instruments } = leftForEach(reading, {
    ...query,
    kind: ['member-state'],
    resolution: [resolution.code],
  })
  const standingTo = standingsTo(
    reading,
    instruments.map(({ code }) => code),
  )
  const shown = rows.map(({ state, left, shown }): MatrixRow => {
    const cells = instruments.map((instrument) => ({
      instrument,
      standing: standingTo(state.code, instrument.code),
      item: left.items.find((one) => one.instrument === instrument.code),
    }))
    return { participant: state, left: shown.length, cells }
  })
  return { instruments, rows: shown }
}

/** The address of the same answer in the API. */
function apiOf(path: string, { reading }: OpenedPage, query: Query): string {
  const { group, instrument, nextStep, minimum, complete } = query
  const chosen = { group, instrument, nextStep, minimum, complete: complete || undefined }
  const parameters = new URLSearchParams({ asOf: reading.asOf, revision: String(reading.revision) })
  for (const [name, value] of Object.entries(chosen))
    if (value !== undefined) parameters.set(name, String(value))
  return `${path}?${parameters}`
}
