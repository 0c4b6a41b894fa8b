import type { StateStatements } from '../../../answers/statements/state-statements.js'
import type { Instrument } from '../../../db/instruments.js'
import type { StoredStanding } from '../../../db/statuses.js'
import type { Action } from '../../../domain/action.js'
import { isVouchedFor } from '../../../domain/instruments/gap.js'
import type { OutstandingItem } from '../../../domain/outstanding.js'
import { instrumentAnchor } from '../../../http/page-places.js'
import { pageLink } from '../../frame/address.js'
import type { PageContext } from '../../frame/page-context.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { RecordAsAt, statusWord } from '../record-day.js'
import { StatementsOfState } from '../statements/state-statements.js'
import { actionWord, shortDay, shortWhen } from '../words.js'
import { LeftToDo } from './left-to-do.js'

/** The State's standing to one instrument, and what is left to do. */
export interface StateRow {
  readonly instrument: Instrument
  readonly standing: StoredStanding | undefined
  readonly item: OutstandingItem | undefined
}

interface Props {
  readonly pageContext: PageContext
  readonly rows: readonly StateRow[]
  readonly shortNameOf: (code: string) => string
  readonly statements: readonly StateStatements[]
}

/** A row for each instrument: status, dates, entry into force, what is left to do, and what was reserved. */
export const StateRows = ({ rows, ...props }: Props) => (
  <ol class="rows standing">
    {rows.map((row) => (
      <Row key={row.instrument.code} row={row} {...props} />
    ))}
  </ol>
)

function Row({ row, pageContext, shortNameOf, statements }: Omit<Props, 'rows'> & { row: StateRow }) {
  const { instrument, standing, item } = row
  const { address } = pageContext
  const status = standing?.status ?? 'none'
  const found = statements.find((one) => one.instrument === instrument)
  return (
    <li id={instrumentAnchor(instrument.code)}>
      <h3>
        <a href={pageLink(address, `/instruments/${instrument.code}`)}>{instrument.shortName}</a>
      </h3>
      <p class="title">{instrument.title}</p>
      <p class="where">
        <StatusMark status={status} word={statusWord(status, address.asOf, instrument)} />
        <RecordAsAt instrument={instrument} />
      </p>
      <Dates standing={standing} instrument={instrument} />
      {item && <LeftToDo item={item} instrument={instrument} shortNameOf={shortNameOf} />}
      {found && <StatementsOfState address={address} status={status} found={found} />}
    </li>
  )
}

function Dates({ standing, instrument }: { standing: StoredStanding | undefined; instrument: Instrument }) {
  if (standing === undefined) return null
  const { signature, consent, inForceOn, withdrawal } = standing
  const article = articleOf(standing, instrument)
  return (
    <dl class="dates">
      {signature && (
        <div>
          <dt>{actionWord(signature.action)}</dt>
          <When action={signature} instrument={instrument} />
        </div>
      )}
      {consent && (
        <div>
          <dt>{actionWord(consent.action)}</dt>
          <When action={consent} instrument={instrument} />
        </div>
      )}
      {consent && (
        <div>
          <dt>In force for it</dt>
          <dd>
            {inForceOn === null ? 'not known to the record' : shortDay(inForceOn)}
            {inForceOn && article && <span class="article"> ({article})</span>}
          </dd>
        </div>
      )}
      {withdrawal && (
        <div>
          <dt>Withdrawal</dt>
          <dd>
            {shortWhen(withdrawal)}, effective {shortDay(withdrawal.effectiveOn)}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** The day of an act, and how far it is to be trusted: who says so, and whether the table was read that far. */
const When = ({ action, instrument }: { action: Action; instrument: Instrument }) => (
  <dd>
    {shortWhen(action)}
    {action.certainty !== 'depositary' && <small> ({action.certainty} source)</small>}
    {!isVouchedFor(action.latest, instrument) && <small> (after the record’s day)</small>}
  </dd>
)

/** The article that gives the day of entry into force; of a predecessor's act, it gives that of the predecessor alone. */
function articleOf(
  { consent, participant }: StoredStanding,
  { entryIntoForceArticle }: Instrument,
): string | null {
  const performedBy = consent?.performedBy ?? null
  return performedBy === null || performedBy === participant ? entryIntoForceArticle : null
}
