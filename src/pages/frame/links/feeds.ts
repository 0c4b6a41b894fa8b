/** What a feed is about, and the parameters that choose it: `{ of: 'Vanuatu', filter: 'state=VUT' }`. */
export interface Feed {
  readonly of: string
  readonly filter: string
}

const kinds = [
  ['Treaty actions', 'actions'],
  ['Statements on treaties', 'statements'],
] as const

const formats = [
  ['application/atom+xml', 'atom'],
  ['application/feed+json', 'json'],
] as const

/** The feeds about something, for feed readers; about everything without it. */
export const feedsOf = (feed?: Feed): { title: string; type: string; href: string }[] =>
  kinds.flatMap(([title, name]) =>
    formats.map(([type, ending]) => ({
      title: feed === undefined ? title : `${title}: ${feed.of}`,
      type,
      href: `/v1/feeds/${name}.${ending}${feed === undefined ? '' : `?${feed.filter}`}`,
    })),
  )
