import { type Language, languages } from '../../../domain/vocabulary.js'
import { type Address, type Origin, sameIn } from '../address.js'
import { useMessages } from './use-messages.js'

/** Each language in its own words. */
const languageWords: Record<Language, string> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
}

/** Links to the same page, on the same day and with the same filters, in each language. */
export function LanguageSwitch({ address }: { address: Origin & Pick<Address, 'path'> }) {
  const { say, lang: own } = useMessages()
  return (
    <nav class="languages" aria-label={say('language')}>
      {languages.map((lang) => (
        <a
          key={lang}
          lang={lang}
          hreflang={lang}
          href={sameIn(lang, address)}
          aria-current={lang === own ? 'true' : undefined}
        >
          {languageWords[lang]}
        </a>
      ))}
    </nav>
  )
}
