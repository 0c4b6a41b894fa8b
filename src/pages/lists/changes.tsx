import { z } from 'zod'
import { changesByImport, type ImportChangesFilter } from '../../answers/import-changes.js'
import { shortNamesOf } from '../../answers/instruments.js'
import type { Reading } from '../../answers/reading.js'
import { everyone, namesOf } from '../../answers/states.js'
import type { Store } from '../../db/store.js'
import type { Named } from '../../domain/name.js'
import { filters } from '../../http/parameters.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { apiLink } from '../frame/links/api-link.js'
import { openPage } from '../frame/open-page.js'
import { orBlank, pageQuery } from '../frame/query.js'
import { ChangesPage } from '../parts/lists/changes.js'
import { changeWriter } from './change-lines.js'
import { canonicalOf, numbered, pageNumber } from './numbered.js'

const perPage = 100

const Query = z.object({
  ...pageQuery,
  state: orBlank(filters.state),
  instrument: orBlank(filters.instrument),
  page: pageNumber,
})

/** What each import changed, newest first. */
export const changesPageRoutes: Routes = async (app, context) => {
  app.get(
    '/changes',
    { config: { namesHost: true }, schema: { hide: true, querystring: Query } },
    (request, reply) => {
      const { page } = request.query
      const { state, instrument } = chosenCodes(context.store, request.query)
      const { reading, pageContext, messages } = openPage(request, context, request.query)
      const { total, rows } = changesByImport(reading, { state, instrument })
      const part = numbered(total, page, perPage)
      const chosen = new URLSearchParams({
        ...(state && { state: state.join(',') }),
        ...(instrument && { instrument: instrument.join(',') }),
      })
      const isAll = chosen.size === 0
      const at = new URLSearchParams([
        ...chosen,
        ['asOf', reading.asOf],
        ['revision', String(reading.revision)],
      ])
      const { say, lang, list } = messages
      const names = chosenNames(reading, { state, instrument })
      const of = list(names.map(({ text }) => text))
      const info = {
        title: isAll ? say('changes') : say('label-value', { label: say('changes'), value: of }),
        description: say('changes-description'),
        picture: `/og/home.png?asOf=${reading.asOf}`,
        json: `/v1/changes?${at}`,
        canonical: canonicalOf('/changes', isAll ? part.page : 1),
        ...(!isAll && {
          feed: { of, isEnglish: names.every((one) => one.lang !== lang), filter: String(chosen) },
        }),
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(
        <ChangesPage
          pageContext={pageContext}
          info={info}
          total={total}
          part={part}
          imports={rows(part)}
          writer={changeWriter(messages, reading)}
          states={everyone(reading)}
          instruments={reading.instruments}
          choice={{ state, instrument }}
          statementsJson={apiLink(lang, `/v1/changes/statements?${at}`)}
          english={names.filter((one) => one.lang !== lang).map(({ text }) => text)}
        />,
        messages,
      )
    },
  )
}

/** The permanent codes of the States and instruments that a reader chose. */
const chosenCodes = ({ participants, instruments }: Store, { state, instrument }: ImportChangesFilter) => ({
  state: state?.map((code) => participants.codeOf(code) ?? code),
  instrument: instrument?.map((code) => instruments.codeOf(code) ?? code),
})

/** What a reader chose: “Vanuatu”, “CEDAW”. */
function chosenNames(reading: Reading, { state = [], instrument = [] }: ImportChangesFilter): Named[] {
  const { lang } = reading.naming
  const shortNameOf = shortNamesOf(reading)
  return [...state.map(namesOf(reading)), ...instrument.map((code) => ({ text: shortNameOf(code), lang }))]
}
