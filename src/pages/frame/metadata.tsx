import type { PageContext } from './page-context.js'
import { LinkedData } from './raw.js'
import { siteName } from './skeleton.js'

export interface About {
  readonly title: string
  readonly description: string
  /** The path of the picture that is shown where the page is shared. */
  readonly picture: string
  /** The path of the same answer as JSON; null where there is none. */
  readonly json: string | null
  readonly data?: object
  /** Whether search engines are asked to leave it out. */
  readonly isUnlisted?: boolean
}

/** What a page of the record says to browsers, search engines and whoever shares it. */
export function Metadata({ pageContext, about }: { pageContext: PageContext; about: About }) {
  const { absolute, permalink } = pageContext
  const { title, description, picture, json, data } = about
  return (
    <>
      <meta name="description" content={description} />
      <link rel="bookmark" href={permalink} />
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
      <meta property="og:url" content={absolute(pageContext.address.path)} />
      <meta property="og:image" content={absolute(picture)} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={description} />
      <meta name="twitter:card" content="summary_large_image" />
      {data && <LinkedData data={data} />}
    </>
  )
}
