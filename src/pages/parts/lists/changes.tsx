import type { Counts, ImportChanges } from '../../../answers/import-changes.js'
import type { RecordedChange } from '../../../db/changes.js'
import type { Import } from '../../../db/imports.js'
import type { Instrument } from '../../../db/instruments.js'
import type { Participant } from '../../../db/participants.js'
import type { StatementChange } from '../../../db/statements/changes.js'
import { counted, dayInWords } from '../../../domain/wording.js'
import type { Place } from '../../../http/page-places.js'
import { type Address, pageLink } from '../../frame/address.js'
import { KeptFields } from '../../frame/kept-fields.js'
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
  readonly source: string
  /** What the record said before a correction; else null. */
  readonly before: string | null
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
}

/** What each import changed in actions and statements, newest first. */
export function ChangesPage(props: Props) {
  const { pageContext, info, total, part, imports, writer, statementsJson } = props
  const { address } = pageContext
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{info.title}</h1>
        <p class="lead">
          What each import added to the record, corrected or removed, newest first. Nothing is overwritten: a
          correction shows what the record said before.
        </p>
        <ChoiceForm {...props} />
        <p class="tally">
          {total === 0 ? 'No import changed anything here.' : counted(total, 'change')} ·{' '}
          <a href={statementsJson}>Those of statements as JSON</a>
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
  const { import: made, counts, actions, statements } = one
  const id = `import-${made.revision}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        Import {made.revision}, {dayInWords(made.importedAt.slice(0, 10))}
      </h2>
      <p class="then">
        {originOf(made)} · <a href={`/v1/imports/${made.revision}`}>Its report as JSON</a>
      </p>
      <p class="then">
        {[inNumbers(counts.actions, 'action'), inNumbers(counts.statements, 'statement')].join(' ')}
      </p>
      <Lines
        title="Treaty actions"
        lines={actions.flatMap((each) => writer.action(each) ?? [])}
        address={address}
      />
      <Lines
        title="Statements"
        lines={statements.flatMap((each) => writer.statement(each) ?? [])}
        address={address}
      />
    </section>
  )
}

/** What was imported: a file, an edition of the record we ship, or the undoing of an import. */
function originOf({ fileName, reverts, edition }: Import): string {
  if (reverts !== null) return `Undoes import ${reverts}`
  return edition === null ? `From ${fileName}` : `From ${fileName}, the edition of ${dayInWords(edition)}`
}

/** “Of actions: 2 added, 1 corrected.” Empty if there are none. */
function inNumbers({ added, corrected, removed }: Counts, noun: string): string {
  const parts = [
    added === 0 ? '' : `${added} added`,
    corrected === 0 ? '' : `${corrected} corrected`,
    removed === 0 ? '' : `${removed} removed`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `Of ${noun}s: ${parts.join(', ')}.`
}

const kindWords: Record<ChangeLine['kind'], string> = {
  added: 'Added',
  corrected: 'Correction',
  removed: 'Removed',
}

const Lines = ({
  title,
  lines,
  address,
}: {
  title: string
  lines: readonly ChangeLine[]
  address: Address
}) =>
  lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ol class="acts changed">
        {lines.map(({ kind, sentence, source, before, path, fragment }) => (
          <li key={`${sentence} ${before}`}>
            <span class={`kind ${kind}`}>{kindWords[kind]}</span>
            <span>
              <a href={pageLink(address, path) + fragment}>{sentence}</a>
              {before !== null && <span class="before"> The record said before: {before}</span>}
              <small class="source"> {source}</small>
            </span>
          </li>
        ))}
      </ol>
    </>
  )

/** Filters as a GET form, so that each result has an address to link to. */
const ChoiceForm = ({ pageContext: { address }, states, instruments, choice }: Props) => (
  <form class="filters form" method="get" action={address.path} aria-label="Filters">
    <KeptFields address={address} />
    <Choice name="state" label="State" any="Every State" chosen={choice.state?.[0]}>
      {states.map(({ code, name }) => [code, name])}
    </Choice>
    <Choice name="instrument" label="Instrument" any="Every instrument" chosen={choice.instrument?.[0]}>
      {instruments.map(({ code, shortName }) => [code, shortName])}
    </Choice>
    <button type="submit">Filter</button>
  </form>
)
