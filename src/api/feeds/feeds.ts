import { changesNewestFirst } from '../../answers/changes.js'
import { statementChangesNewestFirst } from '../../answers/statements/changes.js'
import { statementChangeFilters } from '../../http/statement-parameters.js'
import { actionFilters } from '../actions.js'
import type { Routes } from '../route.js'
import { JsonFeed, StatementJsonFeed } from '../shapes/feed.js'
import { feed } from './feed.js'
import { actionTexts, feedItems } from './feed-items.js'
import { statementTexts } from './statement-feed-items.js'

export const feedRoutes: Routes = async (app, context) => {
  feed(app, context, {
    path: '/feeds/actions',
    ids: { json: 'getActionsJsonFeed', atom: 'getActionsAtomFeed' },
    summary: 'What the record learned',
    title: 'feed-of-actions',
    is: 'feed-actions-about',
    filters: actionFilters,
    schema: JsonFeed,
    example: 'state=VUT&limit=2',
    entries: (reading, filter, part, at) => {
      const { news, isMore, importedAt } = changesNewestFirst(reading, filter, part)
      const items = feedItems(reading, news.map(actionTexts(reading)), importedAt, at)
      return { items, isMore, importedAt }
    },
  })

  feed(app, context, {
    path: '/feeds/statements',
    ids: { json: 'getStatementsJsonFeed', atom: 'getStatementsAtomFeed' },
    summary: 'What the record learned of reservations, objections and other statements',
    title: 'feed-of-statements',
    is: 'feed-statements-about',
    filters: statementChangeFilters,
    schema: StatementJsonFeed,
    example: 'state=IRL&limit=2',
    entries: (reading, filter, part, at) => {
      const { news, isMore, importedAt } = statementChangesNewestFirst(reading, filter, part)
      const items = feedItems(reading, news.map(statementTexts(reading)), importedAt, at)
      return { items, isMore, importedAt }
    },
  })
}
