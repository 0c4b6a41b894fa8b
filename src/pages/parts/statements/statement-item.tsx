import type { ComponentChildren } from 'preact'
import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { Address } from '../../frame/address.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { Name } from '../name.js'
import { linkTo, Reactions } from './reactions.js'
import { eventInWords, headingOf, type Words, whenOf } from './statement-words.js'

interface Props {
  readonly address: Address
  readonly said: DiscussedStatement
  /** Whether days and objections are left to the State's page. */
  readonly isBrief?: boolean
}

/** One statement: what it is about, in our own words, what happened to it, and who objected. */
export function StatementItem({ address, said, isBrief = false }: Props) {
  const messages = useMessages()
  const { say } = messages
  const { statement, standing, madeBy, purpose } = said
  return (
    <li id={statement.id}>
      <p class="what">
        <b>
          <Unbroken words={headingOf(messages, said)} />
        </b>
        {standing !== 'standing' && <span class="tag">{say(`statement-standing-${standing}`)}</span>}
        {purpose === 'disputes' && <span class="tag">{say('statement-opt-out')}</span>}
      </p>
      {statement.summary && <Gist summary={statement.summary} isLessened={isLessened(said)} />}
      {madeBy && <p class="gist">{messages.parts('statement-made-by', { state: <Name of={madeBy} /> })}</p>}
      {isBrief ? (
        <Briefly address={address} said={said} />
      ) : (
        <>
          <Events row={said} />
          <Reactions address={address} reactions={said.reactions} />
        </>
      )}
    </li>
  )
}

/** Whether its summary says more than what is left of it. */
const isLessened = ({ events }: StatementRow): boolean =>
  events.some(({ event }) => event === 'modified' || event === 'withdrawn')

/** What it says, in our own words, which are English. */
function Gist({ summary, isLessened }: { summary: string; isLessened: boolean }) {
  const { parts } = useMessages()
  const words = <English>{summary}</English>
  return (
    <p class="gist">
      {isLessened
        ? parts<ComponentChildren>('statement-as-first-made', {
            summary: words,
            first: (lead: ComponentChildren) => <span class="when">{lead}</span>,
          })
        : words}
    </p>
  )
}

/** The day on which it was made, and how many objected. */
function Briefly({ address, said }: Props) {
  const messages = useMessages()
  const [made] = said.events
  return (
    <p class="events">
      {made && messages.say('statement-made-on', { when: whenOf(messages, made) })}
      {said.objections > 0 && (
        <>
          {' · '}
          <a href={linkTo(address, said)}>
            {messages.say('statement-count-objections', { n: said.objections })}
          </a>
        </>
      )}
    </p>
  )
}

function Events({ row }: { row: StatementRow }) {
  const messages = useMessages()
  return (
    <ol class="events">
      {row.events.map((event) => (
        <li key={`${event.event} ${event.latest}`}>
          <span class="when">{whenOf(messages, event)}</span>{' '}
          <span>{eventInWords(messages, event, row)}</span>
        </li>
      ))}
    </ol>
  )
}

/** Keeps a provision such as 16(1)(f) on one line. */
const Unbroken = ({ words }: { words: Words }) => (
  <>{words.map((one) => (typeof one === 'string' ? <UnbrokenText key={one} text={one} /> : one))}</>
)

const UnbrokenText = ({ text }: { text: string }) => (
  <>
    {text.split(/(\d[\w-]*(?:\([\w-]+\))+,?)/).map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        <span key={part} class="whole">
          {part}
        </span>
      ),
    )}
  </>
)
