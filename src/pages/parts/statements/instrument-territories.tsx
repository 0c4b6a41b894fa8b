import type { TerritoryRow } from '../../../answers/territories.js'
import { grouped } from '../../../domain/grouped.js'
import { type Address, pageLink } from '../../frame/address.js'
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
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="territories">
      <h2 id="territories">Territories</h2>
      <p>
        A treaty binds a State’s entire territory unless it says otherwise. Of a territory that is not here
        the record says nothing.
      </p>
      {[...grouped(rows, ({ state }) => state.code)].map(([code, own]) => (
        <div key={code} class="said">
          <h3>
            <a href={pageLink(address, `/states/${code}`)}>
              {own[0] && <Name of={own[0].state} lang={address.lang} />}
            </a>
          </h3>
          <StateTerritories rows={own} />
        </div>
      ))}
    </section>
  )
}
