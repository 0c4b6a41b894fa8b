import { changesIn } from '../answers/changes.js'
import { statementChangesIn } from '../answers/statements/changes.js'
import { Day } from '../domain/vocabulary.js'
import { collection } from '../http/envelope.js'
import { listOf } from '../http/lists/list.js'
import { wholeNumber } from '../http/parameters.js'
import { statementChangeFilters } from '../http/statement-parameters.js'
import { actionFilters } from './actions.js'
import { list, type Routes } from './route.js'
import { statementMetaOf } from './shapes/coverage.js'
import { RecordedChange, toChange } from './shapes/import.js'
import { instrumentRefs } from './shapes/instrument.js'
import { stateRefs } from './shapes/participant.js'
import { StatementChangeList, statementChangeShape } from './shapes/statement-change.js'

const sinceRevision = wholeNumber('the number of an import, or 0', 0)
  .optional()
  .meta({ description: 'Only what later imports changed: the revision that you have.', examples: [1] })
const since = Day.optional().meta({ description: 'Only what was imported on this day (UTC) or a later one.' })
const until = Day.optional().meta({
  description: 'Only what was imported on this day (UTC) or an earlier one.',
})

export const changeRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/changes',
      id: 'listChanges',
      summary: 'What each import added, corrected or removed',
      description:
        'Of treaty actions; “/v1/changes/statements” has those of statements. Oldest first, by import. A correction shows the action before and after, and is there where either is asked for. To follow the record, read all pages, and later ask with “sinceRevision”: the revision of “meta”.',
      tag: 'actions',
      example: '/v1/changes?state=VUT&action=accession',
      query: { sinceRevision, since, until, ...actionFilters },
      mayBeMissing: true,
      page: collection(RecordedChange, 'ChangeList'),
      says: 'Changes',
    },
    (reading, { query }) => {
      const { instruments, total, rows } = changesIn(reading, query)
      const [refOf, stateRefOf] = [instrumentRefs(reading), stateRefs(reading)]
      const shown = (offset: number, limit: number) =>
        rows({ offset, limit }).map(({ revision, change }) => ({
          revision,
          ...toChange(change, refOf, stateRefOf),
        }))
      return { list: { total, rows: shown }, instruments }
    },
  )

  list(
    app,
    context,
    {
      path: '/changes/statements',
      id: 'listStatementChanges',
      summary: 'What each import added, corrected or removed in statements',
      description:
        'Oldest first, by import: a reservation made, confirmed, modified or withdrawn, an objection. One entry for each event of a statement. “sinceRevision” follows the record, as for “/v1/changes”.',
      tag: 'statements',
      example: '/v1/changes/statements?state=IRL&instrument=cedaw&event=withdrawn&limit=2',
      query: { sinceRevision, since, until, ...statementChangeFilters },
      mayBeMissing: true,
      page: StatementChangeList,
      says: 'Changes',
    },
    (reading, { query }) => {
      const { instruments, changes } = statementChangesIn(reading, query)
      const shapeOf = statementChangeShape(reading)
      return {
        list: listOf(changes, (part) => part.map(shapeOf)),
        meta: statementMetaOf(reading, instruments),
      }
    },
  )
}
