import type { ReadingTerms } from '../../format.js'
import { nameKey } from './name-key.js'
import type { ParticipantNames } from './names.js'

/**
 * The names of participants in a language that the record does not speak: first those of the record, then those of States
 * in the Unicode locale data.
 */
export function namesIn(
  language: string,
  { names, byCode }: Pick<ReadingTerms, 'names' | 'byCode'>,
): ParticipantNames {
  let codes: ReadonlyMap<string, string | null> | undefined
  const codeOf = (name: string): string | undefined => {
    codes ??= codesByName(language, byCode)
    return names.codeOf(name) ?? codes.get(nameKey(name)) ?? undefined
  }
  return { ...names, codeOf }
}

/** A name of two participants has none. */
function codesByName(language: string, byCode: ReadingTerms['byCode']): Map<string, string | null> {
  const found = new Map<string, string | null>()
  if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return found
  const namesOf = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  for (const alpha2 of currentCodes()) {
    const name = namesOf.of(alpha2)
    const code = name === undefined ? undefined : byCode(alpha2)
    if (name === undefined || code === undefined) continue
    const key = nameKey(name)
    found.set(key, (found.get(key) ?? code) === code ? code : null)
  }
  return found
}

/** Every pair of letters that is no former code: DD would be named as DE is. */
function* currentCodes(): Generator<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const first of letters)
    for (const second of letters) {
      const locale = `und-${first}${second}`
      if (Intl.getCanonicalLocales(locale)[0] === locale) yield `${first}${second}`
    }
}
