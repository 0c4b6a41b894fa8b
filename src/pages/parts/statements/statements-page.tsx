import type { GroupChoice } from '../../../answers/groups/membership.js'
import type { ArticleCount } from '../../../answers/statements/counts.js'
import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { TerritoryRow } from '../../../answers/territories.js'
import type { Instrument } from '../../../db/instruments.js'
import type { Coverage } from '../../../db/statements.js'
import { sameWith } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { InstrumentNav } from '../instrument/instrument-nav.js'
import { Title } from '../name.js'
import { ArticleBars } from './article-bars.js'
import { tallyInWords } from './choice-words.js'
import { CoverageNote } from './coverage-note.js'
import { Forbidden } from './forbidden.js'
import { InstrumentTerritories } from './instrument-territories.js'
import { type Mapped, ReservationMap } from './reservation-map.js'
import { type StatementChoice, StatementFilters } from './statement-filters.js'
import { StatementList } from './statement-list.js'

export interface StatementsView {
  readonly instrument: Instrument
  readonly choice: StatementChoice
  readonly groups: GroupChoice
  readonly coverage: Coverage
  readonly articles: readonly ArticleCount[]
  /** The parties of the chosen groups. */
  readonly parties: number
  readonly mapped: Mapped
  /** Every statement of own consent, before filters. */
  readonly own: readonly StatementRow[]
  /** The chosen statements by State; of a State without one of its own, those for its territories. */
  readonly shown: readonly (readonly DiscussedStatement[])[]
  readonly territories: readonly TerritoryRow[]
}

interface Props extends StatementsView {
  readonly pageContext: PageContext
  readonly info: PageInfo
  /** The same statements as CSV, from the API. */
  readonly csv: string
}

/** What States reserved and declared to one instrument. */
export function StatementsPage(props: Props) {
  const { say } = useMessages()
  const { pageContext, info, instrument, choice, coverage, shown } = props
  const { address } = pageContext
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <p class="eyebrow">
          {instrument.shortName} · <bdi>{instrument.number}</bdi>
        </p>
        <h1 class="long">{say('statements-h1')}</h1>
        <p class="subtitle">
          <Title of={instrument} />
        </p>
        <InstrumentNav address={address} instrument={instrument} />
        <CoverageNote instrument={instrument} coverage={coverage}>
          {coverage.coverage === 'partial' && coverage.what && <English>{coverage.what}</English>}
        </CoverageNote>
      </section>
      {coverage.coverage !== 'none' && <Who {...props} />}
      <Articles {...props} />
      <StatementList
        address={address}
        shown={shown}
        csv={props.csv}
        isBrief={choice.article === undefined && choice.group === undefined}
      />
      <InstrumentTerritories address={address} rows={props.territories} />
    </Page>
  )
}

/** How many States, and where. Of an instrument that allows no reservations there is nothing to draw. */
function Who({ pageContext: { address }, instrument, choice, groups, coverage, mapped, own, shown }: Props) {
  const messages = useMessages()
  const isForbidden = instrument.noReservationsArticle !== null && shown.length === 0
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{messages.say('statements-who')}</h2>
      <Forbidden instrument={instrument} />
      {!address.isStatic && <StatementFilters address={address} choice={choice} groups={groups} own={own} />}
      <p class="lead">{tallyInWords(messages, { choice, groups, coverage, shown }, address.asOf)}</p>
      {!isForbidden && (
        <ReservationMap
          address={address}
          mapped={mapped}
          choice={choice}
          isWhole={coverage.coverage === 'whole'}
        />
      )}
    </section>
  )
}

function Articles({ pageContext: { address }, articles, parties }: Props) {
  const { say } = useMessages()
  if (!articles.some(({ reservedBy }) => reservedBy.length > 0)) return null
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">{say('statements-articles')}</h2>
      <ArticleBars
        counts={articles}
        parties={parties}
        linkTo={(article) => sameWith(address, { article }, '#statements')}
        isDetailed
      />
    </section>
  )
}
