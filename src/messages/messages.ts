import { isSelectElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { type Action, isDayKnown } from '../domain/action.js'
import type { Day, Language } from '../domain/vocabulary.js'
import { type Catalogue, catalogues, type MessageKey } from './catalogues.js'
import { type DayFormats, dayFormats, locales } from './days.js'
import { allElements } from './elements.js'
import { orderOf } from './order.js'

export type Values = Readonly<Record<string, string | number | boolean>>

/** Values of which some are elements, such as a link; a tag in the message takes a function of what it holds. */
export type RichValues<Element> = Readonly<
  Record<string, string | number | boolean | Element | ((chunks: (string | Element)[]) => Element)>
>

/** What one language says, and how it writes days, lists, shares and names. */
export interface Messages {
  readonly lang: Language
  readonly dir: 'ltr' | 'rtl'
  /** The message of a key, with its values. @throws an error of intl-messageformat where a value is missing */
  readonly say: (key: MessageKey, values?: Values) => string
  /** The same with elements among the values, as a list to put into an element. */
  readonly parts: <Element>(key: MessageKey, values: RichValues<Element>) => (string | Element)[]
  /** `1995-09-08` → “8 September 1995” */
  readonly day: (day: Day) => string
  /** `1995-09-08` → “8 Sept 1995” */
  readonly shortDay: (day: Day) => string
  /** “on 8 September 1995”, or “between … and …” where bounds alone are known. */
  readonly when: (action: Pick<Action, 'earliest' | 'latest'>) => string
  /** `1995-09-08` → “8 Sept 1995”, `1995-09` → “September 1995”, `1995` → “1995”: a day as a source prints it. */
  readonly printedDay: (printed: string) => string
  /** The day of an action, or its bounds, in short: for cells. */
  readonly shortWhen: (action: Pick<Action, 'earliest' | 'latest'>) => string
  /** “a, b, c” */
  readonly list: (items: readonly string[]) => string
  /** `(1, 3)` → “33%”; a dash of nothing. */
  readonly percent: (part: number, whole: number) => string
  /** Compares names, for sorting. */
  readonly compare: (one: string, other: string) => number
}

/** Between U+2068 and U+2069, Latin words and the numbers of paragraphs keep their order among Arabic words. */
const isolated = (value: string): string =>
  /[A-Za-z]|\d\(/.test(value.replace(isolates, '')) ? `\u2068${value}\u2069` : value

const isolates = /\u2068[^\u2068\u2069]*\u2069/g

const separators: Readonly<Record<Language, string>> = {
  ar: '، ',
  en: ', ',
  es: ', ',
  fr: ', ',
  ru: ', ',
  zh: '、',
}

interface Compiled {
  readonly format: IntlMessageFormat
  /** The values that choose among sentences, and are not shown. */
  readonly choosing: ReadonlySet<string>
}

function compile(text: string, locale: string): Compiled {
  const format = new IntlMessageFormat(text, locale)
  const selects = allElements(format.getAst()).filter(isSelectElement)
  return { format, choosing: new Set(selects.map(({ value }) => value)) }
}

/** What a catalogue says in a language. A message is compiled when it is first wanted, and kept. */
function messagesOf(lang: Language, catalogue: Catalogue): Messages {
  const compiled = new Map<MessageKey, Compiled>()
  const messageOf = (key: MessageKey): Compiled => {
    const known = compiled.get(key) ?? compile(catalogue[key], locales[lang])
    compiled.set(key, known)
    return known
  }
  const settled = <Value>(
    { choosing }: Compiled,
    values: Readonly<Record<string, Value>>,
  ): Record<string, Value | string> =>
    lang !== 'ar'
      ? { ...values }
      : Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === 'string' && !choosing.has(name) ? isolated(value) : value,
          ]),
        )
  const say = (key: MessageKey, values: Values = {}): string => {
    const message = messageOf(key)
    return String(message.format.format(settled(message, values)))
  }
  return {
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    say,
    parts: <Element>(key: MessageKey, values: RichValues<Element>) => {
      const message = messageOf(key)
      const said = message.format.format<Element>(settled(message, values) as RichValues<Element>)
      return (Array.isArray(said) ? said : [said]) as (string | Element)[]
    },
    ...days(dayFormats(lang), say),
    list: (items) => (lang === 'ar' ? items.map(isolated) : items).join(separators[lang]),
    percent: percentIn(locales[lang]),
    compare: orderOf(lang),
  }
}

function days({ long, short, month }: DayFormats, say: Messages['say']) {
  const between = (format: (day: Day) => string, { earliest, latest }: Pick<Action, 'earliest' | 'latest'>) =>
    say('when-between', { from: format(earliest), to: format(latest) })
  return {
    day: long,
    shortDay: short,
    printedDay: (printed: string) =>
      printed.length === 4 ? printed : printed.length === 7 ? month(printed) : short(printed),
    when: (action: Pick<Action, 'earliest' | 'latest'>) =>
      isDayKnown(action) ? say('when-day', { date: long(action.latest) }) : between(long, action),
    shortWhen: (action: Pick<Action, 'earliest' | 'latest'>) =>
      isDayKnown(action) ? short(action.latest) : between(short, action),
  }
}

function percentIn(locale: string): Messages['percent'] {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return (part, whole) => (whole === 0 ? '–' : format.format(part / whole))
}

const all: Readonly<Record<Language, Messages>> = {
  ar: messagesOf('ar', catalogues.ar),
  en: messagesOf('en', catalogues.en),
  es: messagesOf('es', catalogues.es),
  fr: messagesOf('fr', catalogues.fr),
  ru: messagesOf('ru', catalogues.ru),
  zh: messagesOf('zh', catalogues.zh),
}

/** What is said in a language. */
export const messagesIn = (lang: Language): Messages => all[lang]
