import { type Command, InvalidArgumentError } from 'commander'
import type { Look } from '../../db/looks/looks.js'
import { openStore } from '../../db/store.js'
import { openExisting } from '../ready.js'
import type { World } from '../world.js'
import { instrumentsNamed } from './instruments-named.js'

/** `ratification looks`: what came of the looks at the depositary's pages. */
export const looksCommand = (program: Command, world: World): Command =>
  program
    .command('looks')
    .description('what came of each look at the depositary’s pages, the newest first')
    .argument('[code...]', 'the instruments, by code or number; all of them where none is given')
    .option('--limit <number>', 'how many to list', toLimit, 50)
    .option('--json', 'print them as JSON', false)
    .action((names: string[], { limit, json }: { limit: number; json: boolean }) => {
      const store = openStore(openExisting(world))
      const found = store.looks.newestFirst(instrumentsNamed(store, names), limit)
      if (json) world.print(JSON.stringify(found, null, 2))
      else for (const look of found) world.print(lookLine(look))
    })

const lookLine = ({ lookedAt, instrument, outcome, revision, address, why }: Look): string => {
  const came = outcome === 'imported' ? `imported as revision ${revision}` : outcome
  return `${lookedAt} ${instrument}: ${came}, ${address}${why === null ? '' : `: ${why}`}`
}

function toLimit(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`“${text}” is not a number of looks.`)
}
