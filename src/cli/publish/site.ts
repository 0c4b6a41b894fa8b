import { readFileSync } from 'node:fs'
import type { Db } from '../../db/sqlite/open.js'
import { openStore } from '../../db/store.js'
import type { Day, Language } from '../../domain/vocabulary.js'
import type { Document } from '../../http/openapi/openapi.js'
import { invalid } from '../invalid.js'
import { packageFile } from '../package-files.js'
import { appOver } from '../serve/app-over.js'
import { collect } from './collect.js'
import { publishedDay } from './published-day.js'
import { rewrite } from './rewrite.js'
import { fileOf, type Published, siteAddress } from './site-address.js'
import type { SiteManifest } from './site-folder.js'

interface SiteSource {
  readonly db: Db
  /** Where the site will be, without a slash at the end. */
  readonly publicUrl: string
  readonly today: Day
  /** The day to publish; null for the day of the record. */
  readonly asOf: Day | null
  readonly earlier: SiteManifest | null
  /** The languages of its pages: English, and others. */
  readonly languages: readonly Language[]
}

export interface SiteFiles extends Pick<Published, 'asOf' | 'revision'> {
  /** The content of each file, by its path below the folder. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** Makes every file of a site from the answers of the app. */
export async function siteFiles(source: SiteSource): Promise<SiteFiles> {
  const { db, publicUrl, today, asOf, earlier, languages } = source
  const store = openStore(db)
  const version = store.version()
  if (version === undefined) throw invalid('The record is empty: there is nothing to publish')
  const { revision, importedAt } = version
  // A site that shows this revision already keeps its day; else the record speaks from the day of its newest import.
  const known = earlier?.revision === revision ? earlier.asOf : importedAt.slice(0, 10)
  const document: Document = JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8'))
  let day = today
  const app = await appOver(
    db,
    { publicUrl, trustProxy: false, rateLimit: 0, hsts: null, securityContact: null, logLevel: 'silent' },
    null,
    { now: () => new Date(`${day}T00:00:00Z`) },
    { store, replicaStatus: () => null, isStatic: true },
  )
  try {
    day = asOf ?? (await publishedDay(app, document, known, today))
    const published = { asOf: day, revision, languages }
    const answers = await collect({ app, store, document, publicUrl, published })
    const paths = [...answers.keys()]
    const held = new Set(paths)
    const pathOf = (href: string) => {
      const path = siteAddress(href, published)?.path
      return path !== undefined && held.has(path) ? path : null
    }
    // GitHub Pages would otherwise leave files out.
    const files = new Map<string, Buffer>([['.nojekyll', Buffer.of()]])
    for (const [path, answer] of answers) {
      files.set(fileOf(path), rewrite(answer, path, { publicUrl, pathOf, paths }))
      // Six languages are much to hold twice.
      answers.delete(path)
    }
    return { asOf: day, revision, files }
  } finally {
    await app.close()
  }
}
