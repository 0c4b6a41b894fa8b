import type { ComponentChildren } from 'preact'
import { type Address, pageLink } from './address.js'
import { KeptFields } from './kept-fields.js'
import { Skeleton, siteName } from './skeleton.js'

interface Props {
  readonly title: string
  readonly isUnlisted?: boolean | undefined
  readonly metadata?: ComponentChildren
  /** Where the page is: links and forms keep its day, its revision and its language. */
  readonly address: Pick<Address, 'path' | 'query'>
  /** What the header holds below its bar. */
  readonly belowBar?: ComponentChildren
  /** What the footer says of the page, above its links. */
  readonly about?: ComponentChildren
  /** The path of the same answer as JSON; null where there is none. */
  readonly json: string | null
  readonly children: ComponentChildren
}

/** The frame of every page that fills a window: how to find one's way above, where to get the data below. */
export const Frame = ({ title, isUnlisted, metadata, address, belowBar, about, json, children }: Props) => (
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
      {about}
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
  ['/search', 'States'],
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
