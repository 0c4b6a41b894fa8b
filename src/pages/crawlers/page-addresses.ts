import { lastImportAbout } from '../../answers/imports.js'
import type { Reading } from '../../answers/reading.js'
import { namedByDefault } from '../../answers/resolutions.js'
import { everyone } from '../../answers/states.js'

/** A page that search engines should list, under its canonical address. */
export interface PageAddress {
  /** Without the prefix of a language. */
  readonly path: string
  /**
   * The instant (RFC 3339, UTC) of the last import about what it shows; null for a page that does not follow from imports
   * alone.
   */
  readonly changedAt: string | null
  /** Whether there is no such page in other languages. */
  readonly isEnglishAlone?: boolean
}

/** The pages of one kind. */
type Pages = (reading: Reading) => PageAddress[]

/** Pages about all of the record. */
const overviews: Pages = (reading) => {
  const lastAbout = lastImportAbout(reading)
  const named = namedByDefault(reading)
  const urged = lastAbout(reading.instruments.filter(({ code }) => named.has(code)))
  const any = lastAbout(reading.instruments)
  return [
    ...['/', '/outstanding', '/states'].map((path) => ({ path, changedAt: urged })),
    ...['/instruments', '/changes'].map((path) => ({ path, changedAt: any })),
    { path: '/share', changedAt: null },
  ]
}

/** The page of a State shows up to which day each instrument that is urged was read, so any import about one changes it. */
const states: Pages = (reading) => {
  const named = namedByDefault(reading)
  const changedAt = lastImportAbout(reading)(reading.instruments.filter(({ code }) => named.has(code)))
  return everyone(reading).map(({ code }) => ({ path: `/states/${code}`, changedAt }))
}

const instruments: Pages = (reading) => {
  const lastAbout = lastImportAbout(reading)
  return reading.instruments.flatMap((one) =>
    [`/instruments/${one.code}`, `/instruments/${one.code}/statements`].map((path) => ({
      path,
      changedAt: lastAbout([one]),
    })),
  )
}

/** Who is in a group changes by a release or a command, too. */
const groups: Pages = ({ store }) =>
  ['/groups', ...store.groups.all().map(({ code }) => `/groups/${code}`)].map((path) => ({
    path,
    changedAt: null,
  }))

/** Every kind of page that has addresses of its own: add the next one here. */
const kinds: readonly Pages[] = [overviews, states, instruments, groups]

/** Every page that search engines should list. */
export const pageAddresses = (reading: Reading): PageAddress[] => kinds.flatMap((pages) => pages(reading))
