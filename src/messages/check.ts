import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { type Language, languages } from '../domain/vocabulary.js'
import { locales } from './days.js'
import { allElements } from './elements.js'

/** A fault of one message: which language and key, and what is wrong. */
export interface MessageFault {
  readonly lang: Language
  readonly key: string
  readonly detail: string
}

type Texts = Readonly<Record<string, string>>

/**
 * Compares each catalogue with the English one: the same keys, the same placeholders, every plural form that the language has, its own
 * punctuation, and no English left over.
 */
export function checkMessages(catalogues: Readonly<Record<Language, Texts>>): MessageFault[] {
  return languages.flatMap((lang) => {
    const texts = catalogues[lang]
    const missing = Object.keys(catalogues.en)
      .filter((key) => !(key in texts))
      .map((key) => ({ lang, key, detail: 'is missing' }))
    const faulty = Object.entries(texts).flatMap(([key, text]) =>
      faultsOf(lang, key, text, catalogues.en[key]).map((detail) => ({ lang, key, detail })),
    )
    return [...missing, ...faulty]
  })
}

function faultsOf(lang: Language, key: string, text: string, english: string | undefined): string[] {
  if (english === undefined) return ['is no key of English: it is misspelt, or no longer used']
  const elements = parsed(text)
  if (typeof elements === 'string') return [elements]
  const own = placeholders(elements)
  const expected = parsed(english)
  const theirs = typeof expected === 'string' ? own : placeholders(expected)
  return [
    ...[...theirs].filter((one) => !own.has(one)).map((one) => `lacks ${one}, which English has`),
    ...[...own].filter((one) => !theirs.has(one)).map((one) => `has ${one}, which English has not`),
    ...pluralFaults(lang, elements),
    ...letterFaults(lang, text, elements),
    ...(lang !== 'en' && !isFrench(lang, key) && isLeftOver(text, english, elements)
      ? ['is the English text']
      : []),
  ]
}

function parsed(text: string): MessageFormatElement[] | string {
  try {
    return parse(text)
  } catch (error) {
    return `is no ICU message: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** `{n}` and a plural of `n` are one placeholder: Arabic may count where English inflects. */
const placeholders = (elements: readonly MessageFormatElement[]): Set<string> =>
  new Set(
    allElements(elements).flatMap((element) => {
      if (isLiteralElement(element) || isPoundElement(element)) return []
      return isTagElement(element) ? `<${element.value}>` : `{${element.value}}`
    }),
  )

function pluralFaults(lang: Language, elements: readonly MessageFormatElement[]): string[] {
  const { pluralCategories } = new Intl.PluralRules(locales[lang]).resolvedOptions()
  // French and Spanish have a form for whole millions, which no count here reaches.
  const wanted = pluralCategories.filter((one) => one !== 'many' || !['es', 'fr'].includes(lang))
  return allElements(elements)
    .filter(isPluralElement)
    .flatMap(({ value, options }) =>
      wanted
        .filter((form) => !(form in options) && !(form === 'zero' && '=0' in options))
        .map((form) => `lacks the plural form “${form}” of {${value}}`),
    )
}

/** What is Latin in every language: codes, formats, abbreviations. */
const international =
  /\b(?:[A-Z][A-Z0-9]+|Markdown|OpenAPI|Atom|iframe|oEmbed|JavaScript|GitHub|Excel|MTDSG|Visionscarto|Natural Earth)\b/g
const scripts: Partial<Record<Language, RegExp>> = {
  ar: /[A-Za-z]{3,}/,
  ru: /[A-Za-z]{3,}/,
  zh: /[A-Za-z]{3,}/,
}

function letterFaults(lang: Language, text: string, elements: readonly MessageFormatElement[]): string[] {
  const literal = allElements(elements)
    .filter(isLiteralElement)
    .map(({ value }) => value)
    .join(' ')
  const faults = []
  if (text.includes("'")) faults.push('has an ASCII apostrophe, which quotes a placeholder: write ’')
  const latin = scripts[lang]?.exec(literal.replace(international, ''))
  if (latin) faults.push(`has the Latin word “${latin[0]}”`)
  if (
    lang === 'fr' &&
    /[^\u00A0\u202F\d][;!?]|[^\u00A0\u202F\d:]:(?!\/)|«(?!\u00A0)|(?<!\u00A0)»/.test(literal)
  )
    faults.push('lacks a no-break space before : ; ! ? or », or after «')
  if (/\bjoin(?:s|ed|ing)?\b/i.test(lang === 'en' ? literal : ''))
    faults.push('says “join”, which is no word of law: be or become a party, ratify, accede')
  return faults
}

/** The English name of the Francophonie is French. */
const isFrench = (lang: Language, key: string): boolean => lang === 'fr' && key === 'group-name-oif'

/** The same text as in English, of three words or more: “Instruments” and “participation” are French, too. */
function isLeftOver(text: string, english: string, elements: readonly MessageFormatElement[]): boolean {
  const words = allElements(elements)
    .filter(isLiteralElement)
    .flatMap(({ value }) => value.match(/\p{L}{2,}/gu) ?? [])
  return text === english && new Set(words).size >= 3
}
