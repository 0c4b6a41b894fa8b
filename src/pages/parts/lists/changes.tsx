import type { Counts, ImportChanges } from '../../../answers/import-changes.js'
import { nameIn, shortNameIn } from '../../../answers/names.js'
import type { RecordedChange } from '../../../db/changes.js'
import type { Import } from '../../../db/imports.js'
import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import type { StatementChange } from '../../../db/statements/changes.js'
import type { Certainty } from '../../../domain/vocabulary.js'
import type { Place } from '../../../http/page-places.js'
import type { Messages } from '../../../messages/messages.js'
import { type Address, ownPath, pageLink } from '../../frame/address.js'
import { KeptFields } from '../../frame/kept-fields.js'
import { English } from '../../frame/languages/english.js'
import { PartlyEnglish } from '../../frame/languages/partly-english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { apiLink } from '../../frame/links/api-link.js'
import { FeedLinks } from '../../frame/links/feed-links.js'
import type { PageInfo } from '../../frame/metadata.js'
import { Page } from '../../frame/page.js'
import type { PageContext } from '../../frame/page-context.js'
import { Choice } from '../outstanding-filters.js'
import { Pager } from './pager.js'

/** A change as a sentence, and where its page shows it. */
export interface ChangeLine extends Place {
  readonly kind: 'added' | 'corrected' | 'removed'
  readonly sentence: string
  readonly certainty: Certainty
  readonly source: string
  /** What the record said before a correction; else null. */
  readonly before: string | null
  /** The name in it, if the record holds that in English alone. */
  readonly english: string | null
}

export interface ChangeWriter {
  readonly action: (change: RecordedChange) => ChangeLine | null
  readonly statement: (change: StatementChange) => ChangeLine | null
}

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
        <OneImport key={one.import.revision} one={one} address={address} writer={writer} />
      ))}
      <Pager address={address} {...part} place="below" />
    </Page>
  )
}

function OneImport({ one, address, writer }: { one: ImportChanges; address: Address; writer: ChangeWriter }) {
  const messages = useMessages()
  const { say, day, lang } = messages
  const { import: made, counts, actions, statements } = one
  const { revision } = made
  const id = `import-${revision}`
  const numbers = [
    inNumbers(messages, 'actions', counts.actions),
    inNumbers(messages, 'statements', counts.statements),
  ]
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say('changes-import', { revision, date: day(made.importedAt.slice(0, 10)) })}</h2>
      <p class="then">
        <Origin of={made} /> · <a href={apiLink(lang, `/v1/imports/${revision}`)}>{say('changes-report')}</a>
      </p>
      <p class="then">{numbers.join(' ')}</p>
      <Lines
        title={say('feed-of-actions')}
        lines={actions.flatMap((each) => writer.action(each) ?? [])}
        address={address}
      />
      <Lines
        title={say('feed-of-statements')}
        lines={statements.flatMap((each) => writer.statement(each) ?? [])}
        address={address}
      />
    </section>
  )
}

/** What was imported: a file, an edition of the record we ship, or the undoing of an import. */
function Origin({ of: { fileName, reverts, edition } }: { of: Import }) {
  const { say, parts, day } = useMessages()
  if (reverts !== null) return <>{say('changes-undoes', { revision: reverts })}</>
  const file = <English>{fileName}</English>
  return (
    <>
      {edition === null
        ? parts('changes-from', { file })
        : parts('changes-from-edition', { file, date: day(edition) })}
    </>
  )
}

/** “Of actions: 2 added, 1 corrected.” Empty if there are none. */
function inNumbers(
  { say, list }: Messages,
  what: 'actions' | 'statements',
  { added, corrected, removed }: Counts,
): string {
  const items = [
    added === 0 ? [] : say('changes-n-added', { n: added }),
    corrected === 0 ? [] : say('changes-n-corrected', { n: corrected }),
    removed === 0 ? [] : say('changes-n-removed', { n: removed }),
  ].flat()
  return items.length === 0 ? '' : say('changes-of', { what, list: list(items) })
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly ChangeLine[]
  readonly address: Address
}

const Lines = ({ title, lines, address }: LinesProps) =>
  lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ol class="acts changed">
        {lines.map((line) => (
          <Line key={`${line.sentence} ${line.before}`} line={line} address={address} />
        ))}
      </ol>
    </>
  )

function Line({ line, address }: { line: ChangeLine; address: Address }) {
  const { say, parts } = useMessages()
  const { kind, sentence, before, certainty, source } = line
  const english = line.english === null ? [] : [line.english]
  return (
    <li>
      <span class={`kind ${kind}`}>{say(`changes-kind-${kind}`)}</span>
      <span>
        <a href={pageLink(address, line.path) + line.fragment}>
          <PartlyEnglish text={sentence} english={english} />
        </a>
        {before !== null && (
          <span class="before">
            {' '}
            {parts('record-said-before', { line: <PartlyEnglish text={before} english={english} /> })}
          </span>
        )}
        <small class="source">
          {' '}
          {parts('label-value', { label: say(`certainty-${certainty}`), value: <English>{source}</English> })}
        </small>
      </span>
    </li>
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
        {instruments.map((one) => [one.code, shortNameIn(lang, one)])}
      </Choice>
      <button type="submit">{say('filter')}</button>
    </form>
  )
}
