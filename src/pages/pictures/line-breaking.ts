/** How much wider than a Latin letter the letters of other scripts are, in the mean, in DejaVu and in what draws Chinese beside it. */
const weights: readonly (readonly [letters: RegExp, weight: number])[] = [
  [/\p{Mark}|[\u2066-\u2069]/u, 0],
  [/\p{Script=Cyrillic}/u, 1.2],
  [/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u, 1.8],
]

/** The width of a text, in Latin letters of mean width. */
export const lettersIn = (text: string): number =>
  [...text].reduce((sum, one) => sum + (weights.find(([letters]) => letters.test(one))?.[1] ?? 1), 0)

/** What no line ends with, and what none begins with. */
const [opening, closing] = [
  '[\\p{Open_Punctuation}\u201c\u2018]',
  '[\\p{Close_Punctuation}\u201d\u2019、。，：；！？/]',
]

/** A space, one Chinese character with the marks about it, or a word. */
const pieces = new RegExp(
  ` |${opening}*(?:\\p{Script=Han}${closing}*|(?:(?!\\p{Script=Han}|${opening}\\p{Script=Han})[^ ])+)`,
  'gu',
)

/** Breaks a text into lines as wide as at most so many Latin letters: between words, and between Chinese characters. */
export function wrapped(text: string, most: number): string[] {
  const lines = ['']
  for (const piece of text.match(pieces) ?? []) {
    const longer = `${lines.at(-1)}${piece}`
    if (longer === piece || lettersIn(longer.trimEnd()) <= most) lines[lines.length - 1] = longer
    else lines.push(piece === ' ' ? '' : piece)
  }
  return lines.map((line) => line.trim())
}
