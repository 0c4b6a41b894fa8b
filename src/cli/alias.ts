import type { Command } from 'commander'
import { openStore } from '../db/store.js'
import { nameKey } from '../tables/collection/name-key.js'
import { participantNames } from '../tables/collection/names.js'
import { participantName } from '../tables/collection/plain-text.js'
import { invalid } from './invalid.js'
import { openExisting } from './ready.js'
import type { World } from './world.js'

/** `ratification alias add`: adds another name that tables use for a participant. */
export const aliasCommand = (program: Command, world: World): Command =>
  program
    .command('alias')
    .description('names that tables use for participants')
    .command('add')
    .description('record another name of a participant, so that tables with it can be read')
    .argument('<name>', 'the name as tables print it')
    .argument('<code>', 'whose it is: an alpha-3 code, or a code such as X-WHO')
    .option('--json', 'print what was recorded as JSON', false)
    .action((given: string, code: string, { json }: { json: boolean }) => {
      const { participants } = openStore(openExisting(world))
      const { name } = participantName(given)
      const participant = participants.codeOf(code)
      const names = participantNames(participants.named())
      const holder = names.codeOf(name)
      if (nameKey(name) === '') throw invalid(`“${given}” is no name`)
      if (participant === undefined) throw invalid(`“${code}” is not the code of a participant in the record`)
      if (holder !== undefined && holder !== participant)
        throw invalid(`“${name}” is known already, as a name of ${holder}: no name means two participants`)
      if (holder === undefined) participants.addAlias(name, participant)
      const words = holder === undefined ? 'is now a name of' : 'was already known as a name of'
      world.print(
        json
          ? JSON.stringify({ name, participant, added: holder === undefined })
          : `“${name}” ${words} ${participant}`,
      )
    })
