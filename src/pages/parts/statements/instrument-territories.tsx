import type { TerritoryRow } from '../../../answers/territories.js'
import { grouped } from '../../../domain/grouped.js'
import { type Address, pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { Name } from '../name.js'
import { StateTerritories } from './state-territories.js'

/** To which territories an instrument extends, by the State that answers for them. */
export function InstrumentTerritories({
  address,
  rows,
}: {
  address: Address
  rows: readonly TerritoryRow[]
}) {
  const messages = useMessages()
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="territories">
      <h2 id="territories">{messages.say('territories')}</h2>
      <p>{messages.say('territories-lead')}</p>
      {[...grouped(rows, ({ state }) => state)].map(([state, own]) => (
        <div key={state.code} class="said">
          <h3>
            <a href={pageLink(address, `/states/${state.code}`)}>
              <Name of={state} />
            </a>
          </h3>
          <StateTerritories rows={own} />
        </div>
      ))}
    </section>
  )
}
