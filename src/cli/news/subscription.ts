import type { Command } from 'commander'
import type { World } from '../world.js'
import { withFilter } from './filter-options.js'
import type { Addition } from './subscriptions.js'

interface Json {
  readonly json: boolean
}

const asJson = ['--json', 'print it as JSON', false] as const

/** Loaded only for these commands: the API’s parameters and the sender would slow down the start of every other. */
const subscriptions = () => import('./subscriptions.js')

/** `ratification subscription add|list|remove|test|resume`: who is told of changes by POST. */
export function subscriptionCommand(program: Command, world: World): void {
  const subscription = program.command('subscription').description('who is told of changes by POST: webhooks')
  withFilter(subscription.command('add'), ['instrument', 'state', 'group', 'region', 'kind'])
    .description('have changes sent to an address, and print the secret that signs them, this once')
    .argument('<url>', 'https://…, on the public internet')
    .option('--since <revision>', 'also what later imports than this one changed; 0 for all')
    .option('--allow-private', 'allow a private address, and http:', false)
    .option(...asJson)
    .action(async (url: string, options: Addition & Json) => {
      const { secret, ...added } = await (await subscriptions()).add(world, url, options)
      if (options.json) world.print(JSON.stringify({ ...added, secret }))
      else
        world.print(
          `${added.id}: changes after revision ${added.revision} go to ${added.url}\nThe secret, shown this once: ${secret}`,
        )
    })
  subscription
    .command('list')
    .description('every subscription, how far it is, and what is wrong; no secrets')
    .option(...asJson)
    .action(async ({ json }: Json) => {
      const { all, lineOf } = await subscriptions()
      const rows = all(world)
      if (json) world.print(JSON.stringify(rows, null, 2))
      else for (const one of rows) world.print(lineOf(one))
    })
  subscription
    .command('remove')
    .description('send nothing more')
    .argument('<id>')
    .option(...asJson)
    .action(async (id: string, { json }: Json) => {
      const url = (await subscriptions()).remove(world, id)
      world.print(json ? JSON.stringify({ id, url }) : `${id} is removed: nothing more goes to ${url}`)
    })
  subscription
    .command('test')
    .description('send a test at once, and say what came of it; exits with 1 if it did not arrive')
    .argument('<id>')
    .option(...asJson)
    .action(async (id: string, { json }: Json) => {
      const { url, outcome } = await (await subscriptions()).test(world, id)
      const text = outcome.isDelivered
        ? `${id}: the test arrived, ${url} answered ${outcome.status}`
        : `${id}: the test did not arrive at ${url}: ${outcome.fault}`
      world.print(json ? JSON.stringify({ id, ...outcome }) : text)
      if (!outcome.isDelivered) world.fail()
    })
  subscription
    .command('resume')
    .description('go on with a subscription that is paused, or try one that failed at once')
    .argument('<id>')
    .option('--since <revision>', 'go on after this import, and leave out or repeat what lies between')
    .option(...asJson)
    .action(async (id: string, { since, json }: Json & { since?: string }) => {
      const { resume, lineOf } = await subscriptions()
      const resumed = resume(world, id, since)
      world.print(json ? JSON.stringify(resumed) : lineOf(resumed))
    })
}
