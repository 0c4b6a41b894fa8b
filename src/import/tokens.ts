import { createHash, timingSafeEqual } from 'node:crypto'
import type { Store } from '../db/store.js'
import type { Admission } from './importer.js'

/** The `importedBy` name of the token from the environment. */
export const environmentName = 'environment'

/**
 * Admits the token of the environment, and every token in the record that is not revoked. It compares the digest with
 * every stored one, each in constant time, so that timing reveals nothing.
 */
export function admission({ tokens }: Pick<Store, 'tokens'>, importToken: string | null): Admission {
  const own = importToken === null ? [] : [{ name: environmentName, digest: digestOf(importToken) }]
  const holders = () => [...tokens.live(), ...own]
  return {
    isOpen: () => holders().length > 0,
    nameOf(token) {
      const digest = Buffer.from(digestOf(token))
      const [found] = holders().filter((one) => timingSafeEqual(digest, Buffer.from(one.digest)))
      return found?.name ?? null
    },
  }
}

/** The form in which the record stores a token. @returns SHA-256, lowercase hexadecimal */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')
