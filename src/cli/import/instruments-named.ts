import type { Store } from '../../db/store.js'
import { notAmong } from '../../domain/errors.js'

/**
 * The codes of instruments that are named by code or number.
 * @throws DomainError for a name that is no instrument of the record
 */
export const instrumentsNamed = (
  { instruments, imports }: Pick<Store, 'instruments' | 'imports'>,
  names: readonly string[],
): string[] =>
  names.map((name) => {
    const code = instruments.codeOf(name)
    if (code !== undefined) return code
    const all = instruments.all(imports.newest()?.number ?? 0)
    throw notAmong(
      'instrument',
      name,
      'an instrument in the record',
      all.map((one) => one.code),
    )
  })
