import { nameIn } from '../../../answers/names.js'
import type { StateStatements } from '../../../answers/statements/state-statements.js'
import { isVouchedFor } from '../../../domain/instruments/gap.js'
import { languages } from '../../../domain/vocabulary.js'
import { pageIn } from '../../../http/page-places.js'
import type { MessageKey } from '../../../messages/catalogues.js'
import { regionalGroupIn } from '../../../messages/group-names.js'
import { pageLink, sameWith } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { FeedLinks } from '../../frame/links/feed-links.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { Name } from '../name.js'
import { KnownGaps, recordDaysIn } from '../record-day.js'
import { Sentences } from '../sentence.js'
import { type ComparedGroups, GroupComparison } from './group-comparison.js'
import { type StateAct, StateActs } from './state-acts.js'
import { StateRows } from './state-rows.js'
import { instrumentsOf, type Summarised, summarySentences } from './summary.js'

export interface StateView extends Summarised {
  /** Null for a State in no group. */
  readonly compared: ComparedGroups | null
  readonly acts: readonly StateAct[]
  /** Other names in use for the State. */
  readonly aliases: readonly string[]
  /** The page with the snippets to copy. */
  readonly share: string
  readonly shortNameOf: (code: string) => string
  /** An article that the record names in English, as the language of the page writes it. */
  readonly articleOf: (article: string) => string
  /** What it and others said of its consent, an entry for each row. */
  readonly statements: readonly StateStatements[]
}

interface Props extends StateView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** The brief on one State. It prints on one sheet. */
export function StatePage(props: Props) {
  const messages = useMessages()
  const { say, lang } = messages
  const { pageContext, info, state, rows, compared, acts, share, urged, endedOn } = props
  const { asOf, isStatic } = pageContext.address
  return (
    <Page pageContext={pageContext} info={info}>
      <article class="brief">
        <StateHeader {...props} />
        <p class="lead">
          <Sentences of={summarySentences(messages, props)} />
        </p>
        {rows.length > 0 && (
          <section aria-labelledby="instruments">
            <h2 id="instruments">{say('where-it-stands')}</h2>
            <StateRows {...props} />
          </section>
        )}
        {endedOn !== null && !isStatic && (
          <p>
            <a href={sameWith(pageContext.address, { asOf: endedOn })}>{say('state-last-day')}</a>
          </p>
        )}
        {compared && <GroupComparison pageContext={pageContext} {...compared} />}
        {endedOn === null && <KnownGaps instruments={urged} from={asOf} until={asOf} />}
        {endedOn === null && <StateActs pageContext={pageContext} acts={acts} none={say(noActs(props))} />}
        <OtherNames {...props} />
        <p class="doors">
          <a href={share}>{say('badge-and-card')}</a>
          <a href={pageIn(lang, `/changes?state=${state.code}`)}>{say('state-changes')}</a>
          <FeedLinks feed={info.feed} />
        </p>
      </article>
    </Page>
  )
}

function StateHeader(props: Props) {
  const messages = useMessages()
  const { say, day } = messages
  const { pageContext, state, kind } = props
  const { address } = pageContext
  const since = kind === 'member-state' ? state.memberFrom : null
  return (
    <header>
      <p class="eyebrow">
        {say('brief', { date: recordDaysIn(messages, address.asOf, instrumentsOf(props)) })}
      </p>
      <h1>
        <Name of={state} />
      </h1>
      <p class="facts">
        {since ? say('member-since', { date: day(since) }) : say(`kind-${kind}`)}
        {state.regionalGroup && ` · ${regionalGroupIn(messages, state.regionalGroup)}`} ·{' '}
        <code>{state.code}</code>
      </p>
      <p class="doors">
        <a href={pageLink(address, `/states/${state.code}/brief`)}>{say('state-to-print')}</a>
        <a href={pageLink(address, `/states/${state.code}/brief.txt`)}>{say('state-for-letter')}</a>
      </p>
    </header>
  )
}

/** What a timeline without acts says. */
function noActs({ isWhole, urged, pageContext }: Props): MessageKey {
  if (!isWhole) return 'state-no-action-held'
  return urged.every((one) => isVouchedFor(pageContext.address.asOf, one))
    ? 'no-action-by-day'
    : 'state-no-action-known'
}

/** Its names in the other languages, and what tables call it. */
function OtherNames({ state, aliases }: Pick<Props, 'state' | 'aliases'>) {
  const { say, lang: own } = useMessages()
  const { lang: shown } = nameIn(own, state)
  const others = languages
    .map((lang) => nameIn(lang, state))
    .filter((one, at) => one.lang === languages[at] && one.lang !== shown)
  return (
    <>
      {others.length > 0 && (
        <details class="aliases">
          <summary>{say('state-names')}</summary>
          <ul>
            {others.map(({ lang, text }) => (
              <li key={lang} lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {aliases.length > 0 && (
        <details class="aliases">
          <summary>{say('other-names')}</summary>
          <ul>
            {aliases.map((name) => (
              <li key={name}>
                <English>{name}</English>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
