import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProblemError } from '../problems.js'

/** The limit of an upload. */
export const mostBytes = 64 * 1024 * 1024

export interface Spooled {
  readonly path: string
  /** SHA-256, lowercase hexadecimal */
  readonly sha256: string
}

/**
 * Streams a body to a temporary file, calls `use`, and removes the file.
 * @throws ProblemError if the body is too large or the disk is full
 */
export async function spooled<T>(body: Readable, use: (file: Spooled) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ratification-'))
  try {
    const path = join(folder, 'table')
    const hash = createHash('sha256')
    let bytes = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        if (bytes > mostBytes) return done(tooLarge())
        hash.update(chunk)
        done(null, chunk)
      },
    })
    await pipeline(body, measure, createWriteStream(path))
    return await use({ path, sha256: hash.digest('hex') })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    throw new ProblemError(
      'record-unavailable',
      'The server has no room left for a table; nothing was imported',
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const tooLarge = (): ProblemError =>
  new ProblemError('payload-too-large', `A table may have ${mostBytes} bytes (64 MiB) at the most`)
