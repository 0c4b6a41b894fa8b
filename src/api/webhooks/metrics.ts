import { Counter, Gauge, type Registry } from 'prom-client'
import type { WebhookStatus } from './status.js'

/** Registers the metrics of deliveries. @param status  null while there are no subscriptions */
export function webhookMetrics(register: Registry, status: () => WebhookStatus | null): void {
  const registers = [register]
  const deliveries = new Counter({
    name: 'ratification_webhook_deliveries_total',
    help: 'Attempts to deliver a change to a subscriber, by what came of them',
    labelNames: ['outcome'],
    registers,
    collect() {
      deliveries.reset()
      const { delivered = 0, failed = 0 } = status() ?? {}
      deliveries.inc({ outcome: 'delivered' }, delivered)
      deliveries.inc({ outcome: 'failed' }, failed)
    },
  })
  const subscriptions = new Gauge({
    name: 'ratification_webhook_subscriptions',
    help: 'Subscriptions by state: active, failing (another attempt follows), paused (none follows)',
    labelNames: ['state'],
    registers,
    collect() {
      for (const state of ['active', 'failing', 'paused'] as const)
        subscriptions.set({ state }, status()?.[state] ?? 0)
    },
  })
  const lag = new Gauge({
    name: 'ratification_webhook_lag_revisions',
    help: 'How many imports the subscription furthest behind still lacks; paused ones do not count',
    registers,
    collect() {
      lag.set(status()?.lag ?? 0)
    },
  })
  const oldest = new Gauge({
    name: 'ratification_webhook_oldest_undelivered_seconds',
    help: 'How old the oldest import is that a subscription still lacks; paused ones do not count',
    registers,
    collect() {
      oldest.set(status()?.oldestSeconds ?? 0)
    },
  })
}
