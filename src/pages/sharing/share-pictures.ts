import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { instrumentAt } from '../../answers/instruments.js'
import { everyone } from '../../answers/states.js'
import { standingsTo } from '../../answers/statuses.js'
import { InstrumentParams, StateParams } from '../../http/parameters.js'
import type { Routes } from '../../http/routes.js'
import { messagesIn } from '../../messages/messages.js'
import { type OpenedPage, openPage } from '../frame/open-page.js'
import { pageQuery } from '../frame/query.js'
import { capitalised } from '../parts/capitalised.js'
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
    const page = drawable(openPage(request, context, request.query))
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
      const page = drawable(openPage(request, context, request.query))
      const shared = sharedState(page, request.params.state)
      const eyebrow = page.messages.say('brief', { date: shared.asAt })
      return drawn(reply, page, { eyebrow, ...wordsOf(page, shared), marks: shared.marks, map: null })
    },
  )

  app.get(
    '/og/instruments/:instrument.png',
    { config, schema: { hide: true, params: InstrumentParams, querystring } },
    (request, reply) => {
      const page = drawable(openPage(request, context, request.query))
      const { code } = instrumentAt(page.reading, request.params.instrument)
      const shared = sharedInstrument(page, code)
      const eyebrow = `${page.messages.say('who-has-joined')} · ${shared.asAt}`
      return drawn(reply, page, { eyebrow, ...wordsOf(page, shared), marks: [], map: statusMap(page, code) })
    },
  )
}

/** The fonts that we ship have no Chinese letters, so that Chinese pages have the picture in English, and say so (`picture-alt`). */
const drawable = (page: OpenedPage): OpenedPage =>
  page.messages.lang === 'zh' ? { ...page, messages: messagesIn('en') } : page

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
