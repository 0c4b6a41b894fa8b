import type { ComponentChildren } from 'preact'
import type { MessageKey } from '../../messages/catalogues.js'
import { type Address, type Origin, pageLink } from './address.js'
import { KeptFields } from './kept-fields.js'
import { LanguageSwitch } from './languages/language-switch.js'
import { useMessages } from './languages/use-messages.js'
import { apiLink } from './links/api-link.js'
import { docsLink } from './links/docs-link.js'
import { Skeleton } from './skeleton.js'

interface Props {
  readonly title: string
  readonly isUnlisted?: boolean | undefined
  readonly metadata?: ComponentChildren
  /** Links and forms keep its day, revision and language. */
  readonly address: Origin & Pick<Address, 'path'>
  /** Content of the header, below the bar. */
  readonly belowBar?: ComponentChildren
  /** Content of the footer, above the links. */
  readonly footer?: ComponentChildren
  /** The path of the same answer as JSON; null if there is none. */
  readonly json: string | null
  readonly children: ComponentChildren
}

/** The frame of every page but embeds: navigation above, links to the data below. */
export function Frame({ title, isUnlisted, metadata, address, belowBar, footer, json, children }: Props) {
  const { say, lang } = useMessages()
  return (
    <Skeleton title={title} isUnlisted={isUnlisted} metadata={metadata}>
      <a class="skip" href="#main">
        {say('skip-to-content')}
      </a>
      <header class="site">
        <LanguageSwitch address={address} />
        <Bar address={address} />
        {belowBar}
      </header>
      <main id="main">{children}</main>
      <footer>
        {footer}
        <p class="doors">
          {json && <a href={apiLink(lang, json)}>{say('as-json')}</a>}
          <a href={apiLink(lang, '/v1/feeds/actions.atom')}>{say('feed')}</a>
          <a href="/v1/datapackage.json">{say('whole-record')}</a>
          <a href={docsLink(address)}>API</a>
        </p>
      </footer>
    </Skeleton>
  )
}

const sections: readonly (readonly [path: string, words: MessageKey])[] = [
  ['/outstanding', 'label-outstanding'],
  ['/states', 'states'],
  ['/instruments', 'instruments'],
  ['/groups', 'groups'],
  ['/changes', 'changes'],
  ['/share', 'label-share'],
]

function Bar({ address }: Pick<Props, 'address'>) {
  const { say } = useMessages()
  return (
    <div class="bar">
      <a class="name" href={pageLink(address, '/')}>
        {say('site-name')}
      </a>
      <nav aria-label={say('sections')}>
        {sections.map(([path, words]) => (
          <a
            key={path}
            href={pageLink(address, path)}
            aria-current={address.path === path ? 'page' : undefined}
          >
            {say(words)}
          </a>
        ))}
        <a href={docsLink(address)}>API</a>
      </nav>
      <search class="search">
        <form action={pageLink({ ...address, query: {} }, '/search')} method="get">
          <input
            type="search"
            name="q"
            aria-label={say('find-a-state')}
            placeholder={say('find-a-state')}
            maxLength={200}
          />
          <KeptFields address={address} />
          <button type="submit">{say('search')}</button>
        </form>
      </search>
    </div>
  )
}
