import type { ComponentChildren } from 'preact'
import { type Address, pageLink } from './address.js'
import { KeptFields } from './kept-fields.js'
import { Skeleton, siteName } from './skeleton.js'

interface Props {
  readonly title: string
  readonly isUnlisted?: boolean | undefined
  readonly metadata?: ComponentChildren
  /** Links and forms keep its day, revision and language. */
  readonly address: Pick<Address, 'path' | 'query'>
  /** Content of the header, below the bar. */
  readonly belowBar?: ComponentChildren
  /** Content of the footer, above the links. */
  readonly footer?: ComponentChildren
  /** The path of the same answer as JSON; null if there is none. */
  readonly json: string | null
  readonly children: ComponentChildren
}

/** The frame of every page but embeds: navigation above, links to the data below. */
export const Frame = ({ title, isUnlisted, metadata, address, belowBar, footer, json, children }: Props) => (
  <Skeleton title={title} isUnlisted={isUnlisted} metadata={metadata}>
    <a class="skip" href="#main">
      Skip to content
    </a>
    <header class="site">
      <Bar address={address} />
      {belowBar}
    </header>
    <main id="main">{children}</main>
    <footer>
      {footer}
      <p class="doors">
        {json && <a href={json}>This page as JSON</a>}
        <a href="/v1/feeds/actions.atom">Feed of treaty actions</a>
        <a href="/v1/datapackage.json">The whole record</a>
        <a href="/docs">API</a>
      </p>
    </footer>
  </Skeleton>
)

const sections = [
  ['/outstanding', 'Outstanding'],
  ['/states', 'States'],
  ['/instruments', 'Instruments'],
  ['/groups', 'Groups'],
  ['/changes', 'Changes'],
  ['/share', 'Share'],
] as const

const Bar = ({ address }: Pick<Props, 'address'>) => (
  <div class="bar">
    <a class="name" href={pageLink(address, '/')}>
      {siteName}
    </a>
    <nav aria-label="Sections">
      {sections.map(([path, word]) => (
        <a
          key={path}
          href={pageLink(address, path)}
          aria-current={address.path === path ? 'page' : undefined}
        >
          {word}
        </a>
      ))}
      <a href="/docs">API</a>
    </nav>
    <search class="search">
      <form action="/search" method="get">
        <input type="search" name="q" aria-label="Find a State" placeholder="Find a State" maxLength={200} />
        <KeptFields address={address} />
        <button type="submit">Search</button>
      </form>
    </search>
  </div>
)
