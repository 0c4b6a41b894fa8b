import { type Command, Option } from 'commander'
import { type DigestFormat, digestFormats, digestInWords } from '../../api/digest/digest-text.js'
import type { World } from '../world.js'
import type { Period } from './digest-of-period.js'
import { withFilter } from './filter-options.js'

interface DigestOptions extends Period {
  readonly format: DigestFormat
  readonly exitCode: boolean
  readonly json: boolean
}

/** `ratification digest`: what changed, in plain English, to pipe into a mailer. */
export function digestCommand(program: Command, world: World): void {
  const digest = program
    .command('digest')
    .description('what changed in the record, in plain English, to pipe into a mailer')
    .requiredOption(
      '--since <day or revision>',
      'what was imported on this day or later, or after this revision',
    )
    .option('--until <day or revision>', 'what was imported by this day, or up to this revision')
  withFilter(digest, ['instrument', 'state', 'group', 'region', 'kind'])
    .addOption(new Option('--format <format>', 'how to write it').choices(digestFormats).default('markdown'))
    .option('--exit-code', 'exit with 4 if nothing changed', false)
    .option('--json', 'print it as JSON', false)
    .action(async ({ since, until, format, exitCode, json, ...options }: DigestOptions) => {
      // Loaded only for this command: the API’s parameters would slow down the start of every other.
      const { digestOfPeriod } = await import('./digest-of-period.js')
      const found = digestOfPeriod(world, until === undefined ? { since } : { since, until }, options)
      world.print(json ? JSON.stringify(found, null, 2) : digestInWords(found, format))
      if (exitCode && found.sections.length === 0) world.fail(4)
    })
}
