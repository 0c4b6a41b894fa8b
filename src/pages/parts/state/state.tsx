import { nameIn } from '../../../answers/names.js'
import type { StateStatements } from '../../../answers/statements/state-statements.js'
import { regionalGroupNames } from '../../../domain/groups/regional.js'
import { isVouchedFor } from '../../../domain/instruments/gap.js'
import { languages } from '../../../domain/vocabulary.js'
import { dayInWords } from '../../../domain/wording.js'
import { pageLink, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { FeedLinks } from '../../frame/links/feed-links.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { KnownGaps, recordDays } from '../record-day.js'
import { kindWords, languageWords } from '../words.js'
import { type ComparedGroups, GroupComparison } from './group-comparison.js'
import { type StateAct, StateActs } from './state-acts.js'
import { StateRows } from './state-rows.js'
import { instrumentsOf, type Summarised, summaryOf } from './summary.js'

export interface StateView extends Summarised {
  /** Null for a State in no group. */
  readonly compared: ComparedGroups | null
  readonly acts: readonly StateAct[]
  /** Other names in use for the State. */
  readonly aliases: readonly string[]
  /** The page with the snippets to copy. */
  readonly share: string
  readonly shortNameOf: (code: string) => string
  /** What it and others said of its consent, an entry for each row. */
  readonly statements: readonly StateStatements[]
}

interface Props extends StateView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** The brief on one State. It prints on one sheet. */
export function StatePage(props: Props) {
  const { pageContext, info, state, kind, rows, compared, acts, aliases, share } = props
  const { urged, endedOn } = props
  const { asOf, isStatic } = pageContext.address
  const { text, lang } = nameIn(pageContext.address.lang, state)
  const isOther = lang !== 'en'
  return (
    <Page pageContext={pageContext} info={info}>
      <article class="brief">
        <header>
          <p class="eyebrow">Ratification brief · {recordDays(asOf, instrumentsOf(props))}</p>
          <h1 lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
            {text}
          </h1>
          {isOther && <p class="subtitle">{state.name}</p>}
          <p class="facts">
            {kindWords[kind]}
            {state.memberFrom && kind === 'member-state' && ` since ${dayInWords(state.memberFrom)}`}
            {state.regionalGroup && ` · ${regionalGroupNames[state.regionalGroup].name}`} ·{' '}
            <code>{state.code}</code>
          </p>
          <p class="doors">
            <a href={pageLink(pageContext.address, `/states/${state.code}/brief`)}>
              Brief on one sheet, to print
            </a>
            <a href={pageLink(pageContext.address, `/states/${state.code}/brief.txt`)}>Text for a letter</a>
          </p>
          {!isStatic && <LanguageSwitcher pageContext={pageContext} />}
        </header>
        <p class="lead">{summaryOf(useMessages(), props)}</p>
        {rows.length > 0 && (
          <section aria-labelledby="instruments">
            <h2 id="instruments">Where it stands</h2>
            <StateRows {...props} />
          </section>
        )}
        {endedOn !== null && !isStatic && (
          <p>
            <a href={sameWith(pageContext.address, { asOf: endedOn })}>Go to its last day</a>
          </p>
        )}
        {compared && <GroupComparison pageContext={pageContext} {...compared} />}
        {endedOn === null && <KnownGaps instruments={urged} from={asOf} until={asOf} />}
        {endedOn === null && <StateActs pageContext={pageContext} acts={acts} none={noActs(props)} />}
        {aliases.length > 0 && (
          <details class="aliases">
            <summary>Other names that tables use for it</summary>
            <ul>
              {aliases.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </details>
        )}
        <p class="doors">
          <a href={share}>Badge and card to embed</a>
          <a href={`/changes?state=${state.code}`}>What imports changed about it</a>
          <FeedLinks feed={info.feed} />
        </p>
      </article>
    </Page>
  )
}

/** What a timeline without acts says. */
function noActs({ isWhole, urged, pageContext }: Props): string {
  if (!isWhole) return 'The record holds no action of it by this day.'
  return urged.every((one) => isVouchedFor(pageContext.address.asOf, one))
    ? 'It has taken no action by this day.'
    : 'No action of it is known by this day.'
}

function LanguageSwitcher({ pageContext: { address } }: { pageContext: PageContext }) {
  return (
    <nav class="languages" aria-label="The State’s name in another language">
      {languages.map((lang) => (
        <a
          key={lang}
          lang={lang}
          href={sameWith(address, { lang: lang === 'en' ? null : lang })}
          aria-current={lang === address.lang ? 'true' : undefined}
        >
          {languageWords[lang]}
        </a>
      ))}
    </nav>
  )
}
