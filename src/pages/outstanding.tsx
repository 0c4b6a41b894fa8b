import { z } from 'zod'
import { instrumentsNamed } from '../answers/reading.js'
import { termsOf } from '../answers/refs.js'
import { participantsAsked } from '../answers/states.js'
import { standingsOf } from '../answers/statuses.js'
import { instrumentsUrged, urgesAsked } from '../answers/urges.js'
import type { Routes } from '../api/route.js'
import { outstanding, urgedOn } from '../domain/outstanding.js'
import { filters, flag } from '../http/parameters.js'
import { toHtml } from './frame/document.js'
import { type OpenedPage, openPage } from './frame/open-page.js'
import { edition, orBlank } from './frame/query.js'
import { type MatrixRow, OutstandingPage } from './parts/outstanding.js'

const Query = z.strictObject({
  ...edition,
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
      const about = {
        title: 'What is left to ratify',
        description: `Every Member State that ${page.resolution.symbol} urges, and every instrument it has yet to join.`,
        picture: `/og/home.png?asOf=${page.reading.asOf}`,
        json: apiOf('/v1/outstanding', page, query),
      }
      const { instruments, rows } = matrixOf(page, query)
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <OutstandingPage
          edition={page.edition}
          about={about}
          instruments={instruments}
          offered={page.urged}
          rows={rows}
          choice={query}
          csv={apiOf('/v1/outstanding.csv', page, query)}
        />,
      )
    },
  )
}

/** A row for each Member that the filters leave, a cell for each instrument asked about. */
function matrixOf({ reading, resolution }: OpenedPage, query: Query) {
  const named = query.instrument && instrumentsNamed(reading, query.instrument).map(({ code }) => code)
  const urges = urgesAsked(reading, { resolution: [resolution.code], instrument: named })
  const instruments = instrumentsUrged(reading, urges)
  const { byCode } = termsOf(reading)
  const urged = urgedOn(reading.asOf, urges, byCode)
  const standingOf = standingsOf(reading, [...byCode.keys()])
  const least = Math.max(query.minimum ?? 0, query.complete ? 0 : 1)
  const members = participantsAsked(reading, { kind: ['member-state'], group: query.group })
  const rows = members.flatMap((participant): MatrixRow[] => {
    const { items } = outstanding(reading.asOf, participant, urged, (code) =>
      standingOf(participant.code, code),
    )
    const counted = items.filter(({ nextStep }) => !query.nextStep || query.nextStep.includes(nextStep))
    if (counted.length < least) return []
    const cells = instruments.map((instrument) => ({
      instrument,
      standing: standingOf(participant.code, instrument.code),
      item: items.find((one) => one.instrument === instrument.code),
    }))
    return [{ participant, left: counted.length, cells }]
  })
  return { instruments, rows }
}

/** The same question to the API. */
function apiOf(path: string, { reading }: OpenedPage, query: Query): string {
  const { group, instrument, nextStep, minimum, complete } = query
  const asked = { group, instrument, nextStep, minimum, complete: complete || undefined }
  const parameters = new URLSearchParams({ asOf: reading.asOf, revision: String(reading.revision) })
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined) parameters.set(name, String(value))
  return `${path}?${parameters}`
}
