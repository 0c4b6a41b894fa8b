import { type Command, InvalidArgumentError } from 'commander'
import { utcDay } from '../../domain/calendar.js'
import { Day, type Language, languages } from '../../domain/vocabulary.js'
import { ConfigError } from '../config.js'
import { openExisting } from '../ready.js'
import type { World } from '../world.js'
import { earlierSite, writeSite } from './site-folder.js'

interface Given {
  readonly publicUrl?: string
  readonly asOf?: Day
  readonly lang?: readonly Language[]
  readonly json: boolean
}

/** `ratification publish`: writes the whole site as files, for any host of static files. */
export const publishCommand = (program: Command, world: World): Command =>
  program
    .command('publish')
    .description('write the whole site as files, for any host of static files; only what changed is written')
    .argument('<folder>')
    .option(
      '--public-url <url>',
      'where the site will be, such as https://org.example/ratification',
      toSiteUrl,
    )
    .option(
      '--as-of <day>',
      'the day to show; by default that of the newest import, or of a later change',
      toDay,
    )
    .option(
      '--lang <languages>',
      'the languages of the pages beside English, such as fr,es; all six by default',
      toLanguages,
    )
    .option('--json', 'print what was written as JSON', false)
    .action(
      async (
        folder: string,
        { publicUrl = world.config().publicUrl, asOf, lang = languages, json }: Given,
      ) => {
        if (publicUrl === '')
          throw new ConfigError('publish needs --public-url, or PUBLIC_URL: where the site will be')
        const today = utcDay(world.now())
        if (asOf !== undefined && asOf > today)
          throw new ConfigError(
            `--as-of ${asOf} lies ahead: the record speaks of days up to today, ${today} (UTC)`,
          )
        const earlier = earlierSite(folder)
        const db = openExisting(world)
        // Load the server only now: it takes a while.
        const { siteFiles } = await import('./site.js')
        const { files, ...site } = await siteFiles({
          db,
          publicUrl,
          today,
          asOf: asOf ?? null,
          earlier,
          languages: lang,
        })
        const { written, removed } = writeSite(folder, earlier, { publicUrl, ...site }, files)
        db.$client.close()
        if (json)
          world.print(
            JSON.stringify({ folder, publicUrl, ...site, files: files.size, written, removed }, null, 2),
          )
        else
          world.print(
            `${written.length} of ${files.size} files written, ${removed.length} removed in ${folder}: revision ${site.revision} as of ${site.asOf}, for ${publicUrl}`,
          )
      },
    )

/** An address that paths can follow. */
function toSiteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isSite = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && !/[?#\s]/.test(text)
  if (!isSite) throw new InvalidArgumentError('It is no address like https://org.example/ratification.')
  return url.href.replace(/\/+$/, '')
}

function toDay(text: string): Day {
  const day = Day.safeParse(text)
  if (day.success) return day.data
  throw new InvalidArgumentError(`“${text}” is not a day like 2003-03-05.`)
}

/** English is always among them: the files of the API lead to English pages. */
function toLanguages(text: string): Language[] {
  const named = text.split(',').map((one) => one.trim().toLowerCase())
  const unknown = named.find((one) => !languages.some((lang) => lang === one))
  if (unknown === undefined) return languages.filter((lang) => lang === 'en' || named.includes(lang))
  throw new InvalidArgumentError(`“${unknown}” is not one of: ${languages.join(', ')}.`)
}
