import type { ImportChanges } from '../../../answers/import-changes.js'
import { nameIn } from '../../../answers/names.js'
import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import { ownPath } from '../../frame/address.js'
import { KeptFields } from '../../frame/kept-fields.js'
import { PartlyEnglish } from '../../frame/languages/partly-english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { FeedLinks } from '../../frame/links/feed-links.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { Choice } from '../outstanding-filters.js'
import { type ChangeWriter, ImportSection } from './import-section.js'
import { Pager } from './pager.js'

interface ChangesChoice {
  readonly state?: readonly string[] | undefined
  readonly instrument?: readonly string[] | undefined
}

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  /** How many changes there are on all pages. */
  readonly total: number
  readonly part: { readonly page: number; readonly pages: number }
  readonly imports: readonly ImportChanges[]
  readonly writer: ChangeWriter
  readonly states: readonly Participant[]
  readonly instruments: readonly Instrument[]
  readonly choice: ChangesChoice
  readonly statementsJson: string
  /** The chosen names that the record holds in English alone. */
  readonly english: readonly string[]
}

/** What each import changed in actions and statements, newest first. */
export function ChangesPage(props: Props) {
  const { say } = useMessages()
  const { pageContext, info, total, part, imports, writer, statementsJson, english } = props
  const { address } = pageContext
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>
          <PartlyEnglish text={info.title} english={english} />
        </h1>
        <p class="lead">{say('changes-lead')}</p>
        <ChoiceForm {...props} />
        <p class="tally">
          {total === 0 ? say('changes-none') : say('changes-count', { n: total })} ·{' '}
          <a href={statementsJson}>{say('changes-statements-json')}</a>
        </p>
        <p class="doors">
          <FeedLinks feed={info.feed} />
        </p>
        <Pager address={address} {...part} place="above" />
      </section>
      {imports.map((one) => (
        <ImportSection key={one.import.revision} one={one} address={address} writer={writer} />
      ))}
      <Pager address={address} {...part} place="below" />
    </Page>
  )
}

/** Filters as a GET form, so that each result has an address to link to. */
function ChoiceForm({ pageContext: { address }, states, instruments, choice }: Props) {
  const { say, lang } = useMessages()
  return (
    <form class="filters form" method="get" action={ownPath(address)} aria-label={say('filters')}>
      <KeptFields address={address} />
      <Choice name="state" label={say('state')} any={say('every-state')} chosen={choice.state?.[0]}>
        {states.map((one) => {
          const { text, lang: its } = nameIn(lang, one)
          return [one.code, text, its === lang ? undefined : its]
        })}
      </Choice>
      <Choice
        name="instrument"
        label={say('label-instrument')}
        any={say('every-instrument')}
        chosen={choice.instrument?.[0]}
      >
        {instruments.map((one) => [one.code, one.shortName])}
      </Choice>
      <button type="submit">{say('filter')}</button>
    </form>
  )
}
