import { SubscriptionFilter } from '../../api/webhooks/subscription-filter.js'
import { invalid } from '../invalid.js'
import { filterOptions } from './filter-options.js'

/**
 * Reads what was given for these options.
 * @throws DomainError naming each option that is wrong, and what is allowed
 */
export function toFilter(options: object): SubscriptionFilter {
  const given = Object.entries(options).filter(([name]) => name in filterOptions)
  const result = SubscriptionFilter.safeParse(Object.fromEntries(given))
  if (result.success) return result.data
  throw invalid(result.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`).join('\n'))
}
