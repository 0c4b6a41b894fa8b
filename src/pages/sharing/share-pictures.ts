import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { instrumentAt } from '../../answers/instruments.js'
import type { RecordSource, Times } from '../../answers/reading.js'
import { everyone } from '../../answers/states.js'
import { standingsTo } from '../../answers/statuses.js'
import { languageAndPath } from '../../http/page-places.js'
import { InstrumentParams, StateParams } from '../../http/parameters.js'
import { pathOf, searchOf } from '../../http/permanent-address.js'
import type { Routes } from '../../http/routes.js'
import { capitalised } from '../../messages/capitalised.js'
import { type OpenedPage, openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { summaryText } from '../parts/card.js'
import { recordDaysIn } from '../parts/record-day.js'
import { palette, tallyColours } from '../pictures/palette.js'
import { toPng } from '../pictures/png.js'
import { type SharePicture, sharePicture } from '../pictures/share-picture.js'
import { type Shared, sharedInstrument, sharedState } from './share-content.js'

const querystring = z.object(pageQuery)
const config = { isPacked: true }

/** Preview pictures for shared links (Open Graph). */
export const sharePictureRoutes: Routes = async (app, context) => {
  app.get('/og/home.png', { config, schema: { hide: true, querystring } }, (request, reply) => {
    const page = openDrawn(request, context, request.query)
    const { say } = page.messages
    return drawn(reply, page, {
      eyebrow: capitalised(recordDaysIn(page.messages, page.reading.asOf, page.urged)),
      title: say('home-h1'),
      summary: say('home-picture', { symbol: page.resolution.symbol }),
      marks: [],
      map: tallyMap(page),
    })
  })

  app.get(
    '/og/states/:state.png',
    { config, schema: { hide: true, params: StateParams, querystring } },
    (request, reply) => {
      const page = openDrawn(request, context, request.query)
      const shared = sharedState(page, request.params.state)
      const eyebrow = page.messages.say('brief', { date: shared.asAt })
      return drawn(reply, page, { eyebrow, ...wordsOf(page, shared), marks: shared.marks, map: null })
    },
  )

  app.get(
    '/og/instruments/:instrument.png',
    { config, schema: { hide: true, params: InstrumentParams, querystring } },
    (request, reply) => {
      const page = openDrawn(request, context, request.query)
      const { code } = instrumentAt(page.reading, request.params.instrument)
      const shared = sharedInstrument(page, code)
      const eyebrow = `${page.messages.say('who-has-joined')} · ${shared.asAt}`
      return drawn(reply, page, { eyebrow, ...wordsOf(page, shared), marks: [], map: statusMap(page, code) })
    },
  )
}

/** Opens a page as it is drawn: the fonts that we ship have no Chinese letters, so Chinese pages have the English picture, and say so. */
function openDrawn(request: FastifyRequest, context: RecordSource, times: Times): OpenedPage {
  const { lang, path } = languageAndPath(pathOf(request))
  return openPage(request, context, times, lang === 'zh' ? path + searchOf(request) : request.url)
}

function drawn(reply: FastifyReply, { messages }: OpenedPage, content: SharePicture): Promise<Buffer> {
  reply.type('image/png')
  return toPng(sharePicture(content), messages)
}

const wordsOf = ({ messages }: OpenedPage, shared: Shared) => ({
  title: shared.title.text,
  summary: summaryText(messages, shared),
})

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
