import { plainName } from '../../../domain/name.js'

/**
 * Words that names have or leave out: articles, “of” and “and”. Not “de” or “d”: “Congo, D. Rep.” is not “Congo, Rep.”,
 * nor is a misspelt “Congo, De. Rep.”.
 */
const particles = new Set('the of and et y la le les el los las'.split(' '))

/** Abbreviations and translations, under one spelling each. */
const oneSpelling = new Map(
  [
    'republic rep repub republique republica',
    'democratic dem democratique democratica',
    'federal fed federated federative federale federation',
    'peoples people ppl populaire popular pop',
    'islamic islamique islamica',
    'islands is isls',
    'states sts',
    'united utd',
    'equatorial eq equat',
    'saint st',
    'sainte ste',
    'santa sta',
  ].flatMap((line) => {
    const [word = '', ...others] = line.split(' ')
    return others.map((other): [string, string] => [other, word])
  }),
)

/** Words that many names have: they tell what kind of State it is, and not which. */
export const kindsOfState = new Set([
  ...'republic democratic federal peoples islamic states state kingdom united union commonwealth socialist'.split(
    ' ',
  ),
  ...'arab plurinational bolivarian former independent islands island country part partie territory special administrative region'.split(
    ' ',
  ),
  ...'etat etats royaume reino estado estados uni unis unie unido unidos iles islas de du des del'.split(' '),
])

/** “U.S.A.” is “USA”, “D. R. Congo” is “DR Congo”. Not “É.-U.”, which is not the EU. */
const closeInitials = (name: string): string =>
  name.replace(/(?<![\p{L}\p{M}])[A-Za-z](?:\.\s?[A-Za-z](?!\p{L}))+/gu, (initials) =>
    initials.replace(/[.\s]/g, ''),
  )

/** The words of a name that tell it from others. `The Bahamas`, `Bahamas (the)` and `BAHAMAS` have the same. */
export const wordsOf = (name: string): string[] =>
  plainName(closeInitials(name).replace(/(?<!\p{L})[dl](?:['’‘ʼ`´]| (?=[aeiou]))/giu, ''))
    .split(' ')
    .filter((word) => word !== '' && !particles.has(word))
    .map((word) => oneSpelling.get(word) ?? word)

/** Normalises a name: it ignores case, accents, punctuation, articles, “of” and “and”, and writes abbreviations out. */
export const nameKey = (name: string): string => wordsOf(name).join(' ')

/** The parts that commas and brackets divide a name into: `Iran (Islamic Republic of)` has two. */
const partsOf = (name: string): string[] =>
  name
    .split(/[,()[\]]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `Korea Republic of`: a final “of” says that the words from the kind of State on belong in front. */
function turnedAtOf(name: string): string[] {
  if (!/\s(of|du|de|del)(\s+(the|la|el|los|las|les))?$/i.test(name)) return []
  const words = wordsOf(name)
  const at = words.findIndex((word, index) => index > 0 && kindsOfState.has(word))
  return at < 0 ? [] : [[...words.slice(at), ...words.slice(0, at)].join(' ')]
}

/**
 * Every key of a name: as it stands, and put in order. `Korea, Republic of` and `Korea (Republic of)` are also
 * `Republic of Korea`. Without a comma, brackets or a final “of”, the order of the words is theirs.
 */
export function keysOf(name: string): string[] {
  const parts = partsOf(name)
  const inOrder = parts.length > 1 ? [nameKey(parts.reverse().join(' '))] : turnedAtOf(name)
  return [...new Set([nameKey(name), ...inOrder])].filter((key) => key !== '')
}

/** The two names of `Myanmar (Burma)`, `Czechia / Czech Republic` and `Eswatini (formerly Swaziland)`; else null. */
export function twoNames(name: string): [string, string] | null {
  const found = /^([^()/]+)(?:\(([^()]+)\)|\/([^/]+))$/.exec(name.trim())
  const [, first = '', inBrackets, behind = ''] = found ?? []
  const second = (inBrackets ?? behind).replace(/^\s*(formerly|previously|now|also|aka|ex)[\s-]+/i, '')
  return found ? [first.trim(), second.trim()] : null
}
