const numerals = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/**
 * Normalises the depositary's number of a treaty, with the chapter in Roman numerals: `18-12-a`, `18-12.a` and
 * `xviii-12-A` give XVIII-12-a. Chapter XI has parts, as in XI-B-16.
 * @returns null for any other text
 */
export function treatyNumber(text: string): string | null {
  const [, chapter = '', part = '', rest = ''] =
    /^(\d{1,2}|[ivx]+)(-[a-e])?-(\d+[a-z]?(?:[-.][a-z0-9]{1,3})*)$/i.exec(text) ?? []
  const number = /^\d/.test(chapter) ? Number(chapter) : arabic(chapter.toUpperCase())
  if (number < 1 || number > 39) return null
  return `${roman(number)}${part.toUpperCase()}-${rest.replaceAll('.', '-').toLowerCase()}`
}

function roman(number: number): string {
  const [letters, value] = numerals.find(([, least]) => least <= number) ?? ['', 0]
  return value === 0 ? '' : letters + roman(number - value)
}

/** @returns 0 unless the numeral is spelled canonically */
const arabic = (letters: string): number =>
  Array.from({ length: 39 }, (_, index) => index + 1).find((number) => roman(number) === letters) ?? 0
