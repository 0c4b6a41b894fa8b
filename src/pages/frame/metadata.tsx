import type { Language } from '../../domain/vocabulary.js'
import { alternatesOf, pageIn } from '../../http/page-places.js'
import { useMessages } from './languages/use-messages.js'
import { apiLink } from './links/api-link.js'
import { type Feed, feedsOf } from './links/feeds.js'
import { oembedLink } from './links/oembed-link.js'
import type { PageContext } from './page-context.js'
import { LinkedData } from './raw.js'

/** What a page tells browsers, search engines and social networks about itself. */
export interface PageInfo {
  readonly title: string
  readonly description: string
  /** The path of the preview picture for shared links. */
  readonly picture: string
  /** The path of the same answer as JSON; null if there is none. */
  readonly json: string | null
  /** What the page is, for search engines (schema.org): at its address without parameters. */
  readonly data?: object
  /** What its feeds are about; everything if absent. */
  readonly feed?: Feed
  /** Whether other sites may show its card: it then says so (oEmbed). */
  readonly hasCard?: boolean
  /** The address to list it under, without the day and the prefix of its language; its own path if absent. */
  readonly canonical?: string
  /** Whether search engines should leave the page out. */
  readonly isUnlisted?: boolean
}

/** The metadata in the head of a page of the record. */
export function Metadata({ pageContext, info }: { pageContext: PageContext; info: PageInfo }) {
  const messages = useMessages()
  const { lang, say } = messages
  const { absolute, permalink, address } = pageContext
  const {
    title,
    description,
    picture,
    json,
    data,
    feed,
    hasCard,
    isUnlisted,
    canonical = address.path,
  } = info
  // Search engines read the canonical address alone.
  const isPlain = Object.keys(address.query).length === 0
  const own = absolute(pageIn(lang, canonical))
  return (
    <>
      <meta name="description" content={description} />
      {!isUnlisted && <link rel="canonical" href={own} />}
      {!isUnlisted && <Alternates canonical={canonical} absolute={absolute} />}
      {!address.isStatic && <link rel="bookmark" href={permalink} />}
      {json && <link rel="alternate" type="application/json" href={apiLink(lang, json)} />}
      {feedsOf(messages, feed).map(({ title, type, href }) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
      {hasCard && (
        <link rel="alternate" type="application/json+oembed" title={title} href={oembedLink(pageContext)} />
      )}
      <meta property="og:type" content="website" />
      <meta property="og:locale" content={openGraphLocales[lang]} />
      <meta property="og:site_name" content={say('site-name')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={own} />
      <meta property="og:image" content={absolute(pageIn(lang, picture))} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={say('picture-alt', { description })} />
      <meta name="twitter:card" content="summary_large_image" />
      {data && isPlain && <LinkedData data={data} />}
    </>
  )
}

/** The same page in each language, for search engines. */
const Alternates = ({ canonical, absolute }: { canonical: string; absolute: PageContext['absolute'] }) => (
  <>
    {alternatesOf(canonical).map(([hreflang, path]) => (
      <link key={hreflang} rel="alternate" hreflang={hreflang} href={absolute(path)} />
    ))}
  </>
)

/** Open Graph names a language with a country (ogp.me). */
const openGraphLocales: Readonly<Record<Language, string>> = {
  ar: 'ar_AR',
  en: 'en_GB',
  es: 'es_ES',
  fr: 'fr_FR',
  ru: 'ru_RU',
  zh: 'zh_CN',
}
