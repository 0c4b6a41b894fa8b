import { nameIn } from '../answers/names.js'
import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { ParticipantKind } from '../domain/vocabulary.js'
import { messagesIn } from '../messages/messages.js'
import { inLanguage } from './frame/languages/language-path.js'
import type { OpenedPage } from './frame/open-page.js'

const siteName = messagesIn('en').say('site-name')
const context = 'https://schema.org'
const maker = { '@type': 'Organization', name: siteName }

/** Describes the record for dataset search engines (schema.org). */
export const recordData = (page: OpenedPage, description: string) => ({
  ...datasetOf(page, siteName, description, '/'),
  spatialCoverage: 'World',
  variableMeasured: page.urged.map(({ title }) => `Participation in ${title}`),
  distribution: downloads(page, '/v1/statuses'),
})

/** Describes what the record holds of one instrument. */
export const instrumentData = (page: OpenedPage, instrument: Instrument, description: string) => ({
  ...datasetOf(page, `Participation in ${instrument.title}`, description, `/instruments/${instrument.code}`),
  isPartOf: recordRef(page),
  about: treatyOf(page, instrument),
  distribution: downloads(page, `/v1/instruments/${instrument.code}/statuses`),
})

/** Describes the page of a State: whom it is about, and which treaties. */
export const stateData = (
  page: OpenedPage,
  state: Participant,
  kind: ParticipantKind,
  instruments: readonly Instrument[],
  description: string,
) => ({
  '@context': context,
  '@type': 'WebPage',
  name: page.messages.say('state-data-title', { state: nameIn(page.messages.lang, state).text }),
  description,
  url: page.pageContext.absolute(inLanguage(page.messages.lang, `/states/${state.code}`)),
  inLanguage: page.messages.lang,
  isPartOf: recordRef(page),
  about: {
    '@type': types[kind],
    name: state.name,
    alternateName: [
      ...new Set(Object.values(state.names).filter((name) => name !== null && name !== state.name)),
    ],
    // Participants without an M49 code have codes of our own.
    ...(state.m49 !== null && {
      identifier: [
        { '@type': 'PropertyValue', propertyID: 'ISO 3166-1 alpha-3', value: state.code },
        { '@type': 'PropertyValue', propertyID: 'UN M49', value: state.m49 },
      ],
    }),
  },
  mentions: instruments.map((instrument) => treatyOf(page, instrument)),
})

const types: Record<ParticipantKind, string> = {
  'member-state': 'Country',
  'observer-state': 'Country',
  'other-state': 'Country',
  'former-state': 'Country',
  organization: 'Organization',
  territory: 'AdministrativeArea',
}

const datasetOf = (
  { pageContext: { absolute, cite }, reading }: OpenedPage,
  name: string,
  description: string,
  path: string,
) => ({
  '@context': context,
  '@type': 'Dataset',
  name,
  description,
  url: absolute(path),
  license: 'https://spdx.org/licenses/MIT.html',
  isAccessibleForFree: true,
  version: String(reading.revision),
  temporalCoverage: `../${reading.asOf}`,
  citation: cite,
  creator: maker,
})

const recordRef = ({ pageContext: { absolute } }: OpenedPage) => ({
  '@type': 'Dataset',
  name: siteName,
  url: absolute('/'),
})

const treatyOf = (
  { pageContext: { absolute } }: OpenedPage,
  { code, title, shortName, number, adoptedOn }: Instrument,
) => ({
  '@type': 'Legislation',
  name: title,
  alternateName: shortName,
  legislationIdentifier: number,
  ...(adoptedOn !== null && { legislationDate: adoptedOn }),
  url: absolute(`/instruments/${code}`),
})

const downloads = ({ pageContext: { absolute } }: OpenedPage, path: string) => [
  { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: absolute(`${path}.csv`) },
  { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: absolute(path) },
]
