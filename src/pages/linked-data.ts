import { nameIn } from '../answers/names.js'
import type { Instrument } from '../db/instruments.js'
import type { Participant } from '../db/participants.js'
import type { ParticipantKind } from '../domain/vocabulary.js'
import { pageIn } from '../http/page-places.js'
import { tagOf } from '../messages/days.js'
import type { Messages } from '../messages/messages.js'
import { apiLink } from './frame/links/api-link.js'
import type { OpenedPage } from './frame/open-page.js'

const context = 'https://schema.org'

/** Describes the record for dataset search engines (schema.org), in the language of the page, as all here. */
export const recordData = (page: OpenedPage, description: string) => ({
  ...datasetOf(page, page.messages.say('site-name'), description, '/'),
  spatialCoverage: 'World',
  variableMeasured: page.urged.map((instrument) => participationIn(page.messages, instrument)),
  distribution: downloads(page, '/v1/statuses'),
})

/** Describes what the record holds of one instrument. */
export const instrumentData = (page: OpenedPage, instrument: Instrument, description: string) => ({
  ...datasetOf(
    page,
    participationIn(page.messages, instrument),
    description,
    `/instruments/${instrument.code}`,
  ),
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
  name: page.messages.say('state-data-title', { state: state.name }),
  description,
  url: addressOf(page, `/states/${state.code}`),
  inLanguage: tagOf(page.messages.lang),
  isPartOf: recordRef(page),
  about: {
    '@type': types[kind],
    name: state.name,
    alternateName: otherNamesOf(page.messages, state),
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

const otherNamesOf = ({ lang }: Messages, state: Participant): string[] => {
  const { text } = nameIn(lang, state)
  const names = [state.name, ...Object.values(state.names)]
  return [...new Set(names.flatMap((name) => (name === null || name === text ? [] : name)))]
}

const participationIn = ({ say }: Messages, instrument: Instrument): string =>
  say('data-participation', { title: instrument.title })

/** The address of a page in the language of this one. */
const addressOf = ({ pageContext, messages }: OpenedPage, path: string): string =>
  pageContext.absolute(pageIn(messages.lang, path))

const datasetOf = (page: OpenedPage, name: string, description: string, path: string) => ({
  '@context': context,
  '@type': 'Dataset',
  name,
  description,
  url: addressOf(page, path),
  inLanguage: tagOf(page.messages.lang),
  license: 'https://spdx.org/licenses/MIT.html',
  isAccessibleForFree: true,
  version: String(page.reading.revision),
  temporalCoverage: `../${page.reading.asOf}`,
  citation: page.pageContext.cite,
  creator: { '@type': 'Organization', name: page.messages.say('site-name') },
})

const recordRef = (page: OpenedPage) => ({
  '@type': 'Dataset',
  name: page.messages.say('site-name'),
  url: addressOf(page, '/'),
})

const treatyOf = (page: OpenedPage, instrument: Instrument) => {
  const { code, number, adoptedOn } = instrument
  return {
    '@type': 'Legislation',
    name: instrument.title,
    alternateName: instrument.shortName,
    legislationIdentifier: number,
    ...(adoptedOn !== null && { legislationDate: adoptedOn }),
    url: addressOf(page, `/instruments/${code}`),
  }
}

/** The tables of the API, with the names of the language. */
const downloads = ({ pageContext: { absolute }, messages: { lang } }: OpenedPage, path: string) => [
  { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: absolute(apiLink(lang, `${path}.csv`)) },
  { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: absolute(apiLink(lang, path)) },
]
