import { z } from 'zod'
import { instrumentAt } from '../../answers/instruments.js'
import { everyone } from '../../answers/states.js'
import { standingsTo } from '../../answers/statuses.js'
import { InstrumentParams, StateParams } from '../../http/parameters.js'
import type { Routes } from '../../http/routes.js'
import { type OpenedPage, openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { recordDays } from '../parts/record-day.js'
import { capitalised } from '../parts/words.js'
import { palette, tallyColours } from '../pictures/palette.js'
import { toPng } from '../pictures/png.js'
import { sharePicture } from '../pictures/share-picture.js'
import { sharedInstrument, sharedState } from './share-content.js'

const querystring = z.object(pageQuery)
const config = { isPacked: true }

/** Preview pictures for shared links (Open Graph). */
export const sharePictureRoutes: Routes = async (app, context) => {
  app.get('/og/home.png', { config, schema: { hide: true, querystring } }, (request, reply) => {
    const page = openPage(request, context, request.query)
    const title = 'Who is a party, and what is left to ratify'
    const summary = `${page.resolution.symbol}: the instruments against trafficking in persons, State by State`
    const eyebrow = capitalised(recordDays(page.reading.asOf, page.urged))
    reply.type('image/png')
    return toPng(sharePicture({ eyebrow, title, summary, marks: [], map: tallyMap(page) }))
  })

  app.get(
    '/og/states/:state.png',
    { config, schema: { hide: true, params: StateParams, querystring } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const { title, summary, asAt, marks } = sharedState(page, request.params.state)
      const eyebrow = `Ratification brief · ${asAt}`
      reply.type('image/png')
      return toPng(sharePicture({ eyebrow, title, summary, marks, map: null }))
    },
  )

  app.get(
    '/og/instruments/:instrument.png',
    { config, schema: { hide: true, params: InstrumentParams, querystring } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const { code } = instrumentAt(page.reading, request.params.instrument)
      const { title, summary, asAt } = sharedInstrument(page, code)
      const eyebrow = `Who is a party · ${asAt}`
      reply.type('image/png')
      return toPng(sharePicture({ eyebrow, title, summary, marks: [], map: statusMap(page, code) }))
    },
  )
}

/** Colours places by the State at each place. */
function coloured({ reading }: OpenedPage, colourOf: (state: string) => string | undefined) {
  const byM49 = new Map(everyone(reading).map(({ m49, code }) => [m49, code]))
  return (m49: string) => {
    const state = byM49.get(m49)
    return state === undefined ? undefined : colourOf(state)
  }
}

function tallyMap(page: OpenedPage) {
  const codes = page.urged.map(({ code }) => code)
  const standingOf = standingsTo(page.reading, codes)
  return coloured(
    page,
    (state) => tallyColours[codes.filter((code) => standingOf(state, code)?.status === 'party').length],
  )
}

function statusMap(page: OpenedPage, instrument: string) {
  const standingOf = standingsTo(page.reading, [instrument])
  return coloured(page, (state) => palette[standingOf(state, instrument)?.status ?? 'none'])
}
