import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../domain/wording.js'
import { linkFrom } from './address.js'
import { DateControl } from './date-control.js'
import { type About, Head } from './head.js'
import { KeptFields } from './kept-fields.js'
import type { Edition } from './page-context.js'

interface Props {
  readonly edition: Edition
  readonly about: About
  readonly children: ComponentChildren
}

/** A whole page: what it is, of which day, its content, and how to cite it. */
export function Page({ edition, about, children }: Props) {
  return (
    <html lang="en">
      <Head edition={edition} about={about} />
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <Header edition={edition} />
        <main id="main">{children}</main>
        <Footer edition={edition} json={about.json} />
      </body>
    </html>
  )
}

const sections = [
  ['/outstanding', 'Outstanding'],
  ['/search', 'States'],
  ['/share', 'Share'],
] as const

function Header({ edition }: { edition: Edition }) {
  const { address } = edition
  return (
    <header class="site">
      <div class="bar">
        <a class="name" href={linkFrom(address, '/')}>
          Treaty ratification status
        </a>
        <nav aria-label="Sections">
          {sections.map(([path, word]) => (
            <a
              key={path}
              href={linkFrom(address, path)}
              aria-current={address.path === path ? 'page' : undefined}
            >
              {word}
            </a>
          ))}
          <a href="/docs">API</a>
        </nav>
        <search class="search">
          <form action="/search" method="get">
            <input
              type="search"
              name="q"
              aria-label="Find a State"
              placeholder="Find a State"
              maxLength={200}
            />
            <KeptFields address={address} />
            <button type="submit">Search</button>
          </form>
        </search>
      </div>
      <DateControl edition={edition} />
    </header>
  )
}

function Footer({ edition, json }: { edition: Edition; json: string | null }) {
  const { cite, permalink, address, revision } = edition
  return (
    <footer>
      <h2>How to cite this page</h2>
      <p class="cite">{cite}</p>
      <p>
        As of {dayInWords(address.asOf)}, revision {revision} of the record.{' '}
        <a href={permalink}>Permanent address of this page</a>, whose content does not change.
      </p>
      <p>
        Compiled from public sources. The depositary’s own record prevails, and nothing here is legal advice.
      </p>
      <p class="doors">
        {json && <a href={json}>This page as JSON</a>}
        <a href="/v1/feeds/actions.atom">Feed of treaty actions</a>
        <a href="/v1/datapackage.json">The whole record</a>
        <a href="/docs">API</a>
      </p>
    </footer>
  )
}
