import type { PageContext } from './page-context.js'
import { LinkedData } from './raw.js'
import { siteName } from './skeleton.js'

/** What a page tells browsers, search engines and social networks about itself. */
export interface PageInfo {
  readonly title: string
  readonly description: string
  /** The path of the preview picture for shared links. */
  readonly picture: string
  /** The path of the same answer as JSON; null if there is none. */
  readonly json: string | null
  readonly data?: object
  /** Whether search engines should leave the page out. */
  readonly isUnlisted?: boolean
}

/** The metadata in the head of a page of the record. */
export function Metadata({ pageContext, info }: { pageContext: PageContext; info: PageInfo }) {
  const { absolute, permalink, address } = pageContext
  const { title, description, picture, json, data } = info
  return (
    <>
      <meta name="description" content={description} />
      {!address.isStatic && <link rel="bookmark" href={permalink} />}
      {json && <link rel="alternate" type="application/json" href={json} />}
      <link
        rel="alternate"
        type="application/atom+xml"
        title="Treaty actions"
        href="/v1/feeds/actions.atom"
      />
      <link
        rel="alternate"
        type="application/feed+json"
        title="Treaty actions"
        href="/v1/feeds/actions.json"
      />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={absolute(address.path)} />
      <meta property="og:image" content={absolute(picture)} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={description} />
      <meta name="twitter:card" content="summary_large_image" />
      {data && <LinkedData data={data} />}
    </>
  )
}
