import type { FastifyRequest } from 'fastify'
import { openReading, type Reading, type RecordSource, type Times } from '../../answers/reading.js'
import { defaultResolution, instrumentsUrged, urgesEver } from '../../answers/resolutions.js'
import type { Instrument } from '../../db/instruments.js'
import type { Resolution } from '../../db/resolutions.js'
import { DomainError, required } from '../../domain/errors.js'
import type { Day } from '../../domain/vocabulary.js'
import { absolute } from '../../http/links.js'
import { languageAndPath } from '../../http/page-places.js'
import { type Messages, messagesIn } from '../../messages/messages.js'
import { type Address, pageLink } from './address.js'
import { citationIn } from './citation.js'
import type { PageContext } from './page-context.js'

export interface OpenedPage {
  readonly reading: Reading
  readonly pageContext: PageContext
  /** What the page says its words in. */
  readonly messages: Messages
  readonly resolution: Resolution
  /** The instruments that the resolution urges and that existed on the day of the page, even before the resolution. */
  readonly urged: readonly Instrument[]
}

/**
 * Opens the reading of a page, and collects what every page shows.
 * @param url  the path and parameters of the page, where the request asks about a page at another address
 * @throws DomainError for a day before the first instrument, and as `openReading` does
 */
export function openPage(
  request: FastifyRequest,
  context: RecordSource,
  times: Times,
  url: string = request.url,
): OpenedPage {
  const asked = askedAt(url)
  const messages = messagesIn(asked.lang)
  const reading = openReading(context, times, messages)
  const { asOf, revision } = reading
  const earliest = firstDay(reading)
  if (asOf < earliest) {
    const detail = `“${asOf}” is too early: the record begins on ${earliest}, with its first instrument`
    throw new DomainError('invalid-parameter', detail, 'asOf')
  }
  const resolution = required(
    reading.store.resolutions.all().find(({ code }) => code === defaultResolution),
    `The resolution “${defaultResolution}”`,
  )
  const urges = urgesEver(reading, { resolution: [resolution.code] })
  const urged = instrumentsUrged(reading, urges)
  const address = { ...asked, today: context.today(), asOf, isStatic: request.server.isStatic }
  const moment = address.isStatic ? {} : { asOf, revision: String(revision) }
  const permalink = pageLink({ ...address, query: {} }, address.path, { ...address.query, ...moment })
  const at = (path: string) => absolute(request, path)
  const pageContext = {
    address,
    revision,
    permalink,
    cite: citationIn(messages, reading, urged, at(permalink)),
    earliest,
    resolution,
    absolute: at,
  }
  return { reading, pageContext, messages, resolution, urged }
}

/** The day on which the first instrument of the record was adopted; earlier pages would be empty. */
const firstDay = ({ store, revision }: Reading): Day =>
  store.instruments
    .all(revision)
    .flatMap(({ adoptedOn }) => adoptedOn ?? [])
    .sort()[0] ?? '1945-10-24'

/** What an address asks for: a page in a language, with parameters. */
function askedAt(url: string): Pick<Address, 'lang' | 'path' | 'query'> {
  const { pathname, searchParams } = new URL(url, 'http://any')
  const names = [...new Set(searchParams.keys())]
  const query = names.flatMap((name) => {
    const values = searchParams.getAll(name).filter((value) => value !== '')
    return values.length === 0 ? [] : [[name, values.join(',')] as const]
  })
  return { ...languageAndPath(pathname), query: Object.fromEntries(query) }
}
