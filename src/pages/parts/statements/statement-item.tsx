import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import { counted } from '../../../domain/wording.js'
import type { Address } from '../../frame/address.js'
import { linkTo, Reactions } from './reactions.js'
import { eventInWords, headingOf, standingWords, whenOf } from './statement-words.js'

interface Props {
  readonly address: Address
  readonly said: DiscussedStatement
  /** Whether days and objections are left to the State's page. */
  readonly isBrief?: boolean
}

/** One statement: what it is about, in our own words, what happened to it, and who objected. */
export function StatementItem({ address, said, isBrief = false }: Props) {
  const { statement, standing, madeBy, purpose } = said
  return (
    <li id={statement.id}>
      <p class="what">
        <b>
          <Unbroken text={headingOf(said)} />
        </b>
        {standing !== 'standing' && <span class="tag">{standingWords[standing]}</span>}
        {purpose === 'disputes' && <span class="tag">opt-out of dispute settlement</span>}
      </p>
      {statement.summary && (
        <p class="gist">
          {isLessened(said) && <span class="when">As first made: </span>}
          {statement.summary}
        </p>
      )}
      {madeBy && <p class="gist">Made by {madeBy.name}, whose place it took.</p>}
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

/** The day on which it was made, and how many objected. */
const Briefly = ({ address, said }: Props) => (
  <p class="events">
    {said.events[0] && `Made ${whenOf(said.events[0])}`}
    {said.objections > 0 && (
      <>
        {' · '}
        <a href={linkTo(address, said)}>{counted(said.objections, 'objection')}</a>
      </>
    )}
  </p>
)

const Events = ({ row }: { row: StatementRow }) => (
  <ol class="events">
    {row.events.map((event) => (
      <li key={`${event.event} ${event.latest}`}>
        <span class="when">{whenOf(event)}</span> <span>{eventInWords(event, row)}</span>
      </li>
    ))}
  </ol>
)

/** Keeps a provision such as 16(1)(f) on one line. */
const Unbroken = ({ text }: { text: string }) => (
  <>
    {text
      .split(/(\S+\)\(\S+)/)
      .map((part, index) => (index % 2 === 0 ? part : <span class="whole">{part}</span>))}
  </>
)
