import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Day } from '../../domain/vocabulary.js'
import { invalid } from '../invalid.js'

/** The file that lists what “publish” wrote into a folder. */
const manifestName = '.ratification-publish.json'
/** The manifest while it is being written. */
const draftName = `${manifestName}.draft`

const SiteManifest = z.object({
  publicUrl: z.string(),
  asOf: Day,
  revision: z.int().min(1),
  files: z.array(
    z.string().refine((file) => !file.split('/').some((part) => ['', '.', '..', '.git'].includes(part)), {
      error: 'is no path of a site below the folder',
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
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return null
  if (!found.isDirectory()) throw invalid(`${folder} is not a folder`)
  // A fresh clone is empty but for Git. A first run that was killed may leave a draft.
  if (readdirSync(folder).every((name) => name === '.git' || name === draftName)) return null
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
  const standing = whatStands(folder)
  const obstacle = [...files.keys()].flatMap((file) => obstacleTo(file, own, standing) ?? [])[0]
  if (obstacle !== undefined)
    throw invalid(`${join(folder, obstacle)} is in the way: “publish” did not write it, and leaves it alone`)
  const names = [...files.keys()].sort()
  const gone = [...own]
    .filter((file) => !files.has(file) && file !== manifestName && standing(file) === 'file')
    .sort()
  mkdirSync(folder, { recursive: true })
  const manifest = (files: readonly string[]): void => writeManifest(folder, { ...site, files: [...files] })
  // Until all is written, the manifest names the old files and the new: after a kill, the next run knows both.
  if (names.some((name) => !own.has(name))) manifest([...names, ...gone].sort())
  // An old file may have the name of a new folder.
  for (const file of gone) remove(folder, file)
  const written = names.filter((name) => writeIfChanged(join(folder, name), files.get(name) ?? Buffer.of()))
  manifest(names)
  return { written, removed: gone }
}

/** `other` is neither a file nor a folder, or lies behind something that is no folder: a link may lead anywhere. */
type Standing = 'file' | 'folder' | 'nothing' | 'other'

/** Says what stands at a path below a folder. No link below it is followed. */
function whatStands(root: string): (path: string) => Standing {
  const folders = new Map<string, Standing>([['.', 'folder']])
  const standingOf = (path: string): Standing => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const parent = standingOf(dirname(path))
    folders.set(dirname(path), parent)
    if (parent !== 'folder') return parent === 'nothing' ? 'nothing' : 'other'
    const found = lstatSync(join(root, path), { throwIfNoEntry: false })
    if (found === undefined) return 'nothing'
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
  }
  return standingOf
}

/** What keeps a file from being written: a file of somebody else, a link, or a folder. */
function obstacleTo(
  file: string,
  own: ReadonlySet<string>,
  standing: (path: string) => Standing,
): string | null {
  const found = standing(file)
  if (found === 'nothing' || (found === 'file' && own.has(file))) return null
  if (found !== 'other') return file
  const first = foldersOf(file).find((folder) => standing(folder) !== 'folder') ?? file
  return standing(first) === 'file' && own.has(first) ? null : first
}

/** The folders that a path leads through, the outermost first. */
const foldersOf = (file: string): string[] =>
  file
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'))

/** Writes the manifest whole or not at all: a run that is killed leaves one that can be read. */
function writeManifest(folder: string, manifest: SiteManifest): void {
  const [path, draft] = [join(folder, manifestName), join(folder, draftName)]
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  rmSync(draft, { force: true })
  writeFileSync(draft, text)
  renameSync(draft, path)
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
