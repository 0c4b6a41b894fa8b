import { folded } from './plain-text.js'

/** A heading in small letters, without accents, footnotes, and the signs that programs put for spaces. */
export const columnKey = (words: string): string =>
  folded(/\s/.test(words) ? words : words.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[_-]+/g, ' ')
    .replace(/\s*\((?:[dmyja]{1,4}[ ./-]?){2}[dmyja]{1,4}\)$/, '')
    .replace(/(\s*\[\w{1,3}\]|[\s\d,*:†‡])+$/, '')
    .trim()

const nouns = {
  participant: 'participants?|participantes?',
  country:
    'countr(?:y|ies)|states? part(?:y|ies)|(?:(?:un |united nations )?member |contracting |signatory )?states?|pays|etats?(?: (?:membres?|parties?|contractants?))?|pais(?:es)?|estados?(?: (?:miembros?|partes?|contratantes?))?',
  party: 'contracting part(?:y|ies)|part(?:y|ies)|parties?(?: contractantes?)?',
  other:
    'nations?|entit(?:y|ies)|territor(?:y|ies)|areas?|jurisdictions?|(?:international |regional )?organi[sz]ations?|members?|signator(?:y|ies)',
} as const
const anyNoun = Object.values(nouns).join('|')

/** “Country”, “Name of country”, “Country or territory”. */
const nameOf = (first: string): RegExp =>
  new RegExp(
    String.raw`^(?:(?:names? of|nom (?:du|de l')) ?(?:the )?)?(?:${first})(?:\s*(?:\/|,|&|\bor\b|\band\b|\bou\b|\bet\b)\s*(?:other )?(?:${anyNoun}))*(?: names?)?$`,
  )

/** Headings of names of participants, the surest first: where “Country” stands, “Party” may say yes or no. */
export const nameHeadings: readonly RegExp[] = [
  nameOf(nouns.participant),
  nameOf(nouns.country),
  nameOf(nouns.party),
  /^(?:short |official |full )?names?$|^nom$/,
  nameOf(nouns.other),
]

const iso = '(?=.*(?:iso|alpha|a ?[23]|letter))(?:iso)? ?(?:3166(?: 1)?)? ?'
/** Codes by their kind; the first found is read. */
export const codeHeadings: readonly RegExp[] = [
  new RegExp(
    `^(?:country )?(?:${iso}(?:alpha|a)? ?\\(?3\\)?c?(?: ?(?:code|letter code))?|iso code \\(3\\)|iso(?: ?code)?|iso code|iso country code)$`,
  ),
  /^(?:country |state )?codes?$/,
  new RegExp(`^(?:country )?(?:${iso}(?:alpha|a)? ?2c?(?: ?(?:code|letter code))?|iso code \\(2\\))$`),
  /^(?:un |country )?m ?49(?: code)?$|^iso ?numeric(?: code)?$/,
]

/** The key of a heading of codes keeps its digits: `ISO3`, `alpha-2`, `M49`. */
export const codeKey = (words: string): string =>
  folded(words.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[_-]+/g, ' ')
    .trim()

/** Headings of the column that names the act, if another column gives its date. */
export const kindHeading =
  /^(?:kind|method|mode|(?:participation |action |instrument )?type|(?:type|kind|method|mode|form) of (?:treaty )?(?:action|participation|consent|instrument|act)|(?:treaty )?action|act)$/
/** Headings of the day on which the treaty enters into force for the participant. */
export const effectHeading =
  /^(?:date (?:of |d')?)?(?:the )?(?:entry into force|entered into force|enters into force|entry in force|entrada en vigor|in force(?: since| from)?|eif|effect|effective|entree en vigueur|prise d'effet)(?: date| on)?(?: for (?:the |each )?(?:state|country|party|participant)(?: party| concerned)?)?$/
/** Headings of a date whose act another column names. */
export const dateHeading =
  /^(?:date|dates|day|date (?:of|de|du) (?:the )?(?:deposit|depot|action|act|notification)|action date|deposit date)$/
