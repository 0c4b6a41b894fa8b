import { randomBytes } from 'node:crypto'
import { checkName, checkUrl, DestinationRefused } from '../../api/webhooks/destination.js'
import { testMessage } from '../../api/webhooks/messages.js'
import { type Outcome, send } from '../../api/webhooks/send.js'
import { type SubscriptionState, stateOf } from '../../api/webhooks/status.js'
import { checkFilter, type SubscriptionFilter } from '../../api/webhooks/subscription-filter.js'
import { openStore } from '../../db/store.js'
import { type Subscription, subscriptionQueries } from '../../db/webhooks/subscriptions.js'
import { utcDay } from '../../domain/calendar.js'
import { required } from '../../domain/errors.js'
import { counted } from '../../domain/wording.js'
import { invalid } from '../invalid.js'
import { openExisting, openToWrite } from '../ready.js'
import type { World } from '../world.js'
import { toFilter } from './filter.js'
import { toRevision } from './revision.js'

/** What `ratification subscription add` is given. */
export interface Addition {
  readonly since?: string
  readonly allowPrivate: boolean
}

function opened(world: World, open = openExisting) {
  const db = open(world)
  const store = openStore(db)
  return { ...subscriptionQueries(db), store, newest: store.version()?.revision ?? 0 }
}

/** Adds a subscription. Its secret is shown this once. @throws DomainError */
export async function add(world: World, given: string, { since, allowPrivate, ...options }: Addition) {
  const { add, byId, store, newest } = opened(world, openToWrite)
  const filter = toFilter(options)
  checkFilter({ store, today: () => utcDay(world.now()) }, filter)
  const mayBePrivate = allowPrivate || world.config().allowPrivateWebhooks
  const url = await checked(given, mayBePrivate, world)
  const id = `sub_${randomBytes(6).toString('hex')}`
  add({
    id,
    url: url.href,
    // 256 bits; Standard Webhooks asks for 192 to 512.
    secret: `whsec_${randomBytes(32).toString('base64')}`,
    filter: JSON.stringify(filter),
    allowPrivate,
    createdAt: world.now().toISOString(),
    revision: since === undefined ? newest : toRevision('--since', since, newest),
  })
  const added = found(byId(id), id)
  return { ...shown(added, added.revision), secret: added.secret }
}

/** Every subscription. */
export function all(world: World): Shown[] {
  const { all, newest } = opened(world)
  return all().map((one) => shown(one, newest))
}

/** Sends nothing more to a subscription. @returns its address @throws DomainError */
export function remove(world: World, id: string): string {
  const { remove, byId } = opened(world, openToWrite)
  const { url } = found(byId(id), id)
  remove(id)
  return url
}

/** Sends a test message, and says what came of it. @throws DomainError */
export async function test(world: World, id: string): Promise<{ url: string; outcome: Outcome }> {
  const one = found(opened(world).byId(id), id)
  const receiver = { ...one, allowPrivate: one.allowPrivate || world.config().allowPrivateWebhooks }
  return { url: one.url, outcome: await send(receiver, testMessage(id, world.now()), { now: world.now }) }
}

/** Goes on with a subscription. @throws DomainError */
export function resume(world: World, id: string, since?: string): Shown {
  const { resume, byId, newest } = opened(world, openToWrite)
  found(byId(id), id)
  resume(
    id,
    since === undefined ? undefined : { revision: toRevision('--since', since, newest), delivered: null },
  )
  return shown(found(byId(id), id), newest)
}

async function checked(given: string, allowPrivate: boolean, { note }: World): Promise<URL> {
  try {
    const url = checkUrl(given, allowPrivate)
    if (!allowPrivate && !(await checkName(url)))
      note(`“${url.hostname}” cannot be looked up now; it is checked again at each delivery`)
    return url
  } catch (error) {
    throw error instanceof DestinationRefused ? invalid(error.message) : error
  }
}

const found = (one: Subscription | undefined, id: string): Subscription =>
  required(one, `A subscription “${id}”`)

/** A subscription as it is shown: without its secret. */
export interface Shown {
  readonly id: string
  readonly url: string
  readonly filter: SubscriptionFilter
  readonly state: SubscriptionState
  readonly allowPrivate: boolean
  readonly createdAt: string
  /** Everything up to this import is delivered. */
  readonly revision: number
  /** How many imports it lacks. */
  readonly behind: number
  readonly deliveredAt: string | null
  readonly attempts: number
  readonly failingSince: string | null
  readonly nextAttemptAt: string | null
  readonly pausedAt: string | null
  readonly fault: string | null
}

const shown = (one: Subscription, newest: number): Shown => ({
  id: one.id,
  url: one.url,
  filter: JSON.parse(one.filter),
  state: stateOf(one),
  allowPrivate: one.allowPrivate,
  createdAt: one.createdAt,
  revision: one.revision,
  behind: Math.max(0, newest - one.revision),
  deliveredAt: one.deliveredAt,
  attempts: one.attempts,
  failingSince: one.failingSince,
  nextAttemptAt: one.nextAttemptAt,
  pausedAt: one.pausedAt,
  fault: one.fault,
})

/** A subscription on one line. */
export function lineOf(one: Shown): string {
  const chosen = Object.entries(one.filter).map(([name, values]) => `${name} ${values?.join(', ')}`)
  const parts = [
    `${one.id} ${one.state}: ${one.url}`,
    chosen.length === 0 ? 'all changes' : chosen.join('; '),
    one.behind === 0 ? 'up to date' : `${counted(one.behind, 'revision')} behind`,
    one.deliveredAt === null ? 'nothing delivered yet' : `last delivered ${one.deliveredAt}`,
  ]
  const failures = `${counted(one.attempts, 'attempt')} failed since ${one.failingSince}: ${one.fault}`
  if (one.state === 'failing') parts.push(`${failures}; the next is at ${one.nextAttemptAt}`)
  if (one.state === 'paused')
    parts.push(`PAUSED at ${one.pausedAt}; ${failures}; “ratification subscription resume ${one.id}” goes on`)
  return parts.join('; ')
}
