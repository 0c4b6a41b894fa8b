import { z } from 'zod'
import { groupChoice, inGroups } from '../answers/groups/membership.js'
import { instrumentAt } from '../answers/instruments.js'
import { looksAt } from '../answers/looks.js'
import { progressOf } from '../answers/progress.js'
import type { Reading } from '../answers/reading.js'
import { statusesIn } from '../answers/statuses.js'
import { required } from '../domain/errors.js'
import { oneOf } from '../domain/vocabulary.js'
import { pageIn } from '../http/page-places.js'
import { filters, InstrumentParams } from '../http/parameters.js'
import type { Routes } from '../http/routes.js'
import { toHtml } from './frame/document.js'
import { apiLink } from './frame/links/api-link.js'
import { openPage } from './frame/open-page.js'
import { orBlank, pageQuery } from './frame/query.js'
import { instrumentData } from './linked-data.js'
import { chosenRows } from './participant-rows.js'
import { InstrumentPage } from './parts/instrument/instrument.js'
import { tableSorts } from './parts/instrument/participants-table.js'
import { reservedView } from './statements-view.js'

const Query = z.object({
  ...pageQuery,
  status: orBlank(filters.status),
  group: orBlank(filters.group),
  sort: orBlank(oneOf(tableSorts).default('name')),
})

export const instrumentPageRoutes: Routes = async (app, context) => {
  app.get(
    '/instruments/:instrument',
    {
      config: { namesHost: true, showsLooks: true },
      schema: { hide: true, params: InstrumentParams, querystring: Query },
    },
    (request, reply) => {
      const { query } = request
      const page = openPage(request, context, query)
      const { reading, pageContext, messages } = page
      const { lang } = messages
      const instrument = instrumentAt(reading, request.params.instrument)
      const { code } = instrument
      const shortName = instrument.shortName
      const [one] = progressOf(reading, [instrument], page.resolution.adoptedOn)
      const all = statusesIn(reading, [instrument], {}).map(({ state, ...row }) => ({
        ...row,
        participant: state,
      }))
      const description = messages.say('instrument-description', { title: instrument.title })
      const info = {
        title: shortName,
        description,
        picture: `/og/instruments/${code}.png?asOf=${reading.asOf}`,
        json: `/v1/instruments/${code}?asOf=${reading.asOf}`,
        data: instrumentData(page, instrument, description),
        feed: { of: shortName, filter: `instrument=${code}` },
        hasCard: true,
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <InstrumentPage
          pageContext={pageContext}
          info={info}
          progress={required(one, `The instrument “${code}”`)}
          isUrged={page.urged.includes(instrument)}
          all={all}
          shown={chosenRows(all, query, query.group ? inGroups(reading, query.group) : () => true)}
          choice={query}
          groups={groupChoice(reading, query.group)}
          csv={apiLink(lang, csvOf(code, reading, query))}
          share={pageIn(lang, `/share?of=instruments/${code}`)}
          instruments={reading.instruments}
          reserved={reservedView(reading, instrument)}
          looks={looksAt(reading, code)}
        />,
        messages,
      )
    },
  )
}

/** The same table from the API. */
function csvOf(
  code: string,
  { asOf, revision }: Reading,
  { status, group }: Pick<z.output<typeof Query>, 'status' | 'group'>,
): string {
  const parameters = new URLSearchParams({ asOf, revision: String(revision) })
  if (status) parameters.set('status', status.join(','))
  if (group) parameters.set('group', group.join(','))
  return `/v1/instruments/${code}/statuses.csv?${parameters}`
}
