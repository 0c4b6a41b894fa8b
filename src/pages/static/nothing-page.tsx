import { languages } from '../../domain/vocabulary.js'
import { type Messages, messagesIn } from '../../messages/messages.js'
import { pageLink } from '../frame/address.js'
import { Frame } from '../frame/frame.js'

const addressIn = (lang: Messages['lang']) => ({ path: '/', query: {}, lang, isStatic: true })

/** What a host of files answers where it has none. It has one such page, so that it says it in each language. */
export function NothingPage() {
  const { say } = messagesIn('en')
  return (
    <Frame title={say('problem-not-found')} address={addressIn('en')} json={null}>
      <section class="opening">
        <p class="eyebrow">404</p>
        <h1>{say('problem-not-found')}</h1>
        {languages.map(messagesIn).map(({ lang, dir, say }) => (
          <p key={lang} lang={lang} dir={dir}>
            {say('no-such-address')} <a href={pageLink(addressIn(lang), '/')}>{say('home')}</a>
          </p>
        ))}
      </section>
    </Frame>
  )
}
