import type { Participant } from '../../../db/participants.js'
import type { ParticipantKind } from '../../../domain/vocabulary.js'
import { languages } from '../../../domain/vocabulary.js'
import { dayInWords } from '../../../domain/wording.js'
import { sameWith } from '../../frame/address.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import { nameIn, type PageContext } from '../../frame/page-context.js'
import { groupWords, kindWords, languageWords, numberWord } from '../words.js'
import { GroupComparison, type GroupRow } from './group-comparison.js'
import { type StateAct, StateActs } from './state-acts.js'
import { type StateRow, StateRows } from './state-rows.js'

export interface StateView {
  readonly state: Participant
  readonly kind: ParticipantKind
  readonly rows: readonly StateRow[]
  readonly compared: readonly GroupRow[]
  readonly acts: readonly StateAct[]
  /** Other names in use for the State. */
  readonly aliases: readonly string[]
  /** The page with the snippets to copy. */
  readonly share: string
  readonly shortNameOf: (code: string) => string
}

interface Props extends StateView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** The brief on one State. It prints on one sheet. */
export function StatePage(props: Props) {
  const { pageContext, info, state, kind, rows, compared, acts, aliases, share, shortNameOf } = props
  const { text, lang } = nameIn(pageContext.address.lang, state)
  const isOther = lang !== 'en'
  return (
    <Page pageContext={pageContext} info={info}>
      <article class="brief">
        <header>
          <p class="eyebrow">Ratification brief · {dayInWords(pageContext.address.asOf)}</p>
          <h1 lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
            {text}
          </h1>
          {isOther && <p class="subtitle">{state.name}</p>}
          <p class="facts">
            {kindWords[kind]}
            {state.memberFrom && kind === 'member-state' && ` since ${dayInWords(state.memberFrom)}`}
            {state.regionalGroup && ` · ${groupWords[state.regionalGroup]}`} · <code>{state.code}</code>
          </p>
          <LanguageSwitcher pageContext={pageContext} />
        </header>
        <p class="lead">{summaryOf(props)}</p>
        <section aria-labelledby="instruments">
          <h2 id="instruments">Where it stands</h2>
          <StateRows pageContext={pageContext} rows={rows} shortNameOf={shortNameOf} />
        </section>
        {compared.length > 0 && state.regionalGroup && (
          <GroupComparison pageContext={pageContext} rows={compared} group={state.regionalGroup} />
        )}
        <StateActs pageContext={pageContext} acts={acts} />
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
        </p>
      </article>
    </Page>
  )
}

/** “It has joined four of the five instruments; CEDAW is outstanding.” */
export function summaryOf({ rows, state, kind }: Pick<StateView, 'rows' | 'state' | 'kind'>): string {
  const joined = rows.filter(({ standing }) => standing?.status === 'party').length
  const left = rows.filter(({ item }) => item !== undefined).map(({ instrument }) => instrument.shortName)
  const all = numberWord(rows.length)
  const share = joined === rows.length ? `all ${all}` : `${numberWord(joined)} of the ${all}`
  const opening = `${state.name} is a party to ${share} instruments.`
  if (kind !== 'member-state')
    return `${opening} The resolution is addressed to Members of the United Nations.`
  if (left.length > 0) return `${opening} Still outstanding: ${left.join(', ')}.`
  return joined === rows.length ? `${opening} Nothing is outstanding.` : opening
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
