import { nameIn } from '../../../answers/names.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { StatusRow } from '../../../answers/statuses.js'
import type { Participant } from '../../../db/participants.js'
import { grouped } from '../../../domain/grouped.js'
import { type Address, pageLink } from '../../frame/address.js'
import { type Shade, WorldMap } from '../../pictures/world-map.js'

/** What the map of statements is drawn from. */
export interface Mapped {
  readonly statuses: readonly StatusRow[]
  /** The chosen statements, of all regional groups, without those for territories alone. */
  readonly rows: readonly StatementRow[]
}

interface Props {
  readonly address: Address
  readonly mapped: Mapped
  /** What the statements are: “a standing reservation to article 16”. */
  readonly what: string
  /** Whether the record holds all statements. */
  readonly isWhole: boolean
}

type Tone = 'reserved' | 'opt-out' | 'unreserved' | 'none'

/** What a State's name is followed by, where its place on the map is pointed at. */
const words: Record<Tone, string> = {
  reserved: ': has one',
  'opt-out': ': opt-out of dispute settlement',
  unreserved: '',
  none: ': not a party',
}

/** Who has such a statement. Its tones are no status: a party with a reservation is a party. */
export function ReservationMap({ address, mapped, what, isWhole }: Props) {
  const marked = markedIn(mapped)
  const shades = marked.flatMap(({ state, tone }): [string, Shade][] => {
    const isListed = tone === 'reserved' || tone === 'opt-out'
    const href = isListed ? pageLink(address, `/states/${state.code}`) : null
    const title = `${nameIn(address.lang, state).text}${words[tone]}`
    return state.m49 ? [[state.m49, { tone, title, href }]] : []
  })
  return (
    <WorldMap shades={new Map(shades)}>
      <Keys
        what={what}
        isWhole={isWhole}
        countOf={(tone) => marked.filter((one) => one.tone === tone).length}
      />
      The list below says the same by name.
    </WorldMap>
  )
}

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
  what,
  isWhole,
  countOf,
}: Omit<Props, 'address' | 'mapped'> & { countOf: (tone: Tone) => number }) {
  const hasOptOuts = countOf('opt-out') > 0
  const keys: [Tone, string][] = [
    ['reserved', `With ${what}${hasOptOuts ? ', not of dispute settlement alone' : ''}`],
    ['opt-out', 'With an opt-out of dispute settlement alone'],
    ['unreserved', isWhole ? 'Other parties' : 'Parties of which none is held'],
    ['none', 'Not a party'],
  ]
  return (
    <ul class="keys">
      {keys
        .filter(([tone]) => tone !== 'opt-out' || hasOptOuts)
        .map(([tone, word]) => (
          <li key={tone}>
            <i class={`key ${tone}`} aria-hidden="true" />
            {word}: {countOf(tone)}
          </li>
        ))}
    </ul>
  )
}
