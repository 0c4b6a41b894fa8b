import type { Day, Language } from '../domain/vocabulary.js'

/** The locale in which each language writes days and numbers. Arabic keeps Latin digits, as United Nations papers here do. */
export const locales: Readonly<Record<Language, string>> = {
  ar: 'ar-u-nu-latn',
  en: 'en-GB',
  es: 'es',
  fr: 'fr',
  ru: 'ru',
  zh: 'zh-Hans',
}

/** The tag of a language for documents: Chinese names its script. */
export const tagOf = (lang: Language): string => (lang === 'zh' ? locales.zh : lang)

/** Formats of days: with the month as a word, with the month in short, and of the month alone. */
export interface DayFormats {
  readonly long: (day: Day) => string
  readonly short: (day: Day) => string
  /** `1995-09` → “September 1995” */
  readonly month: (month: string) => string
}

/** United Nations papers in Arabic give each month two names; Intl knows the second alone. */
const arabicMonths = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيه',
  'تموز/يوليه',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
]

const arabicDay = (day: Day): string =>
  `${Number(day.slice(8))} ${arabicMonths[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`

const dayFormat = (locale: string, parts: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
  const format = new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric', timeZone: 'UTC' })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}

const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0')

/**
 * How one language writes days: `1995-09-08` → “8 September 1995” and “8 Sept 1995”. The short form has spaces that do not break.
 * What Intl writes otherwise than the United Nations is mended: “1er” in French, “года” in Russian, both names of a month in Arabic.
 */
export function dayFormats(lang: Language): DayFormats {
  if (lang === 'ar')
    return { long: arabicDay, short: arabicDay, month: (printed) => arabicDay(`${printed}-01`).slice(2) }
  const locale = locales[lang]
  const [long, short] = [
    dayFormat(locale, { day: 'numeric', month: 'long' }),
    dayFormat(locale, { day: 'numeric', month: 'short' }),
  ]
  const ofMonth = dayFormat(locale, { month: 'long' })
  const firstOfMonth = (text: string): string => (lang === 'fr' ? text.replace(/^1 /, '1er ') : text)
  return {
    long: (day) => firstOfMonth(long(day)).replace(/ г\.$/, ' года'),
    short: (day) => unbroken(firstOfMonth(short(day))),
    month: (printed) => ofMonth(`${printed}-01`).replace(/ г\.$/, ' года'),
  }
}
