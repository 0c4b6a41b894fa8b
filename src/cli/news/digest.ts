import { type Command, Option } from 'commander'
import { digestOf } from '../../api/digest/digest.js'
import { type DigestFormat, digestFormats, digestInWords } from '../../api/digest/digest-text.js'
import { openStore, type Store } from '../../db/store.js'
import { utcDay } from '../../domain/calendar.js'
import { Day } from '../../domain/vocabulary.js'
import { linkFrom } from '../../http/links.js'
import { invalid } from '../invalid.js'
import { openExisting } from '../ready.js'
import type { World } from '../world.js'
import { toFilter, withFilter } from './filter-options.js'
import { isRevision, toRevision } from './revision.js'

interface DigestOptions {
  readonly since: string
  readonly until?: string
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
    .action(({ since, until, format, exitCode, json, ...options }: DigestOptions) => {
      const store = openStore(openExisting(world))
      const today = utcDay(world.now())
      const after = revisionAt('since', since, store, today)
      const upTo = until === undefined ? newestOf(store) : revisionAt('until', until, store, today)
      const [from, to] = [since, until].map((one) => (one !== undefined && isDay(one) ? one : undefined))
      if (upTo < after || (from !== undefined && to !== undefined && to < from))
        throw invalid(`--until ${until} lies before --since ${since}`)
      if (upTo === 0) throw invalid(`--until ${until} lies before the first import`)
      const link = linkFrom(world.config().publicUrl)
      const filter = toFilter(options)
      const found = digestOf({ store, today: () => today }, filter, { after, upTo, from, to }, link)
      world.print(json ? JSON.stringify(found, null, 2) : digestInWords(found, format))
      if (exitCode && found.sections.length === 0) world.fail(4)
    })
}

const isDay = (text: string): boolean => Day.safeParse(text).success

const newestOf = (store: Store): number => store.version()?.revision ?? 0

/**
 * The import after which, or up to which, changes are asked about.
 * @throws DomainError for what is neither a day up to today nor a revision of the record
 */
function revisionAt(name: 'since' | 'until', text: string, store: Store, today: Day): number {
  const newest = newestOf(store)
  if (isRevision(text)) return toRevision(`--${name}`, text, newest)
  if (!isDay(text))
    throw invalid(`--${name} “${text}” is neither a day like 2026-11-20 nor a revision from 0 to ${newest}`)
  if (text > today) throw invalid(`--${name} ${text} lies ahead: today is ${today} (UTC)`)
  return name === 'since' ? store.imports.lastBefore(text) : store.imports.lastBy(text)
}
