const numerals = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/**
 * The depositary's number of a treaty, chapter in Roman numerals: `18-12-a`, `18-12.a` and `xviii-12-A` are XVIII-12-a.
 * @returns null for what is no such number
 */
export function treatyNumber(text: string): string | null {
  const [, chapter = '', rest = ''] = /^(\d{1,2}|[ivx]+)-(\d+[a-z]?(?:[-.][a-z0-9]{1,2})*)$/i.exec(text) ?? []
  const number = /^\d/.test(chapter) ? Number(chapter) : arabic(chapter.toUpperCase())
  if (number < 1 || number > 39) return null
  return `${roman(number)}-${rest.replaceAll('.', '-').toLowerCase()}`
}

function roman(number: number): string {
  const [letters, value] = numerals.find(([, least]) => least <= number) ?? ['', 0]
  return value === 0 ? '' : letters + roman(number - value)
}

/** @returns 0 for what is no numeral in its one right spelling */
const arabic = (letters: string): number =>
  Array.from({ length: 39 }, (_, index) => index + 1).find((number) => roman(number) === letters) ?? 0
