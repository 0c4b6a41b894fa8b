import { createHash, timingSafeEqual } from 'node:crypto'
import type { Store } from '../db/store.js'
import type { Admission } from './importer.js'

/** The name under which the token of the environment imports. */
export const environmentName = 'environment'

/**
 * Who may import: whoever shows the token of the environment, or one that the record knows and that was not revoked. Digests are
 * compared, each with every one, in a time that says nothing of where they differ.
 */
export function admission({ tokens }: Pick<Store, 'tokens'>, importToken: string | null): Admission {
  const own = importToken === null ? [] : [{ name: environmentName, digest: digestOf(importToken) }]
  const holders = () => [...tokens.live(), ...own]
  return {
    isOpen: () => holders().length > 0,
    nameOf(shown) {
      const digest = Buffer.from(digestOf(shown))
      const [found] = holders().filter((one) => timingSafeEqual(digest, Buffer.from(one.digest)))
      return found?.name ?? null
    },
  }
}

/** What the record keeps of a token. @returns SHA-256, lowercase hexadecimal */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')
