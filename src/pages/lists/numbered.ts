import { DomainError } from '../../domain/errors.js'
import { wholeNumber } from '../../http/parameters.js'
import { orBlank } from '../frame/query.js'

/** The parameter that turns the pages of a long list. */
export const pageNumber = orBlank(wholeNumber('the number of a page', 1).default(1))

/** One page of a list. */
export interface Numbered {
  readonly page: number
  readonly pages: number
  readonly offset: number
  readonly limit: number
}

/** @throws DomainError for a page after the last; an empty list has one page */
export function numbered(total: number, page: number, limit: number): Numbered {
  const pages = Math.max(1, Math.ceil(total / limit))
  if (page > pages) {
    const detail = `“${page}” is not a page of this list; allowed: 1 to ${pages}`
    throw new DomainError('invalid-parameter', detail, 'page')
  }
  return { page, pages, offset: (page - 1) * limit, limit }
}

/** The address under which search engines list a page of a list: without the day, and without filters. */
export const canonicalOf = (path: string, page: number): string =>
  page === 1 ? path : `${path}?page=${page}`
