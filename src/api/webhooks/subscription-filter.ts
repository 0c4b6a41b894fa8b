import { z } from 'zod'
import { nextNews } from '../../answers/news.js'
import { openReading, type RecordSource } from '../../answers/reading.js'
import { ChangeChoice } from '../../domain/change-type.js'
import { filters, list } from '../../http/parameters.js'

const { instrument, state, group, region } = filters

/** What selects changes for subscriptions and digests: the parameters of `/v1/changes` and `/v1/changes/statements`, and kinds. */
export const SubscriptionFilter = z.strictObject({
  instrument,
  state,
  group,
  region,
  kind: list(ChangeChoice, 'Kinds of change.', ['action', 'statement.withdrawn']),
})
export type SubscriptionFilter = z.infer<typeof SubscriptionFilter>

/** @throws DomainError for a State, region or instrument that is not in the record */
export function checkFilter(source: RecordSource, filter: SubscriptionFilter): void {
  const reading = openReading(source, {})
  nextNews(reading, filter, { after: reading.revision, upTo: reading.revision })
}

/** Reads a filter as the database holds it. @throws ZodError for one that an earlier version allowed, and this one does not */
export const storedFilter = (text: string): SubscriptionFilter => SubscriptionFilter.parse(JSON.parse(text))
