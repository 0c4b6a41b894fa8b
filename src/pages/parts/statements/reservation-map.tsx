import type { StatementRow } from '../../../answers/statements/statements.js'
import type { StatusRow } from '../../../answers/statuses.js'
import type { Participant } from '../../../db/participants.js'
import { grouped } from '../../../domain/grouped.js'
import type { MessageKey } from '../../../messages/catalogues.js'
import type { Messages } from '../../../messages/messages.js'
import { type Address, pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { type Shade, WorldMap } from '../../pictures/world-map.js'
import { choiceInWords } from './choice-words.js'
import type { StatementChoice } from './statement-filters.js'

/** What the map of statements is drawn from. */
export interface Mapped {
  readonly statuses: readonly StatusRow[]
  /** The chosen statements, of all regional groups, without those for territories alone. */
  readonly rows: readonly StatementRow[]
}

interface Props {
  readonly address: Address
  readonly mapped: Mapped
  readonly choice: StatementChoice
  /** Whether the record holds all statements. */
  readonly isWhole: boolean
}

type Tone = 'reserved' | 'opt-out' | 'unreserved' | 'none'

/** Who has such a statement. Its tones are no status: a party with a reservation is a party. */
export function ReservationMap({ address, mapped, choice, isWhole }: Props) {
  const messages = useMessages()
  const marked = markedIn(mapped)
  const shades = marked.flatMap(({ state, tone }): [string, Shade][] => {
    const isListed = tone === 'reserved' || tone === 'opt-out'
    const href = isListed ? pageLink(address, `/states/${state.code}`) : null
    const title = titleOf(messages, state.name, toneKey(tone, choice))
    return state.m49 ? [[state.m49, { tone, title, href }]] : []
  })
  return (
    <WorldMap shades={new Map(shades)}>
      <Keys
        choice={choice}
        isWhole={isWhole}
        countOf={(tone) => marked.filter((one) => one.tone === tone).length}
      />
      {messages.say('statements-list-below')}
    </WorldMap>
  )
}

/** What a State's name is followed by, where its place on the map is pointed at; null for the name alone. */
function toneKey(tone: Tone, { kind = 'reservation' }: StatementChoice): MessageKey | null {
  if (tone === 'reserved') return kind
  if (tone === 'opt-out') return 'statement-opt-out'
  return tone === 'none' ? 'statements-not-a-party' : null
}

const titleOf = ({ say }: Messages, state: string, key: MessageKey | null): string =>
  key === null ? state : say('label-value', { label: state, value: say(key) })

function markedIn({ statuses, rows }: Mapped): { state: Participant; tone: Tone }[] {
  const rowsOf = grouped(rows, ({ state }) => state.code)
  return statuses.map(({ state, status }) => {
    const own = rowsOf.get(state.code)
    if (own !== undefined)
      return { state, tone: own.every(({ purpose }) => purpose === 'disputes') ? 'opt-out' : 'reserved' }
    return { state, tone: status === 'party' ? 'unreserved' : 'none' }
  })
}

function Keys({
  choice,
  isWhole,
  countOf,
}: Omit<Props, 'address' | 'mapped'> & { countOf: (tone: Tone) => number }) {
  const messages = useMessages()
  const hasOptOuts = countOf('opt-out') > 0
  const values = {
    choice: choiceInWords(messages, choice),
    mixed: hasOptOuts ? 'yes' : 'no',
    known: isWhole ? 'whole' : 'partial',
  }
  return (
    <ul class="keys">
      {(['reserved', 'opt-out', 'unreserved', 'none'] as const)
        .filter((tone) => tone !== 'opt-out' || hasOptOuts)
        .map((tone) => (
          <li key={tone}>
            <i class={`key ${tone}`} aria-hidden="true" />
            {messages.say(`statements-key-${tone}`, { ...values, n: countOf(tone) })}
          </li>
        ))}
    </ul>
  )
}
