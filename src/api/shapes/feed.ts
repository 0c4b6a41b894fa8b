import { z } from 'zod'
import { languages } from '../../domain/vocabulary.js'
import { RecordedChange } from './import.js'
import { RecordedStatementChange } from './statement-change.js'

const instant = z.string().meta({ format: 'date-time', description: 'RFC 3339, UTC' })
const address = z.string().meta({ format: 'uri' })

const FeedAuthor = z
  .object({ name: z.string() })
  .meta({ id: 'FeedAuthor', description: 'Who makes the feed' })

const item = {
  id: z.string().meta({ description: 'Names this entry for good', examples: ['urn:uuid:…'] }),
  url: address.meta({
    description:
      'The page that shows it: the State’s, at the instrument or the statement; of an instrument that no resolution names, its own',
  }),
  title: z.string(),
  content_text: z.string(),
  date_published: instant,
  tags: z.array(z.string()).meta({
    description:
      'added, corrected or removed; the kind of action, or of statement and what happened to it; the codes of instrument and State',
  }),
}

const FeedItem = z
  .object({ ...item, _change: RecordedChange })
  .meta({ id: 'FeedItem', description: 'A change of the record, as an item of a JSON Feed' })

const StatementFeedItem = z
  .object({ ...item, _change: RecordedStatementChange })
  .meta({ id: 'StatementFeedItem', description: 'A change of a statement, as an item of a JSON Feed' })

/** https://www.jsonfeed.org/version/1.1/ */
const feed = {
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: address,
  feed_url: address,
  next_url: address.optional(),
  description: z.string(),
  language: z.enum(languages),
  authors: z.array(FeedAuthor),
}

export const JsonFeed = z
  .object({ ...feed, items: z.array(FeedItem) })
  .meta({ id: 'JsonFeed', description: 'What the record learned, newest first, as a JSON Feed 1.1' })

export const StatementJsonFeed = z.object({ ...feed, items: z.array(StatementFeedItem) }).meta({
  id: 'StatementJsonFeed',
  description: 'What the record learned of statements, newest first, as a JSON Feed 1.1',
})

/** An entry of a feed, about a change of some kind. */
export type FeedItem<Change = unknown> = Omit<z.infer<typeof FeedItem>, '_change'> & { _change: Change }

/** A JSON Feed of such entries. */
export type JsonFeed<Change = unknown> = Omit<z.infer<typeof JsonFeed>, 'items'> & {
  items: FeedItem<Change>[]
}
