import { z } from 'zod'
import { followed } from '../answers/progress.js'
import { termsOf } from '../answers/refs.js'
import { participantsAsked } from '../answers/states.js'
import { standingsOf } from '../answers/statuses.js'
import type { Routes } from '../api/route.js'
import { isExpectedOn, isMemberOn } from '../domain/participant.js'
import { actionInWords } from '../domain/wording.js'
import { toHtml } from './frame/document.js'
import { type OpenedPage, openPage } from './frame/open-page.js'
import { edition } from './frame/query.js'
import { HomePage, type HomeView } from './parts/home.js'

const latestShown = 8

export const homePageRoutes: Routes = async (app, context) => {
  app.get(
    '/',
    { config: { namesHost: true }, schema: { hide: true, querystring: z.strictObject(edition) } },
    (request, reply) => {
      const page = openPage(request, context, request.query)
      const description =
        'Which States have joined the instruments against trafficking in persons that General Assembly resolution 63/194 urges them to join, and what is left to ratify.'
      const about = {
        title: 'Treaty ratification status',
        description,
        picture: `/og/home.png?asOf=${page.reading.asOf}`,
        json: `/v1/resolutions/${page.resolution.code}/progress?asOf=${page.reading.asOf}`,
        data: datasetOf(page, description),
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(<HomePage edition={page.edition} about={about} {...homeView(page)} />)
    },
  )
}

function homeView(page: OpenedPage): HomeView {
  const { reading, urged, resolution } = page
  const codes = urged.map(({ code }) => code)
  const standingOf = standingsOf(reading, codes)
  const states = participantsAsked(reading, { kind: ['member-state', 'observer-state', 'other-state'] })
  return {
    followed: followed(reading, urged, resolution.adoptedOn),
    tallies: states
      .filter((one) => isExpectedOn(reading.asOf, one) || codes.some((code) => standingOf(one.code, code)))
      .map((participant) => ({
        participant,
        joined: codes.filter((code) => standingOf(participant.code, code)?.status === 'party').length,
        isMember: isMemberOn(reading.asOf, participant),
      })),
    latest: latestActions(page, codes),
  }
}

function latestActions({ reading }: OpenedPage, instruments: readonly string[]): HomeView['latest'] {
  const { actions, participants } = reading.store
  const names = new Map(participants.all().map(({ code, name }) => [code, name]))
  const { refOf } = termsOf(reading)
  const offset = Math.max(0, actions.count({ instruments }, reading) - latestShown)
  return actions
    .page({ instruments }, reading, { offset, limit: latestShown })
    .reverse()
    .map((action) => ({
      on: action.latest,
      state: action.participant,
      sentence: actionInWords(
        action,
        names.get(action.participant) ?? action.participant,
        refOf(action.instrument).shortName,
      ),
    }))
}

/** The record as search engines for data know it (schema.org). */
const datasetOf = ({ edition: { absolute, cite }, reading, urged }: OpenedPage, description: string) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: 'Treaty ratification status',
  description,
  url: absolute('/'),
  license: 'https://spdx.org/licenses/MIT.html',
  isAccessibleForFree: true,
  version: String(reading.revision),
  temporalCoverage: `../${reading.asOf}`,
  spatialCoverage: 'World',
  citation: cite,
  creator: { '@type': 'Organization', name: 'Treaty ratification status' },
  variableMeasured: urged.map(({ title }) => `Participation in ${title}`),
  distribution: [
    { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: absolute('/v1/statuses.csv') },
    { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: absolute('/v1/statuses') },
  ],
})
