import type { Store } from '../../db/store.js'
import type { Subscription } from '../../db/webhooks/subscriptions.js'

/** `failing`: the last attempt failed, and another follows. `paused`: none follows. */
export type SubscriptionState = 'active' | 'failing' | 'paused'

export const stateOf = ({
  pausedAt,
  attempts,
}: Pick<Subscription, 'pausedAt' | 'attempts'>): SubscriptionState =>
  pausedAt !== null ? 'paused' : attempts > 0 ? 'failing' : 'active'

/** How deliveries go, as metrics show it. */
export interface WebhookStatus {
  /** Attempts of this process, by what came of them. */
  readonly delivered: number
  readonly failed: number
  /** Subscriptions by their state. */
  readonly active: number
  readonly failing: number
  readonly paused: number
  /** Of those that are not paused: how many imports the one furthest behind lacks, and how old the oldest of these is. */
  readonly lag: number
  readonly oldestSeconds: number
}

export function webhookStatus(
  subscriptions: readonly Subscription[],
  store: Pick<Store, 'imports' | 'version'>,
  now: Date,
  counts: Pick<WebhookStatus, 'delivered' | 'failed'>,
): WebhookStatus {
  const newest = store.version()?.revision ?? 0
  const states = { active: 0, failing: 0, paused: 0 }
  for (const one of subscriptions) states[stateOf(one)]++
  const live = subscriptions.filter(({ pausedAt }) => pausedAt === null)
  const furthest = Math.min(newest, ...live.map(({ revision }) => revision))
  const oldest = furthest < newest ? store.imports.importedAt(furthest + 1) : undefined
  const seconds = oldest === undefined ? 0 : (now.getTime() - Date.parse(oldest)) / 1000
  return { ...counts, ...states, lag: newest - furthest, oldestSeconds: Math.max(0, Math.round(seconds)) }
}
