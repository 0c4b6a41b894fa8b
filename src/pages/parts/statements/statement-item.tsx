import type { DiscussedStatement } from '../../../answers/statement-reactions.js'
import type { StatementRow } from '../../../answers/statements.js'
import type { Address } from '../../frame/address.js'
import { Reactions } from './reactions.js'
import { eventInWords, headingOf, standingWords, whenOf } from './statement-words.js'

/** One statement: what it is about, in our own words, what happened to it, and who objected. */
export function StatementItem({ address, said }: { address: Address; said: DiscussedStatement }) {
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
      {statement.summary && <p class="gist">{statement.summary}</p>}
      {madeBy && <p class="gist">Made by {madeBy.name}, whose place it took.</p>}
      <Events row={said} />
      <Reactions address={address} reactions={said.reactions} />
    </li>
  )
}

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
