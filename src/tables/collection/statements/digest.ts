import { createHash } from 'node:crypto'

/** SHA-256 of a text without regard to case, white space and the form of quotation marks. */
export function digestOf(texts: readonly string[]): string {
  const normal = texts
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
  return createHash('sha256').update(normal).digest('hex')
}
