import type { StateStatements } from '../../../answers/statements/state-statements.js'
import type { Instrument } from '../../../db/instruments.js'
import type { StoredStanding } from '../../../db/statuses.js'
import type { Action } from '../../../domain/action.js'
import { isVouchedFor } from '../../../domain/instruments/gap.js'
import type { OutstandingItem } from '../../../domain/outstanding.js'
import { instrumentAnchor } from '../../../http/page-places.js'
import { capitalised } from '../../../messages/capitalised.js'
import { pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageContext } from '../../frame/page-context.js'
import { StatusMark } from '../../pictures/status-mark.js'
import { Title } from '../name.js'
import { RecordAsAt, statusLabel } from '../record-day.js'
import { StatementsOfState } from '../statements/state-statements.js'
import { ArticleInBrackets, LeftToDo } from './left-to-do.js'

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
  /** An article that the record names in English, as the language of the page writes it. */
  readonly articleOf: (article: string) => string
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

function Row({ row, pageContext, statements, ...words }: Omit<Props, 'rows'> & { row: StateRow }) {
  const messages = useMessages()
  const { instrument, standing, item } = row
  const { address } = pageContext
  const status = standing?.status ?? 'none'
  const found = statements.find((one) => one.instrument === instrument)
  return (
    <li id={instrumentAnchor(instrument.code)}>
      <h3>
        <a href={pageLink(address, `/instruments/${instrument.code}`)}>{instrument.shortName}</a>
      </h3>
      <p class="title">
        <Title of={instrument} />
      </p>
      <p class="where">
        <StatusMark status={status} word={statusLabel(messages, status, address.asOf, instrument)} />
        <RecordAsAt instrument={instrument} />
      </p>
      <Dates standing={standing} instrument={instrument} articleOf={words.articleOf} />
      {item && <LeftToDo item={item} instrument={instrument} {...words} />}
      {found && <StatementsOfState address={address} status={status} found={found} />}
    </li>
  )
}

interface DatesProps extends Pick<Props, 'articleOf'> {
  readonly standing: StoredStanding | undefined
  readonly instrument: Instrument
}

function Dates({ standing, instrument, articleOf }: DatesProps) {
  const { say, shortDay, shortWhen } = useMessages()
  if (standing === undefined) return null
  const { signature, consent, inForceOn, withdrawal } = standing
  const article = entryArticleOf(standing, instrument)
  return (
    <dl class="dates">
      {[signature, consent].map(
        (action) =>
          action && (
            <div key={action.action}>
              <dt>{capitalised(say(action.action))}</dt>
              <When action={action} instrument={instrument} />
            </div>
          ),
      )}
      {consent && (
        <div>
          <dt>{capitalised(say('in-force-for-it'))}</dt>
          <dd>
            {inForceOn === null ? say('not-known') : shortDay(inForceOn)}
            {inForceOn && article && <ArticleInBrackets text={articleOf(article)} />}
          </dd>
        </div>
      )}
      {withdrawal && (
        <div>
          <dt>{capitalised(say('withdrawal'))}</dt>
          <dd>
            {say('withdrawal-effective', {
              when: shortWhen(withdrawal),
              date: shortDay(withdrawal.effectiveOn),
            })}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** The day of an act, and how far it is to be trusted: who says so, and whether the table was read that far. */
function When({ action, instrument }: { action: Action; instrument: Instrument }) {
  const { say, shortWhen } = useMessages()
  return (
    <dd>
      {shortWhen(action)}
      {action.certainty !== 'depositary' && (
        <small>{say('in-brackets', { text: say(`state-source-${action.certainty}`) })}</small>
      )}
      {!isVouchedFor(action.latest, instrument) && (
        <small>{say('in-brackets', { text: say('state-after-record') })}</small>
      )}
    </dd>
  )
}

/** The article that gives the day of entry into force; of a predecessor's act, it gives that of the predecessor alone. */
function entryArticleOf(
  { consent, participant }: StoredStanding,
  { entryIntoForceArticle }: Instrument,
): string | null {
  const performedBy = consent?.performedBy ?? null
  return performedBy === null || performedBy === participant ? entryIntoForceArticle : null
}
