import type { Day } from '../../domain/vocabulary.js'
import type { Address } from './address.js'

/** What every page shows about itself: its address, its reading of the record, and how to cite it. */
export interface PageContext {
  readonly address: Address
  readonly revision: number
  /** A citation of the page, with its permanent address. */
  readonly cite: string
  /** With the day and the revision; the address alone, which changes with the record, if the page becomes a file. */
  readonly permalink: string
  /** The first day that a page can show. */
  readonly earliest: Day
  readonly resolution: {
    readonly symbol: string
    readonly title: string
    readonly adoptedOn: Day
    readonly url: string
  }
  /** Makes a path absolute, for links that are used outside the page. */
  readonly absolute: (path: string) => string
}
