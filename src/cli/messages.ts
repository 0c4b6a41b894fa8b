import type { Command } from 'commander'
import { counted } from '../domain/wording.js'
import type { World } from './world.js'

/** `ratification messages check`: what is wrong in the sentences of the six languages. */
export function messagesCommand(program: Command, world: World): void {
  program
    .command('messages')
    .description('the sentences of the pages, in six languages')
    .command('check')
    .description(
      'compare each language with English: keys, placeholders, plural forms; exits with 1 on a fault',
    )
    .option('--json', 'print what was found as JSON', false)
    .action(async ({ json }: { json: boolean }) => {
      const { catalogues } = await import('../messages/catalogues.js')
      const { checkMessages } = await import('../messages/check.js')
      const faults = checkMessages(catalogues)
      const messages = Object.keys(catalogues.en).length
      if (json) world.print(JSON.stringify({ messages, faults }, null, 2))
      else {
        for (const { lang, key, detail } of faults) world.print(`${lang}.json: ${key} ${detail}`)
        world.print(
          `${counted(messages, 'message')} in ${Object.keys(catalogues).length} languages, ${counted(faults.length, 'fault')}`,
        )
      }
      if (faults.length > 0) world.fail()
    })
}
