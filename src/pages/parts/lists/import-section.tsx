import type { Counts, ImportChanges } from '../../../answers/import-changes.js'
import type { RecordedChange } from '../../../db/changes.js'
import type { Import } from '../../../db/imports.js'
import type { StatementChange } from '../../../db/statements/changes.js'
import type { Certainty } from '../../../domain/vocabulary.js'
import type { Place } from '../../../http/page-places.js'
import type { Messages } from '../../../messages/messages.js'
import { type Address, pageLink } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { PartlyEnglish } from '../../frame/languages/partly-english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { apiLink } from '../../frame/links/api-link.js'

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

interface Props {
  readonly one: ImportChanges
  readonly address: Address
  readonly writer: ChangeWriter
}

/** One import: where it is from, how much it changed, and each change. */
export function ImportSection({ one, address, writer }: Props) {
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
