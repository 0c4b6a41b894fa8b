import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { checkName, checkUrl, DestinationRefused } from '../../api/webhooks/destination.js'
import { testMessage } from '../../api/webhooks/messages.js'
import { send } from '../../api/webhooks/send.js'
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
import { toFilter, withFilter } from './filter-options.js'
import { toRevision } from './revision.js'

interface Json {
  readonly json: boolean
}

interface Addition extends Json {
  readonly since?: string
  readonly allowPrivate: boolean
}

const asJson = ['--json', 'print it as JSON', false] as const

/** `ratification subscription add|list|remove|test|resume`: who is told of changes by POST. */
export function subscriptionCommand(program: Command, world: World): void {
  const subscription = program.command('subscription').description('who is told of changes by POST: webhooks')
  withFilter(subscription.command('add'), ['instrument', 'state', 'group', 'region', 'kind'])
    .description('have changes sent to an address, and print the secret that signs them, this once')
    .argument('<url>', 'https://…, on the public internet')
    .option('--since <revision>', 'also what later imports than this one changed; 0 for all')
    .option('--allow-private', 'allow a private address, and http:', false)
    .option(...asJson)
    .action(async (url: string, options: Addition) => {
      const added = await add(world, url, options)
      if (options.json) world.print(JSON.stringify({ ...shown(added, added.revision), secret: added.secret }))
      else
        world.print(
          `${added.id}: changes after revision ${added.revision} go to ${added.url}\nThe secret, shown this once: ${added.secret}`,
        )
    })
  subscription
    .command('list')
    .description('every subscription, how far it is, and what is wrong; no secrets')
    .option(...asJson)
    .action(({ json }: Json) => {
      const { all, newest } = opened(world)
      const rows = all().map((one) => shown(one, newest))
      if (json) world.print(JSON.stringify(rows, null, 2))
      else for (const one of rows) world.print(lineOf(one))
    })
  subscription
    .command('remove')
    .description('send nothing more')
    .argument('<id>')
    .option(...asJson)
    .action((id: string, { json }: Json) => {
      const { remove, byId } = opened(world, openToWrite)
      const { url } = found(byId(id), id)
      remove(id)
      world.print(json ? JSON.stringify({ id, url }) : `${id} is removed: nothing more goes to ${url}`)
    })
  subscription
    .command('test')
    .description('send a test at once, and say what came of it; exits with 1 if it did not arrive')
    .argument('<id>')
    .option(...asJson)
    .action((id: string, { json }: Json) => test(world, id, json))
  subscription
    .command('resume')
    .description('go on with a subscription that is paused, or try one that failed at once')
    .argument('<id>')
    .option('--since <revision>', 'go on after this import, and leave out or repeat what lies between')
    .option(...asJson)
    .action((id: string, { since, json }: Json & { since?: string }) => {
      const resumed = resume(world, id, since)
      world.print(json ? JSON.stringify(resumed) : lineOf(resumed))
    })
}

function opened(world: World, open = openExisting) {
  const db = open(world)
  const store = openStore(db)
  return { ...subscriptionQueries(db), store, newest: store.version()?.revision ?? 0 }
}

/** @throws DestinationRefused, DomainError */
async function add(world: World, given: string, { since, allowPrivate, ...options }: Addition) {
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
  return found(byId(id), id)
}

/** Sends a test message, and says what came of it. @throws DomainError */
async function test(world: World, id: string, isJson: boolean): Promise<void> {
  const one = found(opened(world).byId(id), id)
  const receiver = { ...one, allowPrivate: one.allowPrivate || world.config().allowPrivateWebhooks }
  const outcome = await send(receiver, testMessage(id, world.now()), { now: world.now })
  const text = outcome.isDelivered
    ? `${id}: the test arrived, ${one.url} answered ${outcome.status}`
    : `${id}: the test did not arrive at ${one.url}: ${outcome.fault}`
  world.print(isJson ? JSON.stringify({ id, ...outcome }) : text)
  if (!outcome.isDelivered) world.fail()
}

/** @throws DomainError */
function resume(world: World, id: string, since?: string): Shown {
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
interface Shown {
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

function lineOf(one: Shown): string {
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
