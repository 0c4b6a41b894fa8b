import { z } from 'zod'
import { instrumentAt } from '../answers/instruments.js'
import type { Instrument } from '../db/instruments.js'
import { ArticleCode } from '../domain/statements/articles.js'
import { StatementKind, StatementPurpose, StatementStanding } from '../domain/statements/vocabulary.js'
import { filters, InstrumentParams } from '../http/parameters.js'
import type { Routes } from '../http/routes.js'
import { toHtml } from './frame/document.js'
import { apiLink } from './frame/links/api-link.js'
import { type OpenedPage, openPage } from './frame/open-page.js'
import { orBlank, pageQuery } from './frame/query.js'
import type { StatementChoice } from './parts/statements/statement-filters.js'
import { StatementsPage } from './parts/statements/statements-page.js'
import { statementsView } from './statements-view.js'

/** One value of a vocabulary, in any letter case. */
const word = <T extends z.ZodType<string, string>>(value: T) =>
  orBlank(z.string().trim().toLowerCase().pipe(value).optional())

const Query = z.object({
  ...pageQuery,
  group: orBlank(filters.group),
  article: word(ArticleCode),
  kind: word(StatementKind.extract(['reservation', 'declaration', 'understanding'])),
  standing: word(StatementStanding),
  exceptPurpose: word(StatementPurpose.extract(['disputes'])),
})

/** What States reserved and declared to one instrument: by article, on a map, and by State. */
export const statementsPageRoutes: Routes = async (app, context) => {
  app.get(
    '/instruments/:instrument/statements',
    { config: { namesHost: true }, schema: { hide: true, params: InstrumentParams, querystring: Query } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const { reading, messages } = page
      const { say, lang } = messages
      const instrument = instrumentAt(reading, request.params.instrument)
      const name = instrument.shortName
      const info = {
        title: say('statements-title', { instrument: name }),
        description: say('statements-description', { title: instrument.title }),
        picture: `/og/instruments/${instrument.code}.png?asOf=${reading.asOf}`,
        feed: { of: name, filter: `instrument=${instrument.code}` },
        json: apiOf('', instrument, page, request.query),
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <StatementsPage
          pageContext={page.pageContext}
          info={info}
          csv={apiLink(lang, apiOf('.csv', instrument, page, request.query))}
          {...statementsView(reading, instrument, request.query)}
        />,
        messages,
      )
    },
  )
}

/** The address of the same statements in the API. */
function apiOf(
  ending: string,
  { code }: Instrument,
  { reading }: OpenedPage,
  choice: StatementChoice,
): string {
  const {
    kind = 'reservation',
    standing = 'standing,partly-withdrawn',
    article,
    group,
    exceptPurpose,
  } = choice
  const { asOf, revision } = reading
  const parameters = new URLSearchParams({ kind, standing, asOf, revision: String(revision) })
  for (const [name, value] of Object.entries({ article, group, exceptPurpose }))
    if (value !== undefined) parameters.set(name, String(value))
  return `/v1/instruments/${code}/statements${ending}?${parameters}`
}
