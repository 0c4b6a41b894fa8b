import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ownFolder = fileURLToPath(new URL('..', import.meta.url))

/** A name of the code that runs: another where any of its files is another. CSS counts: pages link it by its digest. */
export function nameOfBuild(folder = ownFolder): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.([jt]sx?|css)$/.test(file)) hash.update(readFileSync(join(folder, file)))
  return hash.digest('base64url')
}
