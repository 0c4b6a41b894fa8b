import { type Action, isLeaving } from '../../domain/action.js'
import { counted } from '../../domain/wording.js'
import { type Problem, ProblemError } from '../../http/problems.js'
import type { UploadFault, UploadOutcome, UploadReport } from '../../import/importer.js'

/** The most faults in one answer. */
const mostErrors = 1000

/**
 * The report of an upload that was imported.
 * @throws ProblemError with the reason if it was not
 */
export function reportOf(outcome: UploadOutcome): UploadReport {
  switch (outcome.outcome) {
    case 'done':
      return outcome.report
    case 'refused': {
      const detail = `The table has ${counted(outcome.total, 'fault')}, and nothing of it was imported`
      throw new ProblemError('table-refused', detail, outcome.faults.slice(0, mostErrors).map(toError))
    }
    case 'would-remove': {
      const detail = `The table would undo ${counted(outcome.removals.length, 'action')} that the record holds, and nothing of it was imported. Say with “asAt” up to which day it speaks, or send it with “allowRemovals=true”`
      throw new ProblemError('would-remove', detail, outcome.removals.slice(0, mostErrors).map(toRemoval))
    }
    case 'unknown-charset':
      throw new ProblemError(
        'unsupported-media-type',
        `The charset is not read; allowed: ${outcome.allowed.join(', ')}`,
      )
    case 'key-reused':
      throw new ProblemError(
        'idempotency-key-reused',
        'The Idempotency-Key was sent before with another request',
      )
    case 'primary-away':
      throw new ProblemError(
        'record-unavailable',
        'The server that holds the record cannot be reached. Send the table again later: nothing is recorded twice',
      )
    case 'not-seen-yet':
      throw new ProblemError(
        'record-unavailable',
        `It is recorded as revision ${outcome.revision}, which this node has yet to fetch`,
      )
    case 'not-written':
      throw new ProblemError('record-unavailable', `The table was not imported: the record ${outcome.reason}`)
    case 'busy':
      throw new ProblemError(
        'record-busy',
        'Too many imports wait, or another process is writing. Send it again later',
      )
  }
}

const toError = ({ line, column, value, reason }: UploadFault): Problem['errors'][number] => ({
  ...(line === null ? {} : { line }),
  ...(column === null ? {} : { column }),
  ...(value === null ? {} : { value }),
  detail: reason,
})

const toRemoval = ({
  participant,
  instrument,
  action,
  earliest,
  latest,
}: Action): Problem['errors'][number] => ({
  parameter: 'allowRemovals',
  value: `${participant} ${instrument} ${action} ${earliest === latest ? latest : `${earliest}/${latest}`}`,
  detail: isLeaving({ action })
    ? 'the table does not show this withdrawal, and would make the participant a party again'
    : 'the table does not show this action, or sets it back to what an older table said',
})
