import { z } from 'zod'
import { instrumentsLike } from '../answers/instruments.js'
import type { Reading } from '../answers/reading.js'
import { everFound, statesIn } from '../answers/states.js'
import type { Instrument } from '../db/instruments.js'
import { filters } from '../http/parameters.js'
import type { Routes } from '../http/routes.js'
import { pageLink } from './frame/address.js'
import { toHtml } from './frame/document.js'
import { openPage } from './frame/open-page.js'
import { orBlank, pageQuery } from './frame/query.js'
import { SearchPage } from './parts/search.js'

const Query = z.object({ ...pageQuery, q: orBlank(filters.q) })

export const searchPageRoutes: Routes = async (app, context) => {
  app.get(
    '/search',
    { config: { namesHost: true }, schema: { hide: true, querystring: Query } },
    (request, reply) => {
      const { q } = request.query
      const { reading, pageContext, messages } = openPage(request, context, request.query)
      const kind = ['member-state', 'observer-state', 'other-state', 'organization', 'former-state'] as const
      const found =
        q === undefined ? statesIn(reading, { kind: kind.slice(0, 3) }) : everFound(reading, { q, kind })
      const code = q === undefined ? undefined : context.store.participants.codeOf(q.trim())
      const instruments = q === undefined ? [] : instrumentsNamedLike(reading, q)
      const alone = instruments.length === 0 && found.length === 1 ? found[0] : undefined
      const only = found.find((one) => one.code === code) ?? alone
      // Keep the day and the language, drop the search.
      if (q !== undefined && only !== undefined)
        return reply.redirect(app.linkTo(pageLink(pageContext.address, `/states/${only.code}`)), 303)
      const info = {
        title: q === undefined ? messages.say('every-state') : messages.say('search-h1', { q }),
        description: messages.say('search-description'),
        picture: `/og/home.png?asOf=${reading.asOf}`,
        json: null,
        isUnlisted: q !== undefined,
      }
      reply.type('text/html; charset=utf-8')
      return reply.send(
        toHtml(
          <SearchPage
            pageContext={pageContext}
            info={info}
            sought={q ?? null}
            found={found}
            instruments={instruments}
          />,
          messages,
        ),
      )
    },
  )
}

/** Instruments with such a name; not those with such letters within a word, as “women” has “omen”. */
const instrumentsNamedLike = (reading: Reading, q: string): Instrument[] =>
  instrumentsLike(reading, q).flatMap(({ one, fit }) => (fit === 'part' ? [] : [one]))
