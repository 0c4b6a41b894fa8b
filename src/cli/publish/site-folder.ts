import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Day } from '../../domain/vocabulary.js'
import { invalid } from '../invalid.js'

/** The file that lists what “publish” wrote into a folder. */
const manifestName = '.ratification-publish.json'

const SiteManifest = z.object({
  publicUrl: z.string(),
  asOf: Day,
  revision: z.int().min(1),
  files: z.array(
    z.string().refine((file) => !file.split('/').some((part) => ['', '.', '..'].includes(part)), {
      error: 'is no path below the folder',
    }),
  ),
})
export type SiteManifest = z.infer<typeof SiteManifest>

/**
 * What an earlier “publish” wrote into a folder; null for a folder that is new or empty.
 * @throws DomainError if the folder holds anything else
 */
export function earlierSite(folder: string): SiteManifest | null {
  const path = join(folder, manifestName)
  if (existsSync(path)) return readManifest(path)
  // A fresh clone is empty but for Git.
  if (!existsSync(folder) || readdirSync(folder).every((name) => name === '.git')) return null
  throw invalid(`${folder} is not empty, and “publish” did not write it: there is no ${manifestName}`)
}

function readManifest(path: string): SiteManifest {
  try {
    return SiteManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw invalid(`${path} is not what “publish” wrote: mend it, or publish into an empty folder`)
  }
}

export interface SiteWritten {
  readonly written: readonly string[]
  readonly removed: readonly string[]
}

/**
 * Brings a folder up to date: writes the files that differ, and removes those of an earlier site that are no more.
 * @param files  the content of each file
 * @throws DomainError if another's file stands in the place of one; then nothing is written
 */
export function writeSite(
  folder: string,
  earlier: SiteManifest | null,
  site: Omit<SiteManifest, 'files'>,
  files: ReadonlyMap<string, Buffer>,
): SiteWritten {
  const own = new Set(earlier?.files)
  const foreign = [...files.keys()].find((file) => !own.has(file) && existsSync(join(folder, file)))
  if (foreign !== undefined)
    throw invalid(`${join(folder, foreign)} is in the way: “publish” did not write it, and leaves it alone`)
  const names = [...files.keys()].sort()
  const gone = [...own].filter((file) => !files.has(file)).sort()
  mkdirSync(folder, { recursive: true })
  // Until all is written, the manifest names the old files and the new: after a kill, the next run knows both.
  const manifest = (files: readonly string[]): boolean =>
    writeIfChanged(
      join(folder, manifestName),
      Buffer.from(`${JSON.stringify({ ...site, files }, null, 1)}\n`),
    )
  if (names.some((name) => !own.has(name))) manifest([...names, ...gone].sort())
  const written = names.filter((name) => writeIfChanged(join(folder, name), files.get(name) ?? Buffer.of()))
  for (const file of gone) remove(folder, file)
  manifest(names)
  return { written, removed: gone }
}

function writeIfChanged(path: string, content: Buffer): boolean {
  if (existsSync(path) && readFileSync(path).equals(content)) return false
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return true
}

/** Removes a file, and the folders that it leaves empty. */
function remove(root: string, file: string): void {
  rmSync(join(root, file), { force: true })
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    const path = join(root, folder)
    if (!existsSync(path) || readdirSync(path).length > 0) return
    rmdirSync(path)
  }
}
